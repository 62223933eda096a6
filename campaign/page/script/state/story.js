// The chapter that is told: it brings its day and its view.

import { chapters } from "../base/diary.js";
import { clock } from "./clock.js";
import { player } from "./player.js";
import { shown } from "./shown.js";

let lastTold = 0;
shown.subscribe(({ chapter }) => { lastTold = chapter ?? lastTold; }, "chapter");

/** @param {number} chapter */
export function tell(chapter) {
  player.stop();
  const { day, view } = chapters[chapter];
  shown.change({ chapter, day, view, at: null, card: null });
  clock.settleSoon();
}

/** @param {1 | -1} way */
export function stepChapter(way) {
  const wanted = (shown.chapter ?? lastTold) + way;
  if (chapters[wanted]) tell(wanted);
}

/** Opens the story where it was left, or closes it. */
export function toggleStory() {
  if (chapters.length && !shown.change({ chapter: null })) tell(lastTold);
}
