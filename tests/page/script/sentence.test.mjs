import assert from "node:assert/strict";
import { test } from "node:test";

import { makeSentences } from "../../../campaign/page/script/base/sentence.js";
import { STATUSES, calendar, words } from "./given.mjs";

const { datedTurn, sentenceOf, titleOf } = makeSentences(words, STATUSES, calendar);
const SOVIET = 4, AIRHEAD = 3, CAPITULATED = 5, PLANNED = 6;
const taken = { name_en: "Mukden", layer: "manchuria", basis: "documented", runs: [-1, 0, 11, SOVIET] };

const SAID = [
  ["documented", taken, "SOVIET from 20 August (documented)"],
  ["with a range in its month", { ...taken, soviet_earliest: "1945-08-19", soviet_latest: "1945-08-22" },
    "SOVIET from 20 August, between 19 and 22 (documented)"],
  ["with a range into another month", { ...taken, soviet_earliest: "1945-08-19", soviet_latest: "1945-09-01" },
    "SOVIET from 20 August, between 19 August and 1 September (documented)"],
  ["on which the sources agree", { ...taken, soviet_earliest: "1945-08-20", soviet_latest: "1945-08-20" },
    "SOVIET from 20 August (documented; agreed)"],
  ["estimated", { ...taken, basis: "estimated" }, "SOVIET from about 20 August"],
  ["near a dated place", { ...taken, basis: "estimated", near: "mukden", near_day: "1945-08-21" },
    "SOVIET from about 20 August; Mukden, 21 August"],
  ["capitulated", { ...taken, runs: [-1, 0, 11, CAPITULATED], near: "mukden", near_day: "1945-08-21" }, "ended about 20 August"],
  ["that garrisons spread over", { ...taken, isSpread: true, basis: "estimated" },
    "SOVIET as garrisons spread from 20 August"],
  ["inferred", { ...taken, basis: "inferred" }, "inferred, drawn on 20 August"],
  ["planned", { ...taken, runs: [-1, PLANNED] }, "planned, never made"],
  ["unchanged", { ...taken, runs: [-1, 0] }, "no change"],
];
for (const [name, thing, said] of SAID) {
  test(`ground that is ${name}`, () => assert.equal(sentenceOf(thing), said));
}

test("the dated turn is the last, but the airlanding where that is the row's subject", () => {
  const runs = [-1, 0, 10, AIRHEAD, 12, SOVIET];
  assert.deepEqual(datedTurn({ ...taken, runs }), { day: 12, status: "soviet" });
  assert.deepEqual(datedTurn({ ...taken, runs, how: "airlanding" }), { day: 10, status: "airhead" });
  assert.deepEqual(datedTurn({ ...taken, how: "airlanding" }), { day: 11, status: "soviet" });
});

test("a title is the own name, the nearest place's, or the region's", () => {
  assert.equal(titleOf(taken), "Mukden");
  assert.equal(titleOf({ ...taken, near: "mukden", near_day: "1945-08-21" }), "Manchuria, near Mukden");
  assert.equal(titleOf({ ...taken, name_en: "" }), "Manchuria");
  assert.equal(titleOf({ ...taken, name_en: "", isSpread: true, basis: "estimated" }), "Manchuria, garrisons");
  assert.equal(titleOf({ ...taken, isSpread: true }), "Mukden", "a dated place that a garrison came to");
});
