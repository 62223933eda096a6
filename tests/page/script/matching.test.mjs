import assert from "node:assert/strict";
import { test } from "node:test";

import { matching, namesOf, plain } from "../../../campaign/page/script/base/matching.js";

const MUKDEN = {
  name_en: "Mukden", name_modern: "Shenyang", name_ja: "奉天", name_ru: "Мукден", name_zh: "瀋陽",
};
const HOKKAIDO = { name_en: "Hokkaidō", others: ["北海道", "Хоккайдо"] };
const MUTAN = { name_en: "Mutankiang", name_modern: "Mudanjiang" };
const entries = [[MUKDEN, 1], [HOKKAIDO, 0], [MUTAN, 1], [{ name_en: "Fort Mukden" }, 0]]
  .map(([thing, rank]) => ({ thing, rank, names: namesOf(thing).map(plain) }));
const found = (text, most = 8) => matching(entries, text, most).map(({ thing }) => thing.name_en);

for (const name of ["mukden", "MUKDEN", " Mukden ", "SHENYANG", "奉天", "瀋陽", "Мукден", "мукден"]) {
  test(`"${name}" finds Mukden first`, () => assert.equal(found(name)[0], "Mukden"));
}
for (const name of ["hokkaido", "Hokkaidō", "HOKKAIDŌ", "北海道", "хоккайдо"]) {
  test(`"${name}" finds Hokkaidō`, () => assert.deepEqual(found(name), ["Hokkaidō"]));
}
test("the start of a name goes before its middle, whatever the rank", () => {
  assert.deepEqual(found("mu"), ["Mukden", "Mutankiang", "Fort Mukden"]);
  assert.deepEqual(found("mu", 1), ["Mukden"]);
});
test("what nothing is called is not found", () => assert.deepEqual(found("moon"), []));
