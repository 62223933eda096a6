// What lies under and around the campaign and never changes: land, water, rails, borders, names.

import { data, words } from "../base/campaign.js";
import { column } from "../base/columns.js";
import { asLines, shapes } from "../base/coordinates.js";
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
 * Names of seas, neighbours and towns, where a label fits.
 * @type {Record<string, any>[]}
 */
export const nameMarks = data.names.map((/** @type {any[]} */ [word, longitude, latitude, kind, from, to]) => {
  const text = document.createElement("span");
  text.textContent = words.names[word];
  const point = [latitude, longitude];
  const icon = L.divIcon({ className: `name ${kind}`, html: text, iconSize: [0, 0] });
  const options = { icon, pane: "names", interactive: false, keyboard: false };
  const node = L.marker(/** @type {[number, number]} */ (point), options).addTo(map).getElement();
  return { word, point, text, from, to, isTown: kind === "town", node };
});
