// What lies under and around the campaign and never changes: land, water, rails, borders, names.

import { data, words } from "../base/campaign.js";
import { column } from "../base/columns.js";
import { asLines, shapes } from "../base/coordinates.js";
import { shown } from "../state/shown.js";
import { SHEET, cornersOf, drawing, element, map, switchable } from "./map.js";

/**
 * @param {string} name
 * @param {string} pane
 * @param {L.PolylineOptions} options
 */
function drawBase(name, pane, options) {
  const table = data.base[name];
  if (!table) return;
  const isArea = name === "land" || name === "lakes";
  const ranks = table.rank && column(table.rank);
  const kinds = table.kind && column(table.kind);
  shapes(table.shape, table.decimals, table.count).forEach((shape, row) => {
    const detail = ranks ? ` rank-${ranks[row]}` : kinds ? ` ${kinds[row]}` : "";
    const style = {
      ...drawing(pane), ...options, interactive: false, className: `${name}${detail}`, weight: 1,
    };
    (isArea ? L.polygon(shape, style) : L.polyline(asLines(shape), style)).addTo(map);
  });
}

drawBase("land", "land", { smoothFactor: 0.6 });
drawBase("lakes", "water", { smoothFactor: 0.6 });
drawBase("rivers", "rivers", { smoothFactor: 0.8 });
drawBase("railways", "railways", { smoothFactor: 0.8 });
drawBase("borders", "borders", { smoothFactor: 0.6 });
switchable("rivers", "rivers");
switchable("railways", "railways");

// the relief is too coarse for a close look, so it fades as one comes near
const RELIEF_OPACITY = 0.8;
const RELIEF_FADES = [6.4, 8.2];

if (element.dataset.relief) {
  const relief = L.imageOverlay(element.dataset.relief, cornersOf(data.shaded), {
    pane: "relief", interactive: false, className: "relief",
  }).addTo(map);
  const fade = () => {
    const [from, to] = RELIEF_FADES;
    const share = Math.min(1, Math.max(0, (to - map.getZoom()) / (to - from)));
    relief.setOpacity(RELIEF_OPACITY * share);
  };
  map.on("zoomend", fade);
  fade();
  element.removeAttribute("data-relief");
  switchable("relief", "relief");
}

// the sheet ends where the data end: paper beyond, with a thin line around
const [[south, west], [north, east]] = SHEET;
L.polygon(
  [
    [[0, 60], [75, 60], [75, 200], [0, 200]],
    [[south, west], [north, west], [north, east], [south, east]],
  ],
  { ...drawing("edge"), interactive: false, className: "edge", noClip: false },
).addTo(map);

/**
 * @param {string} word
 * @param {[number, number]} point
 * @param {string} kind
 * @returns {Record<string, any>}
 */
function addName(word, point, kind) {
  const text = document.createElement("span");
  text.textContent = words.names[word];
  const icon = L.divIcon({ className: `name ${kind}`, html: text, iconSize: [0, 0] });
  const options = { icon, pane: "names", interactive: false, keyboard: false };
  const node = L.marker(point, options).addTo(map).getElement();
  return { word, point, text, node, isTown: kind === "town" };
}

/** @type {Record<string, any>[]} Names of seas, neighbours and towns, where a label fits. */
const names = data.names.map((/** @type {any[]} */ [word, longitude, latitude, kind, from, to]) => (
  { ...addName(word, [latitude, longitude], kind), from, to }));

/** @type {Record<string, any>[]} What is written on ground that no column is recorded on, from its day on. */
const patches = data.patches.map((/** @type {number[]} */ [latitude, longitude, from, day], /** @type {number} */ n) => (
  // each is written, not only the first in sight
  { ...addName("no-column", [latitude, longitude], "patch"), word: `patch ${n}`, from, to: Infinity, day }));

shown.subscribe(({ day }) => {
  for (const { node, day: first } of patches) {
    if (node.classList.contains("begun") !== (day >= first)) node.classList.toggle("begun", day >= first);
  }
}, "day");

export const nameMarks = [...names, ...patches];
