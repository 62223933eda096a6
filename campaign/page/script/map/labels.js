// Which labels fit: asked again when the map has come to rest, never while the slider moves.
//
// A label lies on the side of its dot where it is whole: clear of other labels, of what lies
// over the map, and of the map's edge. Where no side is, the dot stands alone.

import { placeMarks } from "../base/things.js";
import { coveredTop } from "./frames.js";
import { element, map } from "./map.js";
import "./places.js";
import { nameMarks } from "./underlay.js";

/** @typedef {[number, number, number, number]} Box left, top, right and bottom in pixels */
/** @typedef {(box: Box) => boolean} Test */

const FONT_STACK = getComputedStyle(document.body).fontFamily;
/** @type {Record<number, number>} */
const FROM_ZOOM = { 1: 0, 2: 5.5, 3: 7 };
const DOT = 5;
const OVER_MAP = ".search, .tools > *, .zooms, .legend, .legend-doubt, .leaflet-control-scale";

const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
/** @param {Box} one @param {Box} other */
const overlaps = (one, other) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
/** @param {Box} outer @param {Box} inner */
const holds = (outer, inner) =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** @param {number} rank */
function fontSize(rank) {
  const size = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--label"));
  return rank === 1 ? size + 1 : size;
}

/**
 * The boxes of what lies over the map, from the map's corner.
 * @returns {Box[]}
 */
function boxesOverMap() {
  const frame = element.getBoundingClientRect();
  const over = [...document.querySelectorAll(OVER_MAP)].filter((node) => node.getClientRects().length > 0);
  if (coveredTop()) over.push(/** @type {Element} */ (document.querySelector(".masthead")));
  return over.map((node) => {
    const box = node.getBoundingClientRect();
    return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top];
  });
}

/**
 * What the window shows of the map, in pixels of its zoom.
 * @returns {Box}
 */
function boxInSight() {
  const { min: { x, y } } = /** @type {any} */ (map.getPixelBounds());
  const { x: width, y: height } = map.getSize();
  return [x, y, x + width, y + height];
}

/**
 * Tells whether a box in sight is seen as a whole, and whether it is free of what is taken too.
 * @param {Box[]} taken
 * @param {Box} sight
 */
function makeTests(taken, sight) {
  const [x, y] = sight;
  const covered = boxesOverMap().map((box) => (
    /** @type {Box} */ ([box[0] + x, box[1] + y, box[2] + x, box[3] + y])));
  const isWhole = (/** @type {Box} */ box) => !overlaps(box, sight)
    || (holds(sight, box) && !covered.some((other) => overlaps(box, other)));
  const isFree = (/** @type {Box} */ box) => isWhole(box) && !taken.some((other) => overlaps(box, other));
  return { isWhole, isFree };
}

/**
 * The boxes a label could take around its dot, the best first.
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @returns {Record<string, Box>}
 */
function boxesOf(x, y, width, height) {
  const [w, h, gap] = [width / 2, height / 2, DOT + 4];
  return {
    right: [x + gap, y - h, x + gap + width, y + h],
    left: [x - gap - width, y - h, x - gap, y + h],
    top: [x - w, y - gap - height + 3, x + w, y - gap + 3],
    bottom: [x - w, y + gap - 3, x + w, y + gap + height - 3],
  };
}

/** @param {number} x @param {number} y @returns {Box} */
const dotBox = (x, y) => [x - DOT, y - DOT, x + DOT, y + DOT];

/** Dots of a rank first, then its labels, so that no label of a rank hides a dot of it. */
export function layOut() {
  const zoom = map.getZoom();
  /** @type {Box[]} */
  const taken = [];
  const sight = boxInSight();
  const { isWhole, isFree } = makeTests(taken, sight);
  for (const mark of placeMarks) mark.place = "off";
  for (const rank of [1, 2, 3]) {
    if (zoom < FROM_ZOOM[rank]) break;
    const size = fontSize(rank);
    const shown = [];
    for (const mark of placeMarks) {
      if (mark.rank !== rank) continue;
      const { x, y } = map.project(mark.point, zoom).round();
      const dot = dotBox(x, y);
      if (taken.some((other) => overlaps(dot, other))) continue;
      taken.push(dot);
      shown.push({ mark, x, y });
    }
    // as wide as it is on its day, in bold
    pen.font = `700 ${size}px ${FONT_STACK}`;
    for (const { mark, x, y } of shown) {
      const boxes = boxesOf(x, y, pen.measureText(mark.text).width + 4, size * 1.25);
      const isDotSeen = isWhole(dotBox(x, y));
      mark.place = (isDotSeen && Object.keys(boxes).find((side) => isFree(boxes[side]))) || "bare";
      if (mark.place !== "bare") taken.push(boxes[mark.place]);
    }
  }
  for (const mark of placeMarks) mark.node.dataset.label = mark.place;
  showNames(zoom, taken, sight, isFree);
}

/**
 * Seas, neighbours and towns are named where their zoom and the labels of places leave room.
 * @param {number} zoom
 * @param {Box[]} taken
 * @param {Box} sight
 * @param {Test} isFree
 */
function showNames(zoom, taken, sight, isFree) {
  const inSight = new Set();
  for (const name of nameMarks) {
    const { x, y } = map.project(name.point, zoom).round();
    name.width ??= name.text.offsetWidth + 1; // which is rounded
    name.height ??= Math.max(18, name.text.offsetHeight);
    const left = name.isTown ? x - DOT : x - name.width / 2;
    /** @type {Box} */
    const box = [left, y - name.height / 2, left + name.width, y + name.height / 2];
    name.node.hidden =
      zoom < name.from || zoom > name.to || inSight.has(name.word) || !isFree(box);
    if (name.node.hidden) continue;
    taken.push(box);
    if (overlaps(box, sight)) inSight.add(name.word);
  }
}

/** Writes the labels anew where their size has changed. */
export function measureLabels() {
  for (const name of nameMarks) {
    name.node.hidden = false;
    name.width = name.height = undefined;
  }
  layOut();
}
map.on("moveend resize", layOut);
layOut();
