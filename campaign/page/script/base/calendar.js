// The days of the campaign, counted from 0, and how a date is put into words.

import { fill } from "./text.js";

const MS_PER_DAY = 86400000;

/** @typedef {{ weekdays: string[], months: string[], full: string, short: string, number: string }} DateWords */
/** @typedef {ReturnType<typeof makeCalendar>} Calendar */

/**
 * @param {string} first ISO date of the first day
 * @param {number} count
 * @param {DateWords} words
 */
export function makeCalendar(first, count, words) {
  const firstTime = Date.parse(`${first}T00:00:00Z`);
  const last = count - 1;

  /** @param {number} day */
  const isoOf = (day) => new Date(firstTime + day * MS_PER_DAY).toISOString().slice(0, 10);

  /**
   * Days since the first; null when the text is no date.
   * @param {string} iso
   */
  function indexOf(iso) {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
    const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
    return isReal ? Math.round((time - firstTime) / MS_PER_DAY) : null;
  }

  /**
   * The campaign day that an ISO date names; null when it names none.
   * @param {string} iso
   */
  function dayOf(iso) {
    const day = indexOf(iso);
    return day !== null && day >= 0 && day <= last ? day : null;
  }

  /**
   * @param {string} iso
   * @param {string} pattern
   */
  function inWords(iso, pattern) {
    const date = new Date(`${iso}T00:00:00Z`);
    return fill(pattern, {
      weekday: words.weekdays[date.getUTCDay()],
      day: date.getUTCDate(),
      month: words.months[date.getUTCMonth()],
      year: date.getUTCFullYear(),
    });
  }

  return Object.freeze({
    first, last, isoOf, indexOf, dayOf, inWords,

    /** @param {number} day */
    fullDate: (day) => inWords(isoOf(day), words.full),
    /** @param {string} iso */
    shortDate: (iso) => inWords(iso, words.short),
    /** @param {number} day */
    shortDay: (day) => inWords(isoOf(day), words.short),
    /** @param {number} day */
    dayNumber: (day) => fill(words.number, { n: day + 1, count }),
  });
}
