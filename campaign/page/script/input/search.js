// Search: any name of a place, a piece of ground, a sea or an army, in any script, as a combobox.

import { SOVIET, data, datedTurn, shortDay, words } from "../base/campaign.js";
import { byId, make } from "../base/dom.js";
import { isComposed } from "../base/keys.js";
import { makeMatching, namesOf } from "../base/matching.js";
import { statusIn } from "../base/states.js";
import { fill } from "../base/text.js";
import { layerPieces, pieces, placeMarks } from "../base/things.js";
import { element, map } from "../map/map.js";
import { nameMarks } from "../map/underlay.js";
import { fly } from "../map/views.js";
import { centreBesideCard, isByCard } from "../panels/card.js";
import { openPiece, openPlace } from "../panels/open.js";
import { clock } from "../state/clock.js";
import { player } from "../state/player.js";
import { shown } from "../state/shown.js";

const searchBox = byId("search");
const searchList = byId("search-list");
const MOST_FOUND = 8;
const PLACE_ZOOM = 7.5;
const CLOSEST = 10;
const { spelt, matching } = makeMatching(data.letters);

/**
 * @typedef {object} Entry
 * @property {any} thing
 * @property {number} rank
 * @property {string} [further] names that are searched and not shown, parted by ";"
 * @property {string} [view]
 * @property {string} [dated]
 * @property {() => void} [open]
 * @property {any} [point]
 * @property {number} [zoom]
 * @property {number | null} [day]
 * @property {L.LatLngBounds} [bounds] what is brought into view as a whole
 */

/** @typedef {Entry & { names: import("../base/matching.js").Spelt }} Findable */

/**
 * The first and the last day on which any ground of these layers came to be Soviet-held.
 * @param {string[]} layers
 */
function gainedIn(layers) {
  const days = layers.flatMap((layer) => layerPieces[layer] ?? [])
    .map(({ states }) => states.findIndex((/** @type {number} */ state) => statusIn(state) === SOVIET))
    .filter((day) => day >= 0);
  if (!days.length) return "";
  const [first, last] = [Math.min(...days), Math.max(...days)].map(shortDay);
  return fill(words.search.gained, { first, last });
}

function placesToFind() {
  return placeMarks.flatMap((mark) => mark.places.map((/** @type {any} */ thing) => ({
    thing, rank: thing.rank, further: data.further[thing.id], open: () => openPlace(mark), point: mark.point,
  })));
}

/** @param {Set<string>} known names of places, which stand for the ground around them */
function groundToFind(known) {
  return pieces.filter((piece) => !piece.near && piece.name_en && !known.has(piece.name_en))
    .map((piece) => ({
      thing: piece, rank: 4, open: () => openPiece(piece),
      bounds: piece.polygon.getBounds(),
    }));
}

/**
 * Names written on the map, each once.
 * @param {Set<string>} known names of what is found otherwise
 */
function labelsToFind(known) {
  const once = new Map(nameMarks.map((mark) => /** @type {const} */ ([mark.word, mark])).reverse());
  return [...once.values()].flatMap(({ word, text, point, from, to, isTown }) => {
    const name_en = text.textContent;
    if (!isTown && known.has(name_en)) return [];
    return [{
      thing: { name_en, runs: [-1, 0] }, rank: 5, further: `${data.further[word] ?? ""};${name_en.replace(" · ", ";")}`,
      point, zoom: isTown ? undefined : Math.min(to, from + 1),
    }];
  });
}

/** Armies and whatever else went by axes: they lead to their axes, on their first day. */
function unitsToFind() {
  return data.units.map((/** @type {any} */ { name_en, further, day, sides: [south, west, north, east] }) => ({
    thing: { name_en, runs: [-1, 0] }, rank: 3, further,
    dated: shortDay(day), day, bounds: L.latLngBounds([[south, west], [north, east]]),
  }));
}

function regionsToFind() {
  return data.regions.map((/** @type {any[]} */ [view, layers, others]) => ({
    view, thing: { name_en: words.views[view], others, runs: [-1, 0] }, rank: 0, further: data.further[view],
    dated: gainedIn(layers),
  }));
}

/** @param {Entry} entry */
const namesToFind = ({ thing, further = "" }) => [...namesOf(thing), ...further.split(";").filter(Boolean)];

