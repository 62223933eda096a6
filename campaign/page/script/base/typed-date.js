// A date as people type it: 1945-08-18, 18 Aug, Aug 18, 18 August 1945, or 18.

/** @typedef {import("./calendar.js").Calendar} Calendar */

/**
 * Number of the month, from its name or at least three letters of it; null for anything else.
 * @param {string} name
 * @param {string[]} months
 */
function monthOf(name, months) {
  const index = name.length < 3 ? -1
    : months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return index < 0 ? null : index + 1;
}

/**
 * The ISO date that a text names; null when none.
 * @param {string} text
 * @param {string} first ISO date of the first day, which fills in what the text leaves out
 * @param {string[]} months
 */
function isoFrom(text, first, months) {
  const found = /^(\d{1,2})\.?\s*(\p{L}+)?(?:,?\s+(\d{4}))?$/u.exec(text)
    ?? /^(\p{L}+)\s+(\d{1,2})(?:,?\s+(\d{4}))?$/u.exec(text);
  if (!found) return null;
  const [firstYear, firstMonth, firstDate] = first.split("-");
  const [, one, other = "", year = firstYear] = found;
  const [date, name] = /\d/.test(one) ? [one, other] : [other, one];
  // a bare number is the only day of the campaign with that date
  const bare = Number(firstMonth) + (Number(date) >= Number(firstDate) ? 0 : 1);
  const month = name ? monthOf(name, months) : bare;
  return month && [year, String(month).padStart(2, "0"), date.padStart(2, "0")].join("-");
}

/**
 * The campaign day that a text names; null when none.
 * @param {string} text
 * @param {Calendar} calendar
 * @param {string[]} months
 */
export function typedDay(text, calendar, months) {
  const trimmed = text.trim();
  const iso = /^\d{4}-/.test(trimmed) ? trimmed : isoFrom(trimmed, calendar.first, months);
  return iso ? calendar.dayOf(iso) : null;
}
