// The state of a thing on a day, in one small number: its status, and whether that began on the day.

const BEGINS = 16;
const SPREADS = 32;
const STATUS = BEGINS - 1;

/** The state of what has not been drawn yet. */
export const UNDRAWN = 255;

/**
 * The state on each day.
 * @param {number[]} runs day and number of each status in turn; day -1 is before the campaign
 * @param {number} count days
 * @param {number} [spread] status that began as garrisons spread, not as a column came
 */
export function statesOf(runs, count, spread) {
  const states = new Uint8Array(count);
  for (let turn = 0; turn < runs.length; turn += 2) {
    states.fill(runs[turn + 1], Math.max(0, runs[turn]));
    if (runs[turn] < 0) continue;
    states[runs[turn]] |= runs[turn + 1] === spread ? BEGINS | SPREADS : BEGINS;
  }
  return states;
}

/**
 * The number of its status.
 * @param {number} state
 */
export const statusIn = (state) => state & STATUS;

/** @param {number} state */
export const spreadsToday = (state) => (state & SPREADS) !== 0;

/** @param {number} state */
export const beginsToday = (state) => (state & BEGINS) !== 0;

/**
 * The furthest that any of several things at one point has come: what begins today goes before.
 * @param {number[]} states
 */
export function furthest(states) {
  const begun = states.filter((state) => statusIn(state) !== 0);
  return begun.length ? Math.max(...begun) : 0;
}
