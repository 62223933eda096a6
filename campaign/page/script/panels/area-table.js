// Tables of areas by layer, and how areas and their changes are written.

import { inThousands, words } from "../base/campaign.js";
import { make } from "../base/dom.js";
import { rounded } from "../base/numbers.js";

/** @typedef {Record<string, number>} Areas by layer */
/** @typedef {(from: Areas) => number} Reading one value of the areas: of a layer, or their sum */

/** @param {number} km2 */
export const signed = (km2) => `${km2 < 0 ? "−" : "+"}${inThousands(Math.abs(rounded(km2)))}`;

/** @param {string} text */
const cell = (text) => make("td", {}, text);
/** @param {number} km2 */
export const heldCell = (km2) => cell(km2 ? inThousands(rounded(km2)) : "–");
/** @param {number} km2 */
export const changeCell = (km2) => cell(km2 ? signed(km2) : "–");

/** @param {Areas} areas */
const sumOf = (areas) => Object.values(areas).reduce((total, area) => total + area, 0);

/**
 * A table of areas by layer, with their sum where there are several.
 * @param {string} caption
 * @param {string[]} heads
 * @param {Areas} areas
 * @param {(reading: Reading) => Element[]} cellsOf
 */
export function areaTable(caption, heads, areas, cellsOf) {
  const row = (/** @type {string} */ name, /** @type {Reading} */ reading) =>
    make("tr", {}, make("th", { scope: "row" }, name), ...cellsOf(reading));
  const layers = Object.keys(areas);
  const lines = layers.map((layer) => row(words.layers[layer], (of) => of[layer]));
  const total = layers.length > 1 ? [make("tfoot", {}, row(words.panel.total, sumOf))] : [];
  return make("table", { class: "areas" },
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, make("td"), ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...lines), ...total);
}
