// The keyboard, and presentation clickers, which send Page Down and Page Up.
//
// Keys are taken before the focused element sees them: a range input would step
// backwards on Page Down, and a page around the map may have shortcuts of its own.

import { LAST } from "../base/campaign.js";
import { byId, reducesMotion } from "../base/dom.js";
import { map } from "../map/map.js";
import { toggleLecture } from "../panels/lecture.js";
import { hush } from "../panels/message.js";
import { hideTip } from "../panels/tooltip.js";
import { player, step } from "../state/player.js";
import { shown } from "../state/shown.js";
import { stepChapter } from "../state/story.js";
import { toggleSure, zoomBy } from "./controls.js";
import { isBlack, toggleBlack, toggleFullscreen } from "./screen.js";
import { shareLink } from "./share.js";
import { walk } from "./walk.js";

const PAN_PX = 120;
const HOST_SHORTCUTS = new Set(["r", "c"]);
const helpDialog = byId("help");

/** @param {any} node */
const typesText = (node) =>
  node.isContentEditable || node.matches?.("textarea, select, input:not([type]), "
    + "input[type=text], input[type=search], input[type=date], input[type=email], "
    + "input[type=number], input[type=url], input[type=tel], input[type=password]");
/** @param {any} node */
const hasOwnSpace = (node) =>
  node.matches?.("button, summary, a[href], input[type=checkbox], [role=button]");

/**
 * What a clicker sends: the next chapter while the story is told, else the next day.
 * @param {1 | -1} way
 */
const turn = (way) => (shown.chapter === null ? step(way) : stepChapter(way));

/** @type {Record<string, () => unknown>} */
const ACTIONS = {
  ArrowLeft: () => step(-1),
  ArrowRight: () => step(1),
  PageUp: () => turn(-1),
  PageDown: () => turn(1),
  Home: () => step(-LAST),
  End: () => step(LAST),
  " ": () => player.toggle(),
  "+": () => zoomBy(1),
  "=": () => zoomBy(1),
  "-": () => zoomBy(-1),
  b: () => toggleBlack(),
  ".": () => toggleBlack(),
  f: () => toggleFullscreen(),
  l: () => toggleLecture(),
  "/": () => byId("search").focus(),
  n: () => walk(1),
  p: () => walk(-1),
  s: () => shareLink(),
  u: () => toggleSure(),
  "?": () => (helpDialog.open ? helpDialog.close() : helpDialog.showModal()),
};
const REPEATS = new Set(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "n", "p"]);
/** @type {Record<string, [number, number]>} */
const PANS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {Event} event */
function take(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || typesText(target)) return;
  if (key === "Escape") {
    escape(event);
    return;
  }
  if (event.shiftKey && PANS[key]) {
    take(event);
    const [across, down] = PANS[key];
    map.panBy([across * PAN_PX, down * PAN_PX], { animate: !reducesMotion.matches });
    return;
  }
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (HOST_SHORTCUTS.has(name)) {
    event.stopPropagation();
    return;
  }
  const act = ACTIONS[name];
  if (!act || (name === " " && hasOwnSpace(target))) return;
  if (helpDialog.open && name !== "?") return;
  take(event);
  if (event.repeat && !REPEATS.has(name)) return;
  if (isBlack() && name !== "b" && name !== ".") toggleBlack(false);
  act();
}

/** Whether there was a lecture to leave. */
function leaveLecture() {
  if (shown.mode !== "lecture") return false;
  toggleLecture();
  return true;
}

/**
 * Closes the topmost thing that is open; the help dialog closes itself.
 * @param {KeyboardEvent} event
 */
function escape(event) {
  if (helpDialog.open) return;
  const hadTip = hideTip();
  if (isBlack()) toggleBlack(false);
  else if (!shown.change({ card: null }) && !hadTip && !hush() && !shown.change({ chapter: null })
    && !shown.change({ compare: null }) && !leaveLecture()) {
    byId("layers").open = false;
    return;
  }
  take(event);
}

addEventListener("keydown", onKey, true);
for (const kind of /** @type {("keypress" | "keyup")[]} */ (["keypress", "keyup"])) {
  addEventListener(kind, (event) => {
    if (!typesText(event.target) && HOST_SHORTCUTS.has(event.key.toLowerCase())) event.stopPropagation();
  }, true);
}

// the link past the map leads to the slider and nowhere else: its fragment is no address
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  byId("day").focus();
});
