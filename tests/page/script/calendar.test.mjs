import assert from "node:assert/strict";
import { test } from "node:test";

import { grouped, rounded } from "../../../campaign/page/script/base/numbers.js";
import { fill } from "../../../campaign/page/script/base/text.js";
import { typedDay } from "../../../campaign/page/script/base/typed-date.js";
import { MONTHS, calendar } from "./given.mjs";

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

const TYPED = {
  "1945-08-18": 9, " 1945-08-18 ": 9, "18 Aug": 9, "18 aug": 9, "18. August": 9, "Aug 18": 9,
  "18 August 1945": 9, "August 18, 1945": 9, "18": 9, "9": 0, "3": 25, "Sep 1": 23, "2 September 1945": 24,
  "5": 27,
};
for (const [text, day] of Object.entries(TYPED)) {
  test(`"${text}" is typed for day ${day}`, () => assert.equal(typedDay(text, calendar, MONTHS), day));
}

const WRONG = [
  "7", "31 Sep", "18 Au", "18 Aug 1946", "1945-02-30", "1945-", "soon", "", "0", "99", "Aug", "18 Foo", "8 8",
];
for (const text of WRONG) {
  test(`"${text}" is typed for no day`, () => assert.equal(typedDay(text, calendar, MONTHS), null));
}

test("every day is found by number, short name and full date", () => {
  for (let day = 0; day <= calendar.last; day++) {
    const [, month, date] = calendar.isoOf(day).split("-").map(Number);
    const name = MONTHS[month - 1];
    for (const text of [`${date}`, `${date} ${name.slice(0, 3)}`, `${name} ${date} 1945`, `${date} ${name}`]) {
      assert.equal(typedDay(text, calendar, MONTHS), day, text);
    }
  }
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
