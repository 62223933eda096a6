// Places: a dot that fills on its day, and a label where there is room for one.

import { beginsToday } from "../base/states.js";
import { placeMarks, statusOf } from "../base/things.js";
import { clock } from "../state/clock.js";
import { map, switchable } from "./map.js";

const OTHER_NAME = /^([^(]+) \((\p{Lu}[^)]*)\)/u;

/**
 * "Mukden · Shenyang", "Seishin · Chongjin", or one name where there is no other.
 * @param {import("../base/things.js").Place} place
 */
function labelOf(place) {
  const then = place.name_en.replace(/\s*[(/].*$/, "");
  const now = place.name_modern.replace(/\s*[(/].*$/, "");
  if (place.rank !== 1) return then;
  if (now && now !== then) return `${then} · ${now}`;
  const [, , other] = OTHER_NAME.exec(place.name_en) ?? [];
  return other ? `${other} · ${then}` : then;
}

for (const mark of placeMarks) {
  mark.text = labelOf(mark.places[0]);
  const label = document.createElement("span");
  label.className = "label";
  label.textContent = mark.text;
  const dot = document.createElement("span");
  dot.className = "dot";
  const icon = L.divIcon({ className: `place rank-${mark.rank}`, html: dot, iconSize: [24, 24] });
  mark.marker = L.marker(mark.point, { icon, pane: "places", keyboard: false });
  mark.marker.addTo(map);
  mark.node = mark.marker.getElement();
  mark.node.append(label);
  mark.node.setAttribute("role", "button");
  mark.node.setAttribute("tabindex", "-1");
  mark.node.setAttribute("aria-label", mark.text);
}

const HELD = new Set(["soviet", "capitulated"]);
const PARTLY = new Set(["contested", "pocket", "airhead"]);

clock.onNextFrame((day) => {
  for (const mark of placeMarks) {
    const state = mark.states[day];
    if (state === mark.state) continue;
    const { classList } = mark.node;
    classList.toggle("after", HELD.has(statusOf(state)));
    classList.toggle("partly", PARTLY.has(statusOf(state)));
    classList.toggle("today", beginsToday(state));
    mark.state = state;
  }
});
switchable("places", "places");
