// What is known of the day of one thing, in one sentence; the tooltip and the card both say it.

import { fill } from "./text.js";

/**
 * @typedef {object} Thing a piece of ground or a place
 * @property {number[]} runs
 * @property {string} name_en
 * @property {string} basis
 * @property {string} [layer]
 * @property {string} [how]
 * @property {string} [near] id of the dated place after which estimated ground is named
 * @property {boolean} [isSpread] whether garrisons spread over it, and no column took it
 * @property {string} [near_day] day of that place
 * @property {string} [soviet_earliest]
 * @property {string} [soviet_latest]
 */

const PLANS = new Set(["planned", "suspended", "cancelled"]);

/**
 * Ground that garrisons spread over, unless a dated place stands in it.
 * @param {Thing} thing
 */
const isGarrisons = ({ isSpread, basis }) => Boolean(isSpread) && basis === "estimated";

/**
 * Which of the templates fits.
 * @param {Thing} thing
 * @param {string} status
 * @param {boolean} isAgreed
 */
function templateOf(thing, status, isAgreed) {
  if (PLANS.has(status)) return "planned";
  if (thing.basis === "inferred") return "inferred";
  if (status === "capitulated") return "capitulated";
  if (isGarrisons(thing)) return "garrison";
  if (thing.near) return "nearest";
  if (thing.basis === "estimated") return "estimated";
  return isAgreed ? "agreed" : "documented";
}

/**
 * @param {any} words
 * @param {string[]} statuses
 * @param {import("./calendar.js").Calendar} calendar
 */
export function makeSentences(words, statuses, calendar) {
  const { isoOf, inWords, shortDate } = calendar;

  /**
   * A day and the range around it; the range names its month only where the day has another.
   * @param {string} iso
   * @param {string} [earliest]
   * @param {string} [latest]
   */
  function dayWithRange(iso, earliest, latest) {
    const day = shortDate(iso);
    if (!earliest || !latest || earliest === latest) return fill(words.sentence.alone, { day });
    const sameMonth = [earliest, latest].every((end) => end.slice(0, 7) === iso.slice(0, 7));
    const [from, to] = [earliest, latest]
      .map((end) => (sameMonth ? inWords(end, "{day}") : shortDate(end)));
    return fill(words.sentence.between, { day, earliest: from, latest: to });
  }

  /**
   * The turn that the sources date: the last one, but the airlanding where that is the row's subject.
   * @param {Thing} thing
   */
  function datedTurn(thing) {
    const turns = [];
    for (let turn = 0; turn < thing.runs.length; turn += 2) {
      turns.push({ day: thing.runs[turn], status: statuses[thing.runs[turn + 1]] });
    }
    const landed = thing.how === "airlanding" && turns.find(({ status }) => status === "airhead");
    return landed || turns[turns.length - 1];
  }

  /** @param {Thing} thing */
  function sentenceOf(thing) {
    const { day, status } = datedTurn(thing);
    if (day < 0 && status === "japanese") return words.sentence.unchanged;
    const { soviet_earliest: earliest, soviet_latest: latest, basis } = thing;
    const isAgreed = Boolean(earliest) && earliest === latest;
    return fill(words.sentence[templateOf(thing, status, isAgreed)], {
      status: words.status[status],
      range: dayWithRange(isoOf(day), earliest, latest),
      basis: words.basis[basis],
      place: thing.name_en,
      place_day: thing.near_day && shortDate(thing.near_day),
    });
  }

  /**
   * Estimated ground bears the name of the dated place nearest to it, which is not its own.
   * @param {Thing} thing
   */
  function titleOf(thing) {
    const layer = words.layers[thing.layer ?? ""];
    if (isGarrisons(thing)) return fill(words.details.spread, { layer });
    return thing.near
      ? fill(words.details.near, { layer, place: thing.name_en })
      : thing.name_en || layer;
  }

  return Object.freeze({ datedTurn, sentenceOf, titleOf });
}
