// What is known about one piece of ground or one place, as the parts of a card.

import { STATUSES, inThousands, sentenceOf, shortDay, words } from "../base/campaign.js";
import { keysIn } from "../base/diary.js";
import { make } from "../base/dom.js";
import { rounded } from "../base/numbers.js";
import { fill } from "../base/text.js";
import { placeMarks } from "../base/things.js";
import { correctionButton } from "./correction.js";
import { openPlace } from "./open.js";
import { swatch } from "./signs.js";
import { sourceList } from "./sources.js";

/** @typedef {any} Thing */

/** @param {Thing} thing */
export function names(thing) {
  if (thing.basis === "estimated") return []; // they are those of the nearest place
  const others = [["ja", thing.name_ja], ["ru", thing.name_ru], ["zh", thing.name_zh]];
  const modern = thing.name_modern && thing.name_modern !== thing.name_en
    ? make("p", { class: "modern" }, fill(words.details.modern, { name: thing.name_modern }))
    : null;
  const foreign = others.filter(([, name]) => name).map(([lang, name]) => make("span", { lang }, name));
  return [modern, foreign.length ? make("p", { class: "names" }, ...foreign) : null];
}

/**
 * Each status after the first, with its day; told only where the sentence does not tell it all.
 * @param {Thing} thing
 */
function history(thing) {
  const turns = [];
  for (let turn = 0; turn < thing.runs.length; turn += 2) {
    const [day, status] = [thing.runs[turn], STATUSES[thing.runs[turn + 1]]];
    if (day < 0) continue;
    turns.push(make("li", { "data-day": day }, swatch(status),
      fill(words.details.from, { status: words.status[status], day: shortDay(day) })));
  }
  return turns.length > 1 ? make("ol", { class: "history" }, ...turns) : null;
}

/**
 * Leads to the list of sources, which may lie below the edge of the card.
 * @param {number} count
 */
function sourcesLink(count) {
  if (!count) return null;
  const button = make("button", { type: "button" }, fill(words.details.sources_below, { count }));
  button.addEventListener("click", () => {
    button.closest("section, #details").querySelector(".sources").scrollIntoView({ block: "nearest" });
  });
  return button;
}

/**
 * Leads from estimated ground to the dated place after which it is named, and its sources.
 * @param {Thing} thing
 */
function nearestPlace(thing) {
  const mark = thing.near && placeMarks.find(({ places }) =>
    places.some((/** @type {Thing} */ place) => place.id === thing.near));
  if (!mark) return null;
  const button = make("button", { type: "button" }, fill(words.details.nearest, { name: thing.name_en }));
  button.addEventListener("click", () => openPlace(mark));
  return make("p", { class: "nearest" }, button);
}

/**
 * How sure the day is, and how many sources say so.
 * @param {Thing} thing
 */
const sureness = ({ basis, confidence, sources }) => make("p", { class: `sure ${basis}` },
  make("span", { class: "basis" }, words.basis[basis] ?? basis),
  make("span", { class: "confidence" }, words.confidence[confidence] ?? confidence),
  sourcesLink(keysIn(sources).length));

/** @param {Thing} thing */
function factList(thing) {
  const pairs = [
    [words.details.how, thing.how && words.how[thing.how]],
    [words.details.who, thing.formation],
    [words.details.area, thing.area
      && fill(words.details.area_value, { area: inThousands(rounded(thing.area)) })],
  ].filter(([, value]) => value);
  return pairs.length ? make("dl", {},
    ...pairs.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])) : null;
}

/** @param {Thing} thing */
function sourcesOf(thing) {
  const keys = keysIn(thing.sources);
  if (keys.length) return sourceList(keys);
  return thing.basis === "estimated" && !thing.near
    ? make("p", { class: "note" }, words.details.no_sources) : null;
}

/** @param {Thing} thing */
export const facts = (thing) => [
  make("p", { class: `sentence ${thing.basis}` }, sentenceOf(thing)),
  sureness(thing), nearestPlace(thing), history(thing), factList(thing),
  thing.note ? make("p", { class: "note" }, thing.note) : null,
  sourcesOf(thing), correctionButton(thing),
];
