// Two days compared: how a piece of ground differs, and what was gained between them.

import { statusIn } from "./states.js";

export const SAME = 0, HELD_DIFFERS = 1, OTHERWISE = 2;

/**
 * How a piece differs between two days: in being Soviet-held, in some other way, or not at all.
 * @param {Uint8Array} states
 * @param {number} held
 * @param {number} day
 * @param {number} soviet number of the status
 */
export function differenceOf(states, held, day, soviet) {
  const [one, other] = [statusIn(states[held]), statusIn(states[day])];
  if (one === other) return SAME;
  return (one === soviet) !== (other === soviet) ? HELD_DIFFERS : OTHERWISE;
}

/**
 * Km² gained, or given back, from one day to another, by layer; layers at rest are left out.
 * @param {Record<string, number>} before
 * @param {Record<string, number>} now
 * @returns {Record<string, number>}
 */
export function changesBetween(before, now) {
  const layers = Object.keys({ ...before, ...now });
  return Object.fromEntries(layers
    .map((layer) => /** @type {[string, number]} */ ([layer, (now[layer] ?? 0) - (before[layer] ?? 0)]))
    .filter(([, change]) => change));
}
