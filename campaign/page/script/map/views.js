// Where the map stands: it goes to the view or the place that is shown, and says where a hand has moved it.

import { onResize, reducesMotion } from "../base/dom.js";
import { shown } from "../state/shown.js";
import { frameOf } from "./frames.js";
import { frameBesideLegend } from "./legend.js";
import { element, map, takeSize } from "./map.js";

/** @typedef {import("../state/shown.js").Manner} Manner */

const FLY_SECONDS = 0.9;
let isLed = false; // by the page, and not by a hand
let isStopping = false;
let isMoving = false;
map.on("movestart", () => { isMoving = true; });
map.on("moveend", () => { isMoving = false; });
/** Whether the map is lent to another frame. */
export let isLent = false;

/** @returns {[number, number, number]} */
function placeNow() {
  const { lat, lng } = map.getCenter();
  return [lat, lng, map.getZoom()];
}

/** Ends what still moves, which would end a flight, and takes the size that the page leaves now. */
function comeToRest() {
  isStopping = true;
  map.options.maxBounds = undefined; // to be moved inside them would be a movement more
  if (isMoving) map.stop(); // which draws everything anew
  takeSize();
  isStopping = false;
}

/**
 * Flies to a middle and a zoom, or is there at once where that is asked for or motion is not liked.
 * @param {L.LatLngExpression} centre
 * @param {number} zoom
 * @param {Manner} manner
 */
function moveTo(centre, zoom, { jump = false }) {
  isLed = true;
  if (jump || reducesMotion.matches) map.setView(centre, zoom, { animate: false });
  else map.flyTo(centre, zoom, { duration: FLY_SECONDS });
}

/**
 * @param {string} view
 * @param {Manner} manner
 */
function moveToView(view, manner) {
  isLed = true;
  comeToRest();
  const [centre, zoom] = frameBesideLegend(view);
  moveTo(centre, zoom, manner);
}

/**
 * @param {[number, number, number]} place
 * @param {Manner} manner
 */
function moveToPlace([latitude, longitude, zoom], manner) {
  isLed = true;
  comeToRest();
  const possible = Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), zoom));
  moveTo([latitude, longitude], possible, manner);
}

/**
 * Shows a named view, afresh where it is shown already.
 * @param {string} view
 */
export function fly(view) {
  shown.change({ card: null });
  if (!shown.change({ view, at: null })) moveToView(view, {});
}

/** Fits the named view again, at once, into what is left to the map. */
export function refit() {
  if (shown.view && !isLent) moveToView(shown.view, { jump: true });
}

/**
 * Takes another size, and stands in it at once: no hand has moved the map.
 * @param {() => void} reframe
 * @param {() => Readonly<import("./frames.js").Frame>} frameThere
 */
function standIn(reframe, frameThere) {
  isStopping = isLed = true;
  reframe();
  takeSize();
  map.options.minZoom = 0; // the limit is that of the size before
  map.setView(...frameThere(), { animate: false });
  isStopping = isLed = false;
}

/** Ends a flight where it leads. */
function land() {
  if (!isLed) return;
  if (shown.view) moveToView(shown.view, { jump: true });
  else if (shown.at) moveToPlace(shown.at, { jump: true });
}

/**
 * Lends the map to another frame, such as a sheet of paper, where it shows what it shows here.
 * @param {() => void} reframe
 * @returns {(reframe: () => void) => void} what takes it back to where it stands
 */
export function lend(reframe) {
  land();
  const [bounds, centre, zoom] = [map.getBounds(), map.getCenter(), map.getZoom()];
  isLent = true;
  standIn(reframe, () => (shown.view ? frameOf(shown.view) : [bounds.getCenter(), map.getBoundsZoom(bounds)]));
  return (reframeBack) => {
    standIn(reframeBack, () => [centre, zoom]);
    isLent = false;
  };
}

/** Lets the map follow what is shown; last of all that do, into the room that they leave it. */
export function followViews() {
  shown.subscribe((now, before, manner) => {
    const isTold = now.chapter !== before.chapter && now.chapter !== null;
    const isRedrawn = now.mode !== before.mode || (now.sure && !before.sure);
    if (now.view && (now.view !== before.view || isTold)) moveToView(now.view, manner);
    else if (now.view && isRedrawn) refit();
    else if (now.at && now.at !== before.at && String(now.at) !== String(placeNow())) {
      moveToPlace(now.at, manner);
    }
  }, "view", "at", "chapter", "mode", "sure");
}

// a map moved by hand shows no named view any more
const moveByHand = () => shown.change({ view: null, at: placeNow() });
map.on("dragstart", moveByHand);
map.on("zoomstart", () => { if (!isLed) moveByHand(); });
map.on("moveend", () => {
  if (isStopping) return;
  isLed = false;
  if (shown.view === null && shown.day >= 0) moveByHand();
});

// a named view keeps fitting its window, a map moved by hand its middle
let resizing = 0;
onResize(element, () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => {
    const before = map.getSize();
    map.invalidateSize({ animate: false, pan: shown.view === null });
    if (!before.equals(map.getSize())) refit();
  }, 60);
});
