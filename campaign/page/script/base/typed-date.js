// A date as people type it: 1945-08-18, 18 Aug, August 18th, 18/8/1945, 18.8., 8月18日, 18 августа, or 18.
//
// What can mean one day only is taken. Of two numbers either may be the month, unless a sign
// or the calendar tells which.

import { monthOf, plainDate } from "./date-words.js";

/** @typedef {import("./calendar.js").Calendar} Calendar */
/**
 * @typedef {{ day: number } | { fault: "outside" | "unreadable" } | { fault: "unclear", dates: string[] }} Typed
 * @typedef {{ value: number, digits: number, unit: string, after: string }} Figure a number and what follows it
 * @typedef {[year: number, month: number, date: number]} Reading
 */

const TOKEN = /(?:(\d+)([YMD]?)|(\p{Ll}+|\p{Lo}+))([\s.,/'’-]*)/uy;
/** @type {Typed} */
const UNREADABLE = { fault: "unreadable" };

/**
 * The numbers of a text and its month, where that is a word; null where there is anything else.
 * @param {string} plain
 * @param {string[]} months
 */
function tokens(plain, months) {
  /** @type {Figure[]} */
  const figures = [];
  const named = [];
  const text = plain.replace(/^[\s'’,]+/, "");
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return null;
    const [, digits, unit, word, after] = found;
    if (word) named.push(monthOf(word, months));
    else figures.push({ value: Number(digits), digits: digits.length, unit, after });
  }
  return named.length > 1 || named[0] === 0 ? null : { figures, named: named[0] ?? 0 };
}

/**
 * The eight digits of a date written without a sign between.
 * @param {Figure[]} figures
 * @param {number} year
 */
function unpacked(figures, year) {
  const [{ value, digits }] = figures;
  if (figures.length > 1 || digits !== 8) return figures;
  const text = String(value).padStart(8, "0");
  const lengths = text.startsWith(String(year)) ? [4, 2, 2] : [2, 2, 4];
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return { value: Number(text.slice(from - length, from)), digits: length, unit: "", after: "" };
  });
}

/**
 * Every way to read the numbers as year, month and date.
 * @param {Figure[]} figures
 * @param {number} named the month that is a word, or 0
 * @param {number} year that a text without one means
 * @returns {Reading[]}
 */
function readings(figures, named, year) {
  const isYear = (/** @type {Figure} */ { unit, digits, value }) =>
    unit === "Y" || (!unit && (digits === 4 || value === year % 100));
  const years = figures.filter(isYear);
  const rest = figures.filter((figure) => !isYear(figure));
  if (years.length > 1) return [];
  const said = years[0]?.value ?? year;
  const full = said === year % 100 ? year : said;
  const [one, other] = rest;
  if (named) return rest.length === 1 && one.unit !== "M" ? [[full, named, one.value]] : [];
  if (rest.length !== 2) return [];
  const [first, second] = [one.value, other.value];
  if (one.unit === "M" || other.unit === "D") return [[full, first, second]];
  if (one.unit || other.unit) return [[full, second, first]];
  /** @type {Reading[]} */
  const [monthFirst, dateFirst] = [[full, first, second], [full, second, first]];
  if (figures[0] === years[0]) return second > 12 || first <= 12 ? [monthFirst] : [dateFirst];
  // 8.9.1945 is 8 September to everybody, 8.9. not to those who write the month first
  const isDotted = years.length && one.after.startsWith(".") && second <= 12;
  return isDotted ? [dateFirst] : [monthFirst, dateFirst];
}

/** @param {Reading} reading */
const isoOf = ([year, ...rest]) => [year, ...rest.map((part) => String(part).padStart(2, "0"))].join("-");

/**
 * The day that readings of a date agree on.
 * @param {Reading[]} found
 * @param {Calendar} calendar
 * @param {number | null} weekday
 * @returns {Typed}
 */
function judged(found, calendar, weekday) {
  const real = [...new Set(found.map(isoOf))].filter((iso) => calendar.indexOf(iso) !== null
    && (weekday === null || new Date(iso).getUTCDay() === weekday));
  // months that the campaign does not touch are not meant where the other reading touches it
  const touched = new Set([calendar.isoOf(0), calendar.isoOf(calendar.last)].map((iso) => iso.slice(0, 7)));
  const likely = real.filter((iso) => touched.has(iso.slice(0, 7)));
  const dates = likely.length ? likely : real;
  if (!dates.length) return UNREADABLE;
  if (dates.length > 1) return likely.length ? { fault: "unclear", dates } : { fault: "outside" };
  const day = calendar.dayOf(dates[0]);
  return day === null ? { fault: "outside" } : { day };
}

/**
 * The campaign day that a text names, or why it names none.
 * @param {string} text
 * @param {Calendar} calendar
 * @param {string[]} months
 * @returns {Typed}
 */
export function typedDate(text, calendar, months) {
  const { plain, weekday } = plainDate(text);
  const found = tokens(plain, months);
  const [year, firstMonth, firstDate] = calendar.first.split("-").map(Number);
  if (!found?.figures.length) return UNREADABLE;
  const figures = unpacked(found.figures, year);
  const [{ value, digits, unit }] = figures;
  if (figures.length > 1 || found.named) return judged(readings(figures, found.named, year), calendar, weekday);
  if (value < 1 || value > 31 || digits > 2 || (unit && unit !== "D")) return UNREADABLE;
  // a bare number is the only day of the campaign with that date
  return judged([[year, firstMonth + (value >= firstDate ? 0 : 1), value]], calendar, weekday);
}
