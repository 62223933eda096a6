// What moves: the front line of the day and, as its ghost, of another day; and the legs of the axes of advance up to the day.
//
// The ghost is of the day before, or of the day that is held while others are compared with it.

import { data } from "../base/campaign.js";
import { asLines, shapes } from "../base/coordinates.js";
import { clock } from "../state/clock.js";
import { shown } from "../state/shown.js";
import { drawing, map, switchable } from "./map.js";

const HIDDEN = 0, SHOWN = 1, TODAYS = 2, GHOST = 3;

/** @type {{ node: any, stateOn: (day: number) => number, state: number }[]} */
const lines = [];

/**
 * @param {L.Polyline} line
 * @param {(day: number) => number} stateOn
 */
function addLine(line, stateOn) {
  const node = /** @type {any} */ (line.addTo(map).getElement());
  node.style.display = "none";
  lines.push({ node, stateOn, state: HIDDEN });
}

/**
 * A front is shown on its day, and as a ghost on the day whose ghost it is.
 * @param {number} day
 */
const frontOn = (day) => (/** @type {number} */ n) => {
  if (n === day) return SHOWN;
  return (shown.compare ?? n - 1) === day ? GHOST : HIDDEN;
};

/** @param {number} day */
const upFrom = (day) => (/** @type {number} */ n) => (n < day ? HIDDEN : n === day ? TODAYS : SHOWN);

const { fronts, axes } = data;
shapes(fronts.shape, fronts.decimals, fronts.day.length).forEach((line, row) => {
  addLine(L.polyline(asLines(line), {
    ...drawing("front"), className: "front", interactive: false, smoothFactor: 0.9,
  }), frontOn(fronts.day[row]));
});
shapes(axes.shape, axes.decimals, axes.day.length).forEach((line, row) => {
  const kind = (axes.sea[row] ? " sea" : "") + (axes.planned[row] ? " planned" : "");
  addLine(L.polyline(asLines(line), {
    // cut at the edge of the drawing a leg would have its arrow there, where it does not end
    ...drawing("legs"), className: `leg${kind}`, interactive: false, smoothFactor: 0.8, noClip: true,
  }), upFrom(axes.day[row]));
});

/** @param {number} day */
function showLines(day) {
  for (const line of lines) {
    const state = line.stateOn(day);
    if (state === line.state) continue;
    if (!state !== !line.state) line.node.style.display = state ? "" : "none";
    if ((state === TODAYS) !== (line.state === TODAYS)) line.node.classList.toggle("today", state === TODAYS);
    if ((state === GHOST) !== (line.state === GHOST)) line.node.classList.toggle("ghost", state === GHOST);
    line.state = state;
  }
}
clock.onNextFrame(showLines);
shown.subscribe(({ day }) => showLines(day), "compare");

switchable("front", "front", "ribbon"); // the ribbon is its doubt
switchable("axes", "legs");
