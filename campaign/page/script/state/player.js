// Play: one day after the other, never by itself, at rest on the last day.

import { LAST } from "../base/campaign.js";
import { clock } from "./clock.js";
import { shown } from "./shown.js";

let stepMs = 1000;
let ticking = 0;

function run() {
  clearInterval(ticking);
  ticking = setInterval(() => {
    shown.change({ day: Math.min(LAST, shown.day + 1) });
    if (shown.day === LAST) player.stop();
  }, stepMs);
}

shown.subscribe(({ playing }) => {
  if (playing) return run();
  clearInterval(ticking);
  return clock.settle();
}, "playing");

export const player = Object.freeze({
  start() {
    if (shown.playing) return;
    if (shown.day === LAST) shown.change({ day: 0 });
    shown.change({ playing: true });
  },

  stop() { shown.change({ playing: false }); },

  toggle() {
    if (shown.playing) player.stop();
    else player.start();
  },

  /**
   * Days a second, now and whenever it plays.
   * @param {number} days
   */
  setSpeed(days) {
    stepMs = 1000 / days;
    if (shown.playing) run();
  },
});

/**
 * A step by hand, which ends the play.
 * @param {number} days
 */
export function step(days) {
  player.stop();
  clock.goTo(shown.day + days);
}
