// The Leaflet map and its panes, from bottom to top.

import "./stage.js";
import { data } from "../base/campaign.js";
import { reducesMotion } from "../base/dom.js";

/** @typedef {[number, number, number, number]} Sides south, west, north and east */

/** @param {Sides} sides @returns {[[number, number], [number, number]]} */
export const cornersOf = ([south, west, north, east]) => [[south, west], [north, east]];
export const SHEET = cornersOf(data.sheet);

// Leaflet moves things in three dimensions, which makes each of the two hundred places a layer of its
// own to lay over the others; its flat way, kept for one old browser, leaves that to the style sheet
/** @type {any} */ (L.Browser).ie3d = true;

/** @type {[number, number]} */
const OUT_OF_SIGHT = [-70, -60];

export const element = /** @type {HTMLElement} */ (document.querySelector(".folium-map"));
export const map = L.map(element, {
  attributionControl: false,
  fadeAnimation: false,
  keyboard: false,
  maxBoundsViscosity: 1,
  maxZoom: 11.5,
  trackResize: false,
  wheelPxPerZoomLevel: 110,
  zoomAnimation: !reducesMotion.matches,
  zoomControl: false,
  zoomDelta: 0.75,
  zoomSnap: 0,
});
// until the page knows what to show: what is out of sight is not drawn, only to be drawn again
map.setView(OUT_OF_SIGHT, 0, { animate: false });

const SCALE_EMS = 10; // at least half of it is used, which "1000 km" fits into
const scale = L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);

/** Makes the scale as wide as its text needs. */
export function measureScale() {
  const line = element.querySelector(".leaflet-control-scale-line");
  if (line) scale.options.maxWidth = SCALE_EMS * Number.parseFloat(getComputedStyle(line).fontSize);
  scale.remove().addTo(map);
}
measureScale();

const PANES = [
  "land", "ground", "water", "rivers", "railways", "borders", "relief", "doubt", "edge", "moves", "names", "places",
];
// what moves with the front, in one pane and so in one layer to lay over the others
const MOVES_PANES = ["ribbon", "legs", "front"];
PANES.forEach((name, order) => {
  map.createPane(name).style.zIndex = String(200 + 10 * order);
});
for (const name of MOVES_PANES) map.createPane(name, map.getPane("moves"));

/** @type {Record<string, L.SVG>} */
const renderers = {};

/**
 * The SVG drawing of a pane, made when first needed.
 * @param {string} pane
 */
export function drawing(pane) {
  renderers[pane] ??= L.svg({ pane, padding: 0.2 });
  return { pane, renderer: renderers[pane] };
}

/** Takes the size that the page leaves to the map now. */
export const takeSize = () => map.invalidateSize({ animate: false, pan: false });

/**
 * What shows and hides each layer that can be switched off.
 * @type {Record<string, (on: boolean) => void>}
 */
export const switches = {};

/**
 * Makes something that a layer switch can show and hide.
 * @param {string} name
 * @param {...string} panes
 */
export function switchable(name, ...panes) {
  switches[name] = (on) => {
    for (const pane of panes) /** @type {HTMLElement} */ (map.getPane(pane)).style.display = on ? "" : "none";
  };
}
