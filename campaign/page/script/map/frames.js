// Which middle and zoom show a named view, as large as it goes; and how far the map goes by hand.

import { data } from "../base/campaign.js";
import { SHEET, cornersOf, map } from "./map.js";

/** @typedef {[L.LatLng, number]} Frame middle and zoom */

// how far one may drag: wider than any view in any window
const DRAG_LIMITS = L.latLngBounds([5, SHEET[0][1] - 4], [75, SHEET[1][1] + 4]);
export const EDGE_PX = 12;
const SHEET_MARGIN = 0.1; // share of the sheet on each side, since one seldom looks at its very middle

const masthead = /** @type {HTMLElement} */ (document.querySelector(".masthead"));

/** @param {string} view */
export const boundsOf = (view) => L.latLngBounds(cornersOf(data.views[view]));

/** Height that the date covers where it lies on the map, as in lecture mode. */
export const coveredTop = () =>
  (getComputedStyle(masthead).position === "absolute" ? masthead.offsetHeight : 0);

/** @param {string} view */
const zoomOf = (view) =>
  map.getBoundsZoom(boundsOf(view), false, L.point(2 * EDGE_PX, 2 * EDGE_PX + coveredTop()));

/**
 * By hand, dragging and zooming out end where the sheet does, or with the widest view where that
 * is wider still. Leaflet's own setters would move the map to obey, and so end the named view
 * that is about to be fitted into a window of another size.
 */
function limitHand() {
  map.options.minZoom = 0; // no zoom that is asked for below may be cut off at the limit of before
  const nearlyAll = map.getBoundsZoom(L.latLngBounds(SHEET).pad(-SHEET_MARGIN), true);
  const widest = Math.min(nearlyAll, ...Object.keys(data.views).map(zoomOf));
  map.options.minZoom = Math.min(map.getZoom(), widest);
  map.options.maxBounds = DRAG_LIMITS;
}
limitHand();
map.on("moveend", limitHand);

/**
 * The rectangle of a view in pixels of a zoom.
 * @param {string} view
 * @param {number} zoom
 */
function pixelBoxOf(view, zoom) {
  const bounds = boundsOf(view);
  return L.bounds(map.project(bounds.getSouthWest(), zoom), map.project(bounds.getNorthEast(), zoom));
}

/**
 * Centre and zoom that show a view as large as it goes, and not beyond the sheet where the window
 * is smaller than the sheet; on request beside something so wide, or above it as far as there is
 * room, where that costs no size.
 * @param {string} view
 * @param {number} beside pixels
 * @returns {Frame}
 */
export function frameOf(view, beside = 0) {
  const size = map.getSize();
  const top = coveredTop();
  const zoom = zoomOf(view);
  const box = /** @type {any} */ (pixelBoxOf(view, zoom));
  const sheet = /** @type {any} */ (L.bounds(map.project(SHEET[0], zoom), map.project(SHEET[1], zoom)));
  const centre = box.getCenter();
  centre.y -= top / 2;
  const spare = size.y - top - box.getSize().y - 2 * EDGE_PX;
  if (box.getSize().x + beside + 2 * EDGE_PX < size.x) centre.x += beside / 2;
  else if (beside && spare > 0) centre.y += spare / 2;
  for (const way of /** @type {("x" | "y")[]} */ (["x", "y"])) {
    const [least, most] = [sheet.min[way] + size[way] / 2, sheet.max[way] - size[way] / 2];
    if (least < most) centre[way] = Math.min(most, Math.max(least, centre[way]));
  }
  return [map.unproject(centre, zoom), zoom];
}

/**
 * What the window shows when the map has a centre at a zoom.
 * @param {Frame} frame
 */
export function boundsAt([centre, zoom]) {
  const [middle, half] = [map.project(centre, zoom), map.getSize().divideBy(2)];
  return L.latLngBounds(map.unproject(middle.subtract(half), zoom), map.unproject(middle.add(half), zoom));
}
