// What the page was given: its data and its words, and the calendar and the sentences they make.

import { makeCalendar } from "./calendar.js";
import { grouped } from "./numbers.js";
import { makeSentences } from "./sentence.js";

/** @type {any} as campaign/page/payload.py makes it */
export const data = JSON.parse(document.getElementById("campaign-data")?.textContent ?? "");
export const words = data.words;
export const calendar = makeCalendar(data.first, data.count, words.date);
export const { last: LAST, isoOf, inWords, fullDate, shortDate, shortDay, dayNumber } = calendar;

/** @type {string[]} in the order in which ground can pass through them */
export const STATUSES = data.statuses;
export const SOVIET = STATUSES.indexOf("soviet");
export const { datedTurn, sentenceOf, titleOf } = makeSentences(words, STATUSES, calendar);

/** @param {number} number */
export const inThousands = (number) => grouped(number, words.date.thousands);
