// The pieces of ground and the places, as rows with their state on each day; nothing is drawn here.

import { SOVIET, STATUSES, data } from "./campaign.js";
import { column, rows } from "./columns.js";
import { shapes } from "./coordinates.js";
import { UNDRAWN, furthest, spreadsToday, statesOf, statusIn } from "./states.js";

const THING_TEXT = [
  "id", "name_en", "name_modern", "name_ja", "name_ru", "name_zh", "soviet_earliest",
  "soviet_latest", "basis", "confidence", "formation", "sources", "note",
];
const PIECE_TEXT = [...THING_TEXT, "near", "near_day"];
const PLACE_TEXT = [...THING_TEXT, "how"];

/** @typedef {Record<string, any>} Piece a row of the ground, and what is drawn of it */
/** @typedef {Record<string, any>} Place */
/** @typedef {Record<string, any>} Mark what stands at one point: its places, the most important first */

/** @type {Piece[]} */
export const pieces = rows(data.ground, PIECE_TEXT);

/**
 * The pieces of each layer.
 * @type {Record<string, Piece[]>}
 */
export const layerPieces = {};

/** @param {number} state */
export const statusOf = (state) => STATUSES[statusIn(state)];

function readGround() {
  const runs = column(data.ground.runs);
  let row = 0;
  for (const [layer, count, decimals, text] of data.ground.shapes) {
    layerPieces[layer] = shapes(text, decimals, count).map((shape) => {
      const known = {
        layer, shape, area: data.ground.area[row], runs: runs[row], state: UNDRAWN,
        isSpread: data.ground.spread[row] === 1,
        states: statesOf(runs[row], data.count, data.ground.spread[row] ? SOVIET : undefined),
      };
      return Object.assign(pieces[row++], known);
    });
  }
}
readGround();

/** @param {(state: number) => boolean} counts @returns {number[]} km² by day */
const areaOn = (counts) => Array.from({ length: data.count }, (_, day) =>
  pieces.reduce((sum, piece) => sum + (counts(piece.states[day]) ? piece.area : 0), 0));

/** Km² held by the Soviet side, by day. */
export const heldArea = areaOn((state) => statusIn(state) === SOVIET);

/** Km² of it that garrisons spread over on the day. */
export const spreadArea = areaOn(spreadsToday);

/** Km² that columns and landings took on the day, without what adding up leaves over. */
export const takenArea = heldArea.map((area, day) =>
  Math.round(100 * (area - (heldArea[day - 1] ?? 0) - spreadArea[day])) / 100);

/** Km² that had been given up and no Soviet troops are recorded on, by day. */
export const givenUpArea = areaOn((state) => statusOf(state) === "capitulated");

/** Rows at one point share one mark; its rank is the highest among them. */
function readMarks() {
  const found = rows(data.places, PLACE_TEXT);
  const runs = column(data.places.runs);
  const points = shapes(data.places.shape, data.places.decimals, found.length);
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  found.forEach((place, row) => {
    Object.assign(place, {
      rank: data.places.rank[row], states: statesOf(runs[row], data.count), runs: runs[row],
    });
    const point = points[row][0][0][0];
    const key = point.map((degrees) => degrees.toFixed(2)).join();
    const mark = marks.get(key) ?? { point, places: [], rank: 3, state: UNDRAWN };
    mark.places.push(place);
    mark.rank = Math.min(mark.rank, place.rank);
    marks.set(key, mark);
  });
  return [...marks.values()];
}

export const placeMarks = readMarks();
for (const mark of placeMarks) {
  mark.places.sort((/** @type {Place} */ one, /** @type {Place} */ other) => one.rank - other.rank);
  mark.states = Uint8Array.from({ length: data.count }, (_, day) =>
    furthest(mark.places.map((/** @type {Place} */ place) => place.states[day])));
}
