// Lecture mode: the map from edge to edge with a large date, for a room, a projector and a clicker.

import { shortDay, words } from "../base/campaign.js";
import { events } from "../base/diary.js";
import { byId, onResize } from "../base/dom.js";
import { fill } from "../base/text.js";
import { coveredTop } from "../map/frames.js";
import { layOut, measureLabels } from "../map/labels.js";
import { measureScale, takeSize } from "../map/map.js";
import { isLent, refit } from "../map/views.js";
import { shown } from "../state/shown.js";
import { tell } from "./message.js";
import { fitChapter } from "./story.js";

const ROOM_PX = 641;
const nextUp = byId("next-up");

/** The first event of a later day; a line on the last day too, so that the map does not move. */
function showNextUp() {
  const { mode, chapter, day } = shown;
  nextUp.hidden = mode !== "lecture" || chapter !== null || !events.length;
  if (nextUp.hidden || day < 0) return;
  const next = events.find((event) => event.day > day);
  nextUp.textContent = next
    ? fill(words.lecture.next_up, { day: shortDay(next.day), title: next.title })
    : words.lecture.last;
}
shown.subscribe(showNextUp, "day", "chapter", "mode");

shown.subscribe(() => {
  takeSize();
  measureLabels();
  measureScale();
  if (shown.chapter !== null) fitChapter();
}, "mode");

/**
 * The mode that is asked for, where there is room for it.
 * @param {"lecture" | null} mode
 */
export function modeWithRoom(mode) {
  if (mode !== "lecture" || innerWidth >= ROOM_PX) return mode;
  tell(words.lecture.too_small);
  return null;
}

/** By hand, so that the browser may allow the full screen; where it does not, the mode stays. */
export function toggleLecture() {
  shown.change({ mode: modeWithRoom(shown.mode === "lecture" ? null : "lecture") });
  const isOn = shown.mode === "lecture";
  if (!document.fullscreenEnabled || isOn === Boolean(document.fullscreenElement)) return;
  const change = isOn ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  change.catch(() => {});
}

/** Begins a lecture, or goes on with one. */
export function startLecture() {
  if (shown.mode !== "lecture") toggleLecture();
}

// a date of another height leaves the map another room
let topSeen = 0;
onResize(/** @type {Element} */ (document.querySelector(".masthead")), () => {
  if (isLent || coveredTop() === topSeen) return;
  topSeen = coveredTop();
  document.documentElement.style.setProperty("--covered-top", `${topSeen}px`);
  if (shown.view) refit();
  else layOut();
});