function everythingToFind() {
  const places = placesToFind();
  const regions = regionsToFind();
  /** @type {Entry[]} */
  const named = [...places, ...groundToFind(new Set(places.map(({ thing }) => thing.name_en))), ...regions];
  const known = new Set(named.flatMap(namesToFind));
  return [...named, ...labelsToFind(known), ...unitsToFind()]
    .map((entry) => ({ ...entry, names: spelt(namesToFind(entry)) }));
}

/** @type {Findable[]} */
let findable = [];

/** Spells the names once, before the first letter is typed, and not while the page opens. */
function prepare() {
  if (!findable.length) findable = everythingToFind();
}

/** @type {Entry[]} */
let found = [];
let marked = -1;

/**
 * The day a thing changed hands; null where no source names it.
 * @param {any} thing
 */
function dayOf(thing) {
  const { day } = datedTurn(thing);
  return thing.basis === "inferred" || day < 0 ? null : day;
}

/** @param {number} number */
function mark(number) {
  marked = number;
  [...searchList.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === number)));
  if (number < 0) searchBox.removeAttribute("aria-activedescendant");
  else searchBox.setAttribute("aria-activedescendant", `found-${number}`);
}

function closeSearch() {
  searchList.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  mark(-1);
}

/**
 * A day and how it came, or that no source names one.
 * @param {Entry} entry
 */
function datedText({ thing, dated }) {
  if (thing.basis === "inferred") return words.search.no_day;
  const day = dayOf(thing);
  return dated ?? [day === null ? "" : shortDay(day), words.how[thing.how]].filter(Boolean).join(" · ");
}

/** @param {Entry} entry */
function choose({ thing, view, open, point, zoom, bounds, day = dayOf(thing) }) {
  searchBox.value = "";
  closeSearch();
  shown.change({ card: null });
  // the next key is for the map, not for the box
  element.focus({ preventScroll: true });
  player.stop();
  if (view) {
    fly(view);
    return;
  }
  if (day !== null) clock.goTo(day);
  const [middle, near] = bounds
    ? [bounds.getCenter(), Math.min(CLOSEST, map.getBoundsZoom(bounds.pad(open ? 0.6 : 0.1)))]
    : [point, zoom ?? Math.max(map.getZoom(), PLACE_ZOOM)];
  open?.();
  map.stop();
  const centre = isByCard(map.getSize().divideBy(2)) ? centreBesideCard(middle, near) : L.latLng(middle);
  shown.change({ view: null, at: [centre.lat, centre.lng, near] });
}

/**
 * @param {Entry} entry
 * @param {number} number
 */
function option(entry, number) {
  const { thing } = entry;
  const others = namesOf(thing).slice(1).filter((name) => name !== thing.name_en);
  const item = make("li", { role: "option", id: `found-${number}`, "aria-selected": "false" },
    make("strong", {}, thing.name_en),
    make("span", { class: "others" }, [...new Set(others)].join(" · ")),
    make("span", { class: "dated" }, datedText(entry)));
  // before the box loses the focus
  item.addEventListener("pointerdown", (/** @type {Event} */ event) => { event.preventDefault(); });
  item.addEventListener("click", () => choose(entry));
  return item;
}

function search() {
  if (!searchBox.value.trim()) return closeSearch();
  prepare();
  found = matching(findable, searchBox.value, MOST_FOUND);
  searchList.replaceChildren(...found.map(option));
  if (!found.length) searchList.append(make("li", { class: "none" }, words.search.none));
  searchList.hidden = false;
  searchBox.setAttribute("aria-expanded", "true");
  return mark(found.length ? 0 : -1);
}

searchBox.addEventListener("input", search);
searchBox.addEventListener("focus", () => searchBox.select());
searchBox.addEventListener("focus", prepare, { once: true });
searchBox.addEventListener("blur", closeSearch);
searchBox.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
  if (isComposed(event)) return;
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (way) {
    event.preventDefault();
    if (searchList.hidden) search();
    else if (found.length) mark((marked + way + found.length) % found.length);
  } else if (event.key === "Enter" && !searchList.hidden && found[marked]) {
    event.preventDefault();
    choose(found[marked]);
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (searchList.hidden) element.focus({ preventScroll: true });
    closeSearch();
  }
});
