import assert from "node:assert/strict";
import { test } from "node:test";

import { grouped, rounded } from "../../../campaign/page/script/base/numbers.js";
import { fill } from "../../../campaign/page/script/base/text.js";
import { calendar } from "./given.mjs";

test("every day and its ISO date lead to each other", () => {
  for (let day = 0; day <= calendar.last; day++) assert.equal(calendar.dayOf(calendar.isoOf(day)), day);
  assert.equal(calendar.isoOf(0), "1945-08-09");
  assert.equal(calendar.isoOf(calendar.last), "1945-09-05");
});

for (const text of ["1946-08-18", "1945-08-08", "1945-09-06", "1945-02-30", "1945-9-1", "19450818", "soon", ""]) {
  test(`"${text}" is no day of the campaign`, () => assert.equal(calendar.dayOf(text), null));
}

test("a day before the campaign is counted back, for the range of an estimate", () => {
  assert.equal(calendar.indexOf("1945-08-08"), -1);
  assert.equal(calendar.indexOf("1945-09-31"), null);
});

test("a date is put into words", () => {
  assert.equal(calendar.fullDate(9), "Saturday 18 August 1945");
  assert.equal(calendar.shortDay(23), "1 September");
  assert.equal(calendar.dayNumber(0), "day 1 of 28");
});

test("numbers are rounded to three figures and grouped", () => {
  assert.equal(rounded(123456), 123000);
  assert.equal(rounded(0.12345), 0.123);
  assert.equal(grouped(1234567.5, ","), "1,234,567.5");
  assert.equal(grouped(999, ","), "999");
});

test("a name without a value stays in its braces", () => {
  assert.equal(fill("{a} {b}", { a: 0 }), "0 {b}");
  assert.equal(fill("{a}", { a: "{b}", b: 1 }), "{b}");
});
