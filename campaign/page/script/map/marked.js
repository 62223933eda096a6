// What is marked on the map: the place of the chosen event, and the outline of the thing whose card is open.

import { events, isOnSheet } from "../base/diary.js";
import { make } from "../base/dom.js";
import { shown } from "../state/shown.js";
import { drawing, map } from "./map.js";

const NEAR_ZOOM = 6;

/** @type {L.Marker | null} */
let beacon = null;
shown.subscribe(({ event }) => {
  beacon?.remove();
  beacon = null;
  const { point } = events[event ?? -1] ?? { point: null };
  if (!point || !isOnSheet(events[/** @type {number} */ (event)])) return;
  const icon = L.divIcon({ className: "beacon", html: make("i"), iconSize: [0, 0] });
  beacon = L.marker(point, { icon, pane: "places", interactive: false, keyboard: false }).addTo(map);
  shown.change({ view: null, at: [point[0], point[1], Math.max(map.getZoom(), NEAR_ZOOM)] });
}, "event");

/** @type {L.Polygon | null} */
let outline = null;
shown.subscribe(({ card }) => {
  outline?.remove();
  outline = card?.outline
    ? L.polygon(card.outline, { ...drawing("front"), className: "selected", interactive: false }).addTo(map)
    : null;
}, "card");
