import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { makeMatching, namesOf } from "../../../campaign/page/script/base/matching.js";

const url = new URL("../../../campaign/facts/letters.json", import.meta.url);
const letters = { ...JSON.parse(readFileSync(url, "utf8")), han: ["瀋爾", "沈尔"] };
const { spelt, matching } = makeMatching(letters);

const MUKDEN = {
  name_en: "Mukden", name_modern: "Shenyang", name_ja: "奉天", name_ru: "Мукден", name_zh: "瀋陽",
};
const HOKKAIDO = { name_en: "Hokkaidō", others: ["北海道", "Хоккайдо"] };
const MUTAN = { name_en: "Mutankiang", name_modern: "Mudanjiang" };
const HAILAR = { name_en: "Hailar (town)", name_ja: "ハイラル(海拉爾)" };
const PYONGYANG = { name_en: "Pyongyang (Heijo)" };
const ARMY = { name_en: "6th Guards Tank Army" };
const entries = [
  [MUKDEN, 1], [HOKKAIDO, 0], [MUTAN, 1], [{ name_en: "Fort Mukden" }, 0], [HAILAR, 2], [PYONGYANG, 1],
  [ARMY, 3],
].map(([thing, rank]) => ({ thing, rank, names: spelt(namesOf(thing)) }));
const found = (text, most = 8) => matching(entries, text, most).map(({ thing }) => thing.name_en);

for (const name of ["mukden", "MUKDEN", " Mukden ", "SHENYANG", "奉天", "瀋陽", "沈陽", "Мукден", "мукден"]) {
  test(`"${name}" finds Mukden first`, () => assert.equal(found(name)[0], "Mukden"));
}
for (const name of ["hokkaido", "Hokkaidō", "HOKKAIDŌ", "北海道", "хоккайдо", "ほっかいどう"]) {
  test(`"${name}" finds Hokkaidō`, () => assert.deepEqual(found(name), ["Hokkaidō"]));
}
for (const [name, meant] of [
  ["はいらる", HAILAR], ["ﾊｲﾗﾙ", HAILAR], ["평양", PYONGYANG], ["へいじょう", PYONGYANG],
  ["army guards 6", ARMY], ["6 tank army", ARMY], ["sixth guards", ARMY], ["Mu-tan kiang", MUTAN],
]) {
  test(`"${name}" finds ${meant.name_en}`, () => assert.deepEqual(found(name), [meant.name_en]));
}
test("the start of a name goes before its middle, whatever the rank", () => {
  assert.deepEqual(found("mu"), ["Mukden", "Mutankiang", "Fort Mukden"]);
  assert.deepEqual(found("mu", 1), ["Mukden"]);
});
for (const name of ["moon", "", " - ", "16th Army", "ь"]) {
  test(`"${name}" finds nothing`, () => assert.deepEqual(found(name), []));
}

const given = process.env.CAMPAIGN_NAMES;
test("names fit as they do in Python", { skip: !given }, () => {
  const python = JSON.parse(readFileSync(given, "utf8"));
  const page = makeMatching(python.letters);
  const names = python.names.map((own) => page.spelt(own.filter(Boolean)));
  assert.ok(python.typed.length > 100);
  python.typed.forEach((text, number) => {
    const wanted = page.sought(text);
    assert.deepEqual(names.map((own) => page.fit(own, wanted)), python.fits[number], text);
  });
});
