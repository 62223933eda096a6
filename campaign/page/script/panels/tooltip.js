// The tooltip: one sentence about the ground or the place under the pointer or the focus.
//
// Its size is never measured: it hangs on the side of the pointer where there is room, by
// shares of its own size, so that following the pointer is one transform and no layout.

import { sentenceOf, titleOf } from "../base/campaign.js";
import { byId, make } from "../base/dom.js";
import { pieces, placeMarks } from "../base/things.js";
import "../map/ground.js";
import { element, map } from "../map/map.js";
import "../map/places.js";

const tip = byId("tip");
const TIP_GAP = 14;
/** @type {Map<Element, any[]>} */
const things = new Map();
for (const piece of pieces) things.set(piece.path, [piece]);
for (const mark of placeMarks) things.set(mark.node, mark.places);

/** @type {Element | null} */
let under = null;
let windowSize = [innerWidth, innerHeight];
addEventListener("resize", () => { windowSize = [innerWidth, innerHeight]; });

/** @param {any} target @returns {Element | null} */
const thingAt = (target) => target?.closest?.(".ground, .place") ?? null;

/** @param {number} x @param {number} y */
function moveTip(x, y) {
  const [width, height] = windowSize;
  const across = x > width / 2 ? `calc(${x - TIP_GAP}px - 100%)` : `${x + TIP_GAP}px`;
  const down = y > height / 2 ? `calc(${y - TIP_GAP}px - 100%)` : `${y + TIP_GAP}px`;
  tip.style.transform = `translate(${across}, ${down})`;
}

/** @param {Element} node @param {number} x @param {number} y */
function showTip(node, x, y) {
  if (node === under) return moveTip(x, y);
  const about = things.get(node) ?? [];
  return openTip(node, x, y, make("strong", {}, titleOf(about[0])),
    ...about.map((thing) => make("p", {}, sentenceOf(thing))));
}

/**
 * Opens the tooltip of a node with these lines.
 * @param {Element} node
 * @param {number} x
 * @param {number} y
 * @param {...Element} lines
 */
export function openTip(node, x, y, ...lines) {
  moveTip(x, y);
  hideTip();
  under = node;
  tip.replaceChildren(...lines);
  tip.hidden = false;
  node.setAttribute("aria-describedby", "tip");
}

/** Whether there was one to hide. */
export function hideTip() {
  if (!under) return false;
  under.removeAttribute("aria-describedby");
  under = null;
  tip.hidden = true;
  return true;
}

/** @param {PointerEvent} event */
const followPointer = (event) => moveTip(event.clientX, event.clientY);

element.addEventListener("pointerover", (event) => {
  const node = event.pointerType === "mouse" && event.buttons === 0 ? thingAt(event.target) : null;
  if (!node) return;
  showTip(node, event.clientX, event.clientY);
  element.addEventListener("pointermove", followPointer, { passive: true });
});
element.addEventListener("pointerout", (event) => {
  if (event.pointerType !== "mouse" || (event.relatedTarget && thingAt(event.relatedTarget))) return;
  element.removeEventListener("pointermove", followPointer);
  hideTip();
});
element.addEventListener("pointerdown", hideTip);
map.on("movestart", hideTip);

element.addEventListener("focusin", ({ target }) => {
  const node = thingAt(target);
  if (!node?.matches(":focus-visible")) return;
  const box = node.getBoundingClientRect();
  showTip(node, box.x + box.width / 2, box.y + box.height / 2);
});
element.addEventListener("focusout", hideTip);
