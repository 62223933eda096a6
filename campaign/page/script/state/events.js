// The event that is marked, until its day is left, and the way from one to the next.

import { events } from "../base/diary.js";
import { clock } from "./clock.js";
import { player } from "./player.js";
import { shown } from "./shown.js";

shown.subscribe(({ day, event }) => {
  if (event !== null && events[event].day !== day) shown.change({ event: null });
}, "day");

/**
 * Goes to the day of an event, and marks it.
 * @param {number} number
 */
export function chooseEvent(number) {
  player.stop();
  shown.change({ card: null, event: null });
  shown.change({ event: number, day: events[number].day });
  clock.settleSoon();
}

/**
 * The next event, or the one before: after the marked one, else after the day before.
 * @param {1 | -1} way
 */
export function stepEvent(way) {
  const before = events.filter(({ day }) => (way > 0 ? day < shown.day : day <= shown.day)).length;
  const wanted = shown.event === null ? before - (way > 0 ? 0 : 1) : shown.event + way;
  if (events[wanted]) chooseEvent(wanted);
}
