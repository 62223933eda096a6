// The story: chapters told beside the map, each with its day, its view and its sources.

import { words } from "../base/campaign.js";
import { chapters } from "../base/diary.js";
import { byId, greyAtEnd, make } from "../base/dom.js";
import { fill } from "../base/text.js";
import { takeSize } from "../map/map.js";
import { shown } from "../state/shown.js";
import { stepChapter, toggleStory } from "../state/story.js";
import { reference } from "./sources.js";

const LEAST_PX = 18;
const card = byId("story");
const button = byId("story-button");
let hidPanel = false;

const UNBREAKABLE = new RegExp(`(\\d[\\d-]* (?:${words.date.months.join("|")})|\\p{Lu}-\\d+)`, "u");

/**
 * A text in which no date and no name like L-19 is torn at the end of a line.
 * @param {string} text
 */
const unbroken = (text) => text.split(UNBREAKABLE)
  .map((part, n) => (n % 2 ? make("span", { class: "unbroken" }, part) : part));

/** In a lecture nobody scrolls: the text becomes as much smaller as it must to be seen whole. */
export function fitChapter() {
  const [body, text] = [byId("story-body"), byId("story-text")];
  text.style.fontSize = "";
  if (shown.mode !== "lecture") return;
  let size = parseFloat(getComputedStyle(text).fontSize);
  while (body.scrollHeight > body.clientHeight && size > LEAST_PX) text.style.fontSize = `${--size}px`;
}

/** @param {number} number */
function write(number) {
  const { title, text, sources } = chapters[number];
  const upcoming = chapters[number + 1];
  byId("story-number").textContent = fill(words.story.number, { n: number + 1, count: chapters.length });
  byId("story-title").textContent = title;
  byId("story-text").replaceChildren(...unbroken(text));
  byId("story-sources").replaceChildren(...sources.map(reference));
  byId("story-upcoming").textContent =
    upcoming ? fill(words.story.upcoming, { title: upcoming.title }) : words.story.last;
  byId("story-body").scrollTop = 0;
  greyAtEnd(byId("story-previous"), number === 0);
  greyAtEnd(byId("story-next"), !upcoming);
}

/** The card takes its place beside the map before the map is fitted into the rest. */
function open() {
  hidPanel = shown.panel;
  shown.change({ panel: false });
  card.hidden = false;
  button.setAttribute("aria-expanded", "true");
  takeSize();
}

function close() {
  const hadFocus = card.contains(document.activeElement);
  card.hidden = true;
  button.setAttribute("aria-expanded", "false");
  if (hidPanel) shown.change({ panel: true });
  if (hadFocus) button.focus({ preventScroll: true });
}

shown.subscribe(({ chapter }, before) => {
  if (chapter === null) return close();
  if (before.chapter === null) open();
  write(chapter);
  return fitChapter();
}, "chapter");

// the day's panel and the story share one place
shown.subscribe(({ panel, chapter }) => {
  if (!panel || chapter === null) return;
  hidPanel = false;
  shown.change({ chapter: null });
}, "panel");

// the texts are read out in a lecture; their sources stay a click away
shown.subscribe(({ mode }) => { card.querySelector(".sources").open = mode !== "lecture"; }, "mode");

button.hidden = !chapters.length;
button.addEventListener("click", toggleStory);
byId("story-close").addEventListener("click", () => shown.change({ chapter: null }));
byId("story-previous").addEventListener("click", () => stepChapter(-1));
byId("story-next").addEventListener("click", () => stepChapter(1));
