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
  const chosen = event === null ? null : events[event];
  if (!chosen?.point || !isOnSheet(chosen)) return;
  const icon = L.divIcon({ className: "beacon", html: make("i"), iconSize: [0, 0] });
  const options = { icon, pane: "places", interactive: false, keyboard: false };
  beacon = L.marker(chosen.point, options).addTo(map);
  shown.change({ view: null, at: [...chosen.point, Math.max(map.getZoom(), NEAR_ZOOM)] });
}, "event");

/** @type {L.Polygon | null} */
let outline = null;
shown.subscribe(({ card }) => {
  outline?.remove();
  outline = card?.outline
    ? L.polygon(card.outline, { ...drawing("front"), className: "selected", interactive: false }).addTo(map)
    : null;
}, "card");
