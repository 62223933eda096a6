// Back closes what was opened last, and only then leads to what was there before.
//
// Opening something makes an entry in the history; the days that are shown write over the address
// of the entry they are on. An entry whose thing was closed by another way is used again or passed by.

import { byId } from "../base/dom.js";
import { OPENABLES } from "./opened.js";

const namesOpen = () => Object.keys(OPENABLES).filter((name) => OPENABLES[name].isOpen());

/** @type {string[][]} what was opened by each entry above the one that a link or the reader came to */
let entries = history.state?.opened ?? [];
let were = new Set(namesOpen());
/** What a link opened, or the page by itself, is there from the beginning. */
let given = new Set();

/** @param {"pushState" | "replaceState"} way */
function mark(way) {
  try {
    history[way]({ ...history.state, opened: entries }, "");
  } catch (error) {
    // a browser that finds it too often, or a frame without a history of its own
    if (!(error instanceof DOMException)) throw error;
  }
}

function look() {
  const before = were;
  were = new Set(namesOpen());
  const opened = [...were].filter((name) => !before.has(name) && !given.has(name));
  if (!opened.length) return;
  const isTopClosed = entries.at(-1)?.every((name) => !were.has(name));
  if (!entries.length) mark("replaceState");
  entries = [...(isTopClosed ? entries.slice(0, -1) : entries), opened];
  mark(isTopClosed ? "replaceState" : "pushState");
}

const observer = new MutationObserver(look);
const parts = ["black", "help", "search-list", "layers", "details", "day-panel", "story"].map(byId);
for (const node of [document.documentElement, document.body, ...parts]) {
  observer.observe(node, { attributeFilter: ["class", "hidden", "open"] });
}

/** Takes what is open now as given: nobody opened it by hand. */
export function takeAsGiven() {
  observer.takeRecords();
  were = new Set(namesOpen());
  given = new Set([...were].filter((name) => !entries.flat().includes(name)));
}

/** Closes what was opened above the entry that Back has led to; whether it led back within the page. */
export function closeOnBack() {
  /** @type {string[][] | undefined} */
  const wanted = history.state?.opened;
  const left = entries.slice(wanted?.length ?? entries.length).flat().filter((name) => OPENABLES[name].isOpen());
  const isBack = wanted !== undefined && wanted.length < entries.length;
  entries = wanted ?? [];
  for (const name of left) OPENABLES[name].close();
  observer.takeRecords();
  were = new Set(namesOpen());
  if (isBack && !left.length) history.back();
  return isBack;
}
