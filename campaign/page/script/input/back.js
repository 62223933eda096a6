// Back closes what was opened last, and only then leads to what was there before.
//
// Opening something makes an entry in the history; the days that are shown write over the address
// of the entry they are on. An entry whose thing was closed by another way is used again or passed by.

import { byId } from "../base/dom.js";
import { OPENABLES } from "./opened.js";

const namesOpen = () => Object.keys(OPENABLES).filter((name) => OPENABLES[name].isOpen());

/** @type {Window} whose history it is: that of the page, or of the app around it */
let host = window;
/** @type {string[][]} what was opened by each entry above the one that a link or the reader came to */
let entries = history.state?.opened ?? [];
let were = new Set(namesOpen());
/** What a link opened, or the page by itself, is there from the beginning. */
let given = new Set();
/** @type {(() => void)[]} */
const followers = [];

/** @param {"pushState" | "replaceState"} way */
function mark(way) {
  try {
    host.history[way]({ ...host.history.state, opened: entries }, "");
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

/**
 * Closes what was opened above the entry that Back has led to; the page around hears nothing of it.
 * @param {PopStateEvent} event
 */
function closeOnBack(event) {
  /** @type {string[][] | undefined} */
  const wanted = host.history.state?.opened;
  const isBack = wanted !== undefined && wanted.length < entries.length;
  const left = isBack ? entries.slice(wanted.length).flat().filter((name) => OPENABLES[name].isOpen()) : [];
  entries = wanted ?? [];
  if (!isBack) return;
  event.stopImmediatePropagation();
  for (const name of left) OPENABLES[name].close();
  observer.takeRecords();
  were = new Set(namesOpen());
  for (const follow of followers) follow();
  if (!left.length) host.history.back();
}

const listen = () => host.addEventListener("popstate", closeOnBack, { capture: true });
const unlisten = () => host.removeEventListener("popstate", closeOnBack, { capture: true });
listen();

/** @param {() => void} follower called when Back has closed something, on the entry that it led to */
export const onClosedByBack = (follower) => { followers.push(follower); };

/**
 * Makes the entries in the history of a page around this one, which Back leads through.
 * @param {Window} around
 */
export function keepHistoryIn(around) {
  unlisten();
  host = around;
  entries = host.history.state?.opened ?? [];
  listen();
  addEventListener("pagehide", unlisten);
}
