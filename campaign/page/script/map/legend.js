// The legends: open as the reader wishes, but folded where they would lie on ground or places.

import { STATUSES, data } from "../base/campaign.js";
import { byId } from "../base/dom.js";
import { layerPieces, pieces, placeMarks, statusOf } from "../base/things.js";
import { beginsToday, spreadsToday, statusIn } from "../base/states.js";
import { clock } from "../state/clock.js";
import { shown } from "../state/shown.js";
import { EDGE_PX, boundsAt, boundsOf, frameOf } from "./frames.js";
import "./ground.js";
import { layOut } from "./labels.js";
import { element, map } from "./map.js";
import { isShaded } from "./shading.js";

/** @typedef {import("./frames.js").Frame} Frame */

const legend = byId("legend");
const doubtLegend = byId("legend-doubt");
const SMALL_PX = 900;
const SIDEWAYS_PX = 500;
const CLEAR_PX = 4;
const isSmall = () => innerWidth < SMALL_PX || innerHeight <= SIDEWAYS_PX;
const wantedLegends = new Set(isSmall() ? [] : [legend, doubtLegend]);

for (const node of [legend, doubtLegend]) {
  node.open = wantedLegends.has(node);
  node.querySelector("summary").addEventListener("click", () => {
    if (node.open) wantedLegends.delete(node);
    else wantedLegends.add(node);
  });
}
for (const node of [legend, doubtLegend, byId("legend-more")]) node.addEventListener("toggle", layOut);

// what a room or a screen of this size is shown until somebody folds it
shown.subscribe(({ mode, day }) => {
  for (const node of [legend, doubtLegend]) {
    if (!isSmall() || (mode === "lecture" && innerHeight > SIDEWAYS_PX)) wantedLegends.add(node);
    else wantedLegends.delete(node);
    node.open = wantedLegends.has(node);
  }
  if (day >= 0) showLegendKeys(day);
}, "mode");
shown.subscribe(({ sure }) => { doubtLegend.hidden = !sure; }, "sure");

/**
 * Places and corners of the ground, put together when first needed.
 * @type {L.LatLng[] | null}
 */
let groundPoints = null;
function pointsOfGround() {
  const corners = pieces.flatMap((piece) => piece.polygon.getLatLngs().flat(Infinity));
  return [...corners, ...placeMarks.map((mark) => L.latLng(mark.point))];
}

/**
 * Whether a legend lies on ground or places of a view when the map shows a centre at a zoom.
 * @param {HTMLElement} node
 * @param {string} view
 * @param {Frame} frame
 */
function covers(node, view, [centre, zoom]) {
  groundPoints ??= pointsOfGround();
  const [frame, box] = [element.getBoundingClientRect(), node.getBoundingClientRect()];
  const corner = map.project(centre, zoom).subtract(map.getSize().divideBy(2))
    .subtract([frame.left, frame.top]);
  const covered = L.latLngBounds(
    map.unproject(corner.add([box.left - CLEAR_PX, box.bottom + CLEAR_PX]), zoom),
    map.unproject(corner.add([box.right + CLEAR_PX, box.top - CLEAR_PX]), zoom));
  const bounds = boundsOf(view);
  return groundPoints.some((point) => covered.contains(point) && bounds.contains(point));
}

/**
 * Centre and zoom of a view, with the legends open where they are wanted and cover nothing.
 * @param {string} view
 * @returns {Frame}
 */
export function frameBesideLegend(view) {
  legend.open = wantedLegends.has(legend);
  const isClear = (/** @type {Frame} */ frame) => {
    seek(boundsAt(frame)); // what it names is what will be in view
    return !covers(legend, view, frame);
  };
  const frames = legend.open ? [frameOf(view), frameOf(view, legend.offsetWidth + 2 * EDGE_PX)] : [];
  let frame = frames.find(isClear);
  if (!frame) legend.open = false;
  frame ??= frameOf(view);
  doubtLegend.open = wantedLegends.has(doubtLegend);
  if (!doubtLegend.hidden && doubtLegend.open && covers(doubtLegend, view, frame)) doubtLegend.open = false;
  return frame;
}

const legendKeys = [...legend.querySelectorAll("[data-status]")].map((sign) => ({
  item: sign.closest("li"), status: sign.dataset.status, isToday: sign.matches(".today"), isSpread: sign.matches(".spread"),
}));
const [planned] = layerPieces[data.plan_layer] ?? [];

/** @param {number} day */
const isPlanMade = (day) => planned !== undefined && data.plan_statuses.includes(statusOf(planned.states[day]));

/**
 * What the plan for Hokkaido is on a day; the legend names it as planned before there was a plan.
 * @param {number} day
 */
const planOn = (day) => (isPlanMade(day) ? statusOf(planned.states[day]) : data.plan_statuses[0]);

const lineKeys = [...legend.querySelectorAll(".of-line :is(.front, .ghost)")].map((line) => line.closest("li"));
let inView = pieces;

/**
 * Looks up which ground is in view, for the legend of a lecture.
 * @param {L.LatLngBounds} bounds
 */
function seek(bounds) {
  if (shown.mode !== "lecture") return;
  inView = pieces.filter((piece) => bounds.intersects(piece.polygon.getBounds()));
  showLegendKeys(Math.max(0, shown.day));
}
map.on("moveend", () => {
  if (shown.mode !== "lecture") return;
  const before = legend.offsetHeight;
  seek(map.getBounds());
  if (legend.offsetHeight !== before) layOut();
});

/**
 * The states that can be seen: ground that a comparison shades does not show its own.
 * @param {number} day
 */
const statesInView = (day) => [...new Set(
  inView.filter((piece) => !isShaded(piece)).map((piece) => piece.states[day]))];

/**
 * Of the plan's statuses the legend names the one of the day; in a lecture, only what is in view.
 * @param {number} day
 */
function showLegendKeys(day) {
  const plan = planOn(day);
  element.classList.toggle("plan-made", isPlanMade(day));
  const found = shown.mode === "lecture" ? statesInView(day) : null;
  for (const { item, status, isToday, isSpread } of legendKeys) {
    const number = STATUSES.indexOf(status);
    const isOnMap = !found
      || found.some((state) => statusIn(state) === number
        && (!isToday || (beginsToday(state) && spreadsToday(state) === isSpread)));
    const hidden = !isOnMap || (data.plan_statuses.includes(status) && status !== plan);
    if (item.hidden !== hidden) item.hidden = hidden;
  }
  const hasFront = !found || inView.some(({ layer }) => data.front_layers.includes(layer));
  for (const item of lineKeys) if (item.hidden === hasFront) item.hidden = !hasFront;
}
shown.subscribe(({ day }) => showLegendKeys(day), "day", "compare");
// a legend that has grown with the days may have come over a label
clock.onSettle(() => { if (shown.mode === "lecture") layOut(); });
