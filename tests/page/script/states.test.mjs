import assert from "node:assert/strict";
import { test } from "node:test";

import {
  HELD_DIFFERS, OTHERWISE, SAME, changesBetween, differenceOf,
} from "../../../campaign/page/script/base/comparison.js";
import { beginsToday, furthest, spreadsToday, statesOf, statusIn } from "../../../campaign/page/script/base/states.js";

const SOVIET = 4;
const states = statesOf([-1, 0, 2, 3, 4, SOVIET], 6);

test("a status holds until the next begins, and begins on one day", () => {
  assert.deepEqual([...states].map(statusIn), [0, 0, 3, 3, SOVIET, SOVIET]);
  assert.deepEqual([...states].map(beginsToday), [false, false, true, false, true, false]);
});

test("what was so before the campaign does not begin on its first day", () => {
  assert.deepEqual([...statesOf([-1, 6], 2)].map(beginsToday), [false, false]);
  assert.deepEqual([...statesOf([-1, 0, 0, SOVIET], 2)].map(beginsToday), [true, false]);
});

test("ground that garrisons spread over says so on its day, and only of the status that they brought", () => {
  const spread = statesOf([-1, 0, 1, 5, 3, SOVIET], 5, SOVIET);
  assert.deepEqual([...spread].map(spreadsToday), [false, false, false, true, false]);
  assert.deepEqual([...spread].map(beginsToday), [false, true, false, true, false]);
  assert.deepEqual([...spread].map(statusIn), [0, 5, 5, SOVIET, SOVIET]);
});

test("of several at one point, what begins today goes before, and what has begun before what has not", () => {
  const [taken] = statesOf([-1, 0, 0, SOVIET], 1);
  assert.equal(furthest([0, taken]), taken);
  assert.equal(furthest([SOVIET, statesOf([-1, 0, 0, 3], 1)[0]]), statesOf([-1, 0, 0, 3], 1)[0]);
  assert.equal(furthest([0, 0]), 0);
});

test("two days differ in being Soviet-held, in some other way, or not at all", () => {
  assert.equal(differenceOf(states, 0, 1, SOVIET), SAME);
  assert.equal(differenceOf(states, 0, 5, SOVIET), HELD_DIFFERS);
  assert.equal(differenceOf(states, 5, 0, SOVIET), HELD_DIFFERS);
  assert.equal(differenceOf(states, 0, 2, SOVIET), OTHERWISE);
  assert.equal(differenceOf(states, 2, 3, SOVIET), SAME, "that it began there is no difference");
});

test("changes are counted by layer both ways, and layers at rest are left out", () => {
  assert.deepEqual(changesBetween({ a: 1, b: 2, c: 5 }, { a: 3, b: 2, d: 4 }), { a: 2, c: -5, d: 4 });
});
