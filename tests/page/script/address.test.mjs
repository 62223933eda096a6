import assert from "node:assert/strict";
import { test } from "node:test";

import { makeAddress } from "../../../campaign/page/script/state/address.js";
import { makeShown } from "../../../campaign/page/script/state/shown.js";
import { calendar, dice, messages } from "./given.mjs";

const VIEWS = ["theatre", "manchuria", "south-kurils"];
const SHEET = [14, 88, 68, 180];
const CHAPTERS = 15;
const CARDS = ["mukden-air", "manchuria-2rba-heihe-0822"];
const address = makeAddress({
  calendar, views: Object.fromEntries(VIEWS.map((view) => [view, []])), sheet: SHEET, chapters: CHAPTERS, messages,
  cards: { has: (id) => CARDS.includes(id), idOf: (thing) => thing.id },
});
const PARTS = ["day", "view", "at", "sure", "compare", "mode", "story", "card"];
const read = (parts) => address.read(String(new URLSearchParams(parts)));

const showing = (wanted) => {
  const shown = makeShown();
  shown.change({ day: 0, view: "theatre", ...wanted });
  return shown;
};

test("every part is written, with its text or null", () => {
  assert.deepEqual(address.write(showing({})), {
    day: "1945-08-09", view: "theatre", at: null, sure: null, compare: null, mode: null, story: null, card: null,
  });
});

test("only what is on is joined, in the order of the table", () => {
  const all = { day: 9, view: null, at: [45, 125.12345, 6.5], sure: true, compare: 5, mode: "lecture", chapter: 2, card: { things: [{ id: "mukden-air" }] } };
  assert.equal(address.join(showing(all)),
    "day=1945-08-18&at=45.000%2C125.123%2C6.50&sure=1&compare=1945-08-14&mode=lecture&story=3&card=mukden-air");
  assert.equal(address.join(showing({})), "day=1945-08-09&view=theatre");
});

test("what is written is read back, whatever is shown", () => {
  const random = dice();
  const pick = (values) => values[Math.floor(random() * values.length)];
  const within = (least, most, decimals) => Number((least + random() * (most - least)).toFixed(decimals));
  for (let round = 0; round < 2000; round++) {
    const view = pick([...VIEWS, null]);
    const wanted = {
      day: pick([...Array(28).keys()]),
      view,
      at: view ? null : [within(14, 68, 3), within(88, 180, 3), within(2, 11, 2)],
      sure: pick([true, false]),
      compare: pick([null, 0, 13, 27]),
      mode: pick([null, "lecture"]),
      chapter: pick([null, 0, 7, CHAPTERS - 1]),
    };
    const opens = pick([null, ...CARDS]);
    const card = opens && { things: [{ id: opens }] };
    const { wanted: found, complaints } = address.read(address.join(showing({ ...wanted, card })));
    assert.deepEqual(complaints, []);
    const nothing = { view: null, at: null, sure: false, compare: null, mode: null, chapter: null, opens: null };
    assert.deepEqual({ ...nothing, ...found }, { ...wanted, opens });
  }
});

const WRONG = [
  ["day", "1946-08-18", { day: 0 }, "day 1946-08-18"],
  ["day", "1945-08-08", { day: 0 }, "day 1945-08-08"],
  ["day", "1945-02-30", { day: 0 }, "day 1945-02-30"],
  ["day", "soon", { day: 0 }, "day soon"],
  ["day", "", { day: 0 }, "day "],
  ["day", "{day}", { day: 0 }, "day {day}"],
  ["view", "moon", { view: "theatre" }, "view moon: theatre, manchuria, south-kurils"],
  ["view", "constructor", { view: "theatre" }, "view constructor: theatre, manchuria, south-kurils"],
  ["at", "here", {}, "at here"],
  ["at", "1,2", {}, "at 1,2"],
  ["at", "10,20,5", {}, "at 10,20,5"],
  ["at", "46,123,NaN", {}, "at 46,123,NaN"],
  ["at", "46,123,5,6", {}, "at 46,123,5,6"],
  ["at", "", {}, "at "],
  ["at", "46,123,", {}, "at 46,123,"],
  ["at", "-46,123,5", {}, "at -46,123,5"],
  ["at", "0x2e,123,5", {}, "at 0x2e,123,5"],
  ["sure", "perhaps", { sure: false }, "sure perhaps"],
  ["mode", "lectures", { mode: null }, "mode lectures"],
  ["card", "atlantis", {}, "card atlantis"],
  ["card", "__proto__", {}, "card __proto__"],
  ["compare", "1945-12-24", { compare: null }, "compare 1945-12-24"],
  ["story", "0", {}, "story 0 of 15"],
  ["story", "-3", {}, "story -3 of 15"],
  ["story", "1 3", {}, "story 1 3 of 15"],
  ["story", "16", {}, "story 16 of 15"],
  ["story", "1.5", {}, "story 1.5 of 15"],
];
for (const [part, text, wanted, complaint] of WRONG) {
  test(`${part}=${text} is complained of and answered`, () => {
    assert.deepEqual(read({ [part]: text }), { wanted, complaints: [complaint] });
  });
}

test("several faults are all named", () => {
  assert.equal(read({ day: "soon", view: "moon", story: "99" }).complaints.length, 3);
});

test("a view goes before a place", () => {
  assert.deepEqual(read({ view: "manchuria", at: "nowhere" }), { wanted: { view: "manchuria" }, complaints: [] });
});

test("what is no part of ours is left alone", () => {
  for (const text of ["", "day", "details", "day&view", "from=course", "streamlitUrl=x", "__proto__=1"]) {
    assert.deepEqual(address.read(text), { wanted: {}, complaints: [] }, text);
  }
});

test("any text of any part is answered, and only with what can be shown", () => {
  const random = dice(7);
  const letters = "0123456789-,.{}<>&=%+ abcлж満\u0000";
  for (let round = 0; round < 2000; round++) {
    const text = Array.from({ length: random() * 12 }, () => letters[Math.floor(random() * letters.length)]).join("");
    const { wanted } = read(Object.fromEntries(PARTS.map((part) => [part, text])));
    assert.ok(wanted.day >= 0 && wanted.day <= calendar.last);
    assert.ok(VIEWS.includes(wanted.view));
    assert.ok(wanted.opens === undefined || CARDS.includes(wanted.opens));
    assert.ok(wanted.compare === null || (wanted.compare >= 0 && wanted.compare <= calendar.last));
    assert.ok(wanted.chapter === undefined || (wanted.chapter >= 0 && wanted.chapter < CHAPTERS));
  }
});
