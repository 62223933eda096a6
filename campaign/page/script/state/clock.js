// When a day that is shown is drawn, and when it is settled.
//
// A day may be *shown* many times while the slider is dragged. It is *settled* when the
// reader has chosen it: the slider let go, a step not followed by another, play at rest.
//
// Drawn at once, a day takes more than a frame of a machine without a graphics card. So it comes
// in turns: with the step the date and the ground (they follow `shown` itself), a frame later what
// lies over the ground, and what is read when the slider pauses, which is soon enough to be taken
// for at once.

import { LAST, isoOf } from "../base/campaign.js";
import { shown } from "./shown.js";

const PAUSE_MS = 90;
const SETTLE_MS = 250;

/** @typedef {(day: number) => void} Follower */
/** @type {{ frame: Follower[], pause: Follower[], settle: Follower[] }} */
const followers = { frame: [], pause: [], settle: [] };
let pausing = 0;
let settling = 0;
let isFrameAsked = false;

/** A frame asked for while the slider moves may be the one that this step is drawn in. */
function askForFrame() {
  if (isFrameAsked) return;
  isFrameAsked = true;
  requestAnimationFrame(() => requestAnimationFrame(drawOver));
}

function drawOver() {
  isFrameAsked = false;
  for (const follow of followers.frame) follow(shown.day);
  // by then the slider may be further than what is painted
  const painted = isoOf(shown.day);
  requestAnimationFrame(() => { document.documentElement.dataset.day = painted; });
}

function pause() {
  for (const follow of followers.pause) follow(shown.day);
}

shown.subscribe((_, before) => {
  clearTimeout(settling);
  // the first day is drawn as a whole
  if (before.day < 0) return;
  askForFrame();
  clearTimeout(pausing);
  pausing = setTimeout(pause, PAUSE_MS);
}, "day");

export const clock = Object.freeze({
  /** @param {Follower} follower */
  onNextFrame: (follower) => { followers.frame.push(follower); },
  /** @param {Follower} follower */
  onPause: (follower) => { followers.pause.push(follower); },
  /** @param {Follower} follower */
  onSettle: (follower) => { followers.settle.push(follower); },

  /** Draws all turns of the day at once, as when the page opens. */
  draw() {
    drawOver();
    pause();
  },

  settle() {
    clearTimeout(settling);
    for (const follow of followers.settle) follow(shown.day);
  },

  /** Settles the day unless another follows at once. */
  settleSoon() {
    clearTimeout(settling);
    settling = setTimeout(clock.settle, SETTLE_MS);
  },

  /**
   * Shows the day that is nearest to the one wanted, and settles it unless another follows at once.
   * @param {number} wanted
   */
  goTo(wanted) {
    shown.change({ day: Math.min(LAST, Math.max(0, wanted)) });
    clock.settleSoon();
  },
});
