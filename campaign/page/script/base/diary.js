// The dated events and the chapters of the story, in order.

import { calendar, data } from "./campaign.js";

/**
 * @typedef {object} DatedEvent
 * @property {number} number
 * @property {number} day
 * @property {string} kind
 * @property {string} title
 * @property {string} summary
 * @property {string} time
 * @property {string} place
 * @property {[number, number] | null} point
 * @property {string} confidence
 * @property {string[]} sources
 */

/** @param {string} keys */
export const keysIn = (keys) => keys.split(";").filter(Boolean);

/** @type {DatedEvent[]} */
export const events = data.diary.events.map((/** @type {any} */ event, /** @type {number} */ number) => (
  { ...event, number, sources: keysIn(event.sources) }));

export const eventsOn = Array.from({ length: data.count }, (_, day) =>
  events.filter((event) => event.day === day));

/**
 * Whether the place of an event is on the sheet; Moscow and Washington are not.
 * @param {DatedEvent} event
 */
export function isOnSheet({ point }) {
  const [south, west, north, east] = data.sheet;
  return point !== null && point[0] >= south && point[0] <= north && point[1] >= west && point[1] <= east;
}

/** @type {{ day: number, view: string, title: string, text: string, sources: string[] }[]} */
export const chapters = data.story.map((/** @type {any} */ chapter) => (
  { ...chapter, day: calendar.dayOf(chapter.date), sources: keysIn(chapter.sources) }));
