// The keyboard, and presentation clickers, which send Page Down and Page Up.
//
// Keys are taken before the focused element sees them: a range input would step
// backwards on Page Down, and a page around the map may have shortcuts of its own.

import { LAST, words } from "../base/campaign.js";
import { byId, reducesMotion } from "../base/dom.js";
import { isCharacter, isComposed, keyName } from "../base/keys.js";
import { map } from "../map/map.js";
import { slider } from "../panels/date.js";
import { startLecture, toggleLecture } from "../panels/lecture.js";
import { tell } from "../panels/message.js";
import { player, step } from "../state/player.js";
import { shown } from "../state/shown.js";
import { stepChapter } from "../state/story.js";
import { toggleSure, zoomBy } from "./controls.js";
import { hasCharacterKeys } from "./character-keys.js";
import { closeTopmost } from "./opened.js";
import { isBlack, toggleBlack, toggleFullscreen } from "./screen.js";
import { shareLink } from "./share.js";
import { walk } from "./walk.js";

const PAN_PX = 120;
const HOST_SHORTCUTS = new Set(["r", "c"]);
const helpDialog = byId("help");

/** @param {any} node */
const typesText = (node) =>
  node.isContentEditable || node.matches?.("textarea, input:not([type]), "
    + "input[type=text], input[type=search], input[type=date], input[type=email], "
    + "input[type=number], input[type=url], input[type=tel], input[type=password]");

/** @type {[string, Set<string>][]} */
const OWN_KEYS = [
  ["button, summary, a[href], input[type=checkbox], [role=button]", new Set([" "])],
  ["select", new Set([" ", "ArrowLeft", "ArrowRight", "Home", "End"])],
];
/**
 * Whether the focused element does something of its own on a key.
 * @param {any} node
 * @param {string} name
 */
const hasOwn = (node, name) => OWN_KEYS.some(([kind, names]) => names.has(name) && node.matches?.(kind));

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
const REPEATS = new Set([
  "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "n", "p",
]);
/** @type {Record<string, [number, number]>} */
const PANS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** Down is later on the slider, as it is in a talk's slides; elsewhere what can be scrolled scrolls. */
/** @type {Record<string, () => unknown>} */
const ON_SLIDER = { ArrowUp: () => step(-1), ArrowDown: () => step(1) };

/** @param {Event} event */
function take(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * What a key does here and now.
 * @param {string} name
 * @param {any} target
 */
function actionOf(name, target) {
  if (isCharacter(name) && !hasCharacterKeys()) return null;
  if (hasOwn(target, name)) return null;
  // the start key of a clicker, and no new beginning in the middle of a talk
  if (name === "F5") return shown.mode === "lecture" || shown.chapter !== null ? startLecture : null;
  return (target === slider ? ON_SLIDER[name] : undefined) ?? ACTIONS[name] ?? null;
}

let lastName = "";

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { target } = event;
  const name = keyName(event);
  if (!name || isComposed(event) || event.ctrlKey || event.altKey || event.metaKey || typesText(target)) return;
  const before = lastName;
  lastName = name;
  if (name === "Escape") {
    escape(event, before);
    return;
  }
  if (event.shiftKey && PANS[name]) {
    take(event);
    const [across, down] = PANS[name];
    map.panBy([across * PAN_PX, down * PAN_PX], { animate: !reducesMotion.matches });
    return;
  }
  if (HOST_SHORTCUTS.has(name)) {
    event.stopPropagation();
    return;
  }
  const act = actionOf(name, target);
  if (!act || (helpDialog.open && name !== "?")) return;
  take(event);
  if (event.repeat && !REPEATS.has(name)) return;
  if (isBlack() && name !== "b" && name !== ".") toggleBlack(false);
  act();
}

/**
 * Closes the topmost thing that is open; the help dialog closes itself. The start key of a clicker
 * sends Escape too, so after a clicker's keys a story is closed only when it is pressed again.
 * @param {KeyboardEvent} event
 * @param {string} before name of the key before
 */
function escape(event, before) {
  if (helpDialog.open) return;
  const mayBeClicker = before === "PageDown" || before === "PageUp";
  const closed = closeTopmost({ keepsStory: mayBeClicker });
  if (closed === "kept") tell(words.story.escape, { isBrief: true });
  if (closed) take(event);
}

addEventListener("keydown", onKey, true);
for (const kind of /** @type {("keypress" | "keyup")[]} */ (["keypress", "keyup"])) {
  addEventListener(kind, (event) => {
    if (!typesText(event.target) && HOST_SHORTCUTS.has(keyName(event) ?? "")) event.stopPropagation();
  }, true);
}

// the link past the map leads to the slider and nowhere else: its fragment is no address
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  byId("day").focus();
});
