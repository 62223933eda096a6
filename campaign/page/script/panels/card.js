// The card: what is known about the chosen thing, on the day shown.

import { STATUSES, shortDay, titleOf, words } from "../base/campaign.js";
import { byId, make, markCurrent, reducesMotion } from "../base/dom.js";
import { beginsToday, statusIn } from "../base/states.js";
import { fill } from "../base/text.js";
import { element, map } from "../map/map.js";
import { shown } from "../state/shown.js";
import { facts, names } from "./facts.js";
import { swatch } from "./signs.js";

/** @typedef {import("../state/shown.js").Card} Card */

const card = byId("details");
const CARD_GAP = 16;
/** @type {any} where the focus was before it was taken */
let opener = null;

/** @param {Card} chosen */
function write({ kind, things }) {
  const [first, ...others] = /** @type {any[]} */ (things);
  const close = make("button", { type: "button", class: "icon close", "aria-label": words.controls.close }, "×");
  close.addEventListener("click", () => shown.change({ card: null }));
  card.replaceChildren(...[
    close,
    make("p", { class: "eyebrow" }, kind),
    make("h2", { id: "details-title" }, titleOf(first)),
    ...names(first),
    make("p", { class: "standing" }, make("span", { id: "standing" })),
    ...facts(first),
    ...others.map((other) => make("section", { class: "also" }, make("h3", {}, other.name_en), ...facts(other))),
  ].filter(Boolean));
}

/** What the thing is on the day, and since when. */
function showStanding() {
  const { day, card: chosen } = shown;
  if (!chosen) return;
  const { states } = chosen;
  const status = statusIn(states[day]);
  let since = day;
  while (since > 0 && statusIn(states[since - 1]) === status) since--;
  const named = { status: words.status[STATUSES[status]], day: shortDay(since) };
  const pattern = beginsToday(states[since]) ? words.details.status_since : "{status}";
  const next = states.findIndex((state, later) => later > day && statusIn(state) !== status);
  const then = next < 0 ? "" : fill(words.details.then,
    { status: words.status[STATUSES[statusIn(states[next])]], day: shortDay(next) });
  byId("standing").replaceChildren(swatch(STATUSES[status]),
    `${fill(words.details.today, { day: shortDay(day) })}: ${fill(pattern, named)}${then}`);
  for (const list of card.querySelectorAll(".history")) {
    const turns = [...list.children];
    const begun = turns.filter((turn) => Number(turn.dataset.day) <= day);
    for (const turn of turns) {
      turn.classList.toggle("ahead", !begun.includes(turn));
      markCurrent(turn, turn === begun[begun.length - 1]);
    }
  }
}
shown.subscribe(showStanding, "day");

/**
 * The middle that the map must have to show a point in the middle of what the card leaves free.
 * @param {L.LatLngExpression} point
 * @param {number} zoom
 */
export function centreBesideCard(point, zoom) {
  const [frame, box] = [element.getBoundingClientRect(), card.getBoundingClientRect()];
  const isBelow = box.width >= frame.width - 2;
  const beside = card.classList.contains("west") ? (box.right + frame.right) / 2 : (frame.left + box.left) / 2;
  const free = isBelow
    ? L.point(frame.width / 2, (box.top - frame.top) / 2)
    : L.point(beside - frame.left, frame.height / 2);
  const off = free.subtract(map.getSize().divideBy(2));
  return map.unproject(map.project(point, zoom).subtract(off), zoom);
}

/**
 * Whether the card lies on a pixel of the map, or close to it.
 * @param {L.Point} pixel
 */
export function isByCard(pixel) {
  if (card.hidden) return false;
  const [frame, box] = [element.getBoundingClientRect(), card.getBoundingClientRect()];
  const corner = L.point(frame.left, frame.top);
  return L.bounds([box.left - CARD_GAP, box.top - CARD_GAP], [box.right + CARD_GAP, box.bottom + CARD_GAP])
    .contains(corner.add(pixel));
}

/**
 * Moves the map where the card lies on the thing that it tells of.
 * @param {any} point
 */
function clearOfCard(point) {
  if (!isByCard(map.latLngToContainerPoint(point))) return;
  const { lat, lng } = map.getCenter();
  shown.change({ view: null, at: [lat, lng, map.getZoom()] });
  map.panTo(centreBesideCard(point, map.getZoom()), { animate: !reducesMotion.matches });
}

/**
 * Opens the card on the side of the map where the thing is not.
 * @param {Card} chosen
 */
function open(chosen) {
  opener = document.activeElement === document.body ? null : document.activeElement;
  write(chosen);
  const isEast = map.latLngToContainerPoint(chosen.point).x > element.clientWidth / 2;
  card.classList.toggle("west", isEast);
  card.hidden = false;
  card.scrollTop = 0;
  showStanding();
  clearOfCard(chosen.point);
  card.focus({ preventScroll: true });
}

function close() {
  const hadFocus = card.contains(document.activeElement);
  card.hidden = true;
  if (hadFocus) (opener?.isConnected ? opener : element).focus({ preventScroll: true });
}

shown.subscribe(({ card: chosen }) => (chosen ? open(chosen) : close()), "card");
