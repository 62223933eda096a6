// The small signs that stand beside texts: the swatch of a status, the mark of a kind of event.

import { makeSvg } from "../base/dom.js";

/** @type {Record<string, string>} */
const EVENT_MARKS = {
  airlanding: "M1 2h10L6 11z",
  battle: "M2 2l8 8M10 2l-8 8",
  diplomacy: "M6 1l5 5-5 5-5-5z",
  landing: "M1 10h10L6 1z",
  operation: "M6 1.5a4.5 4.5 0 1 0 .01 0z",
  order: "M2 2h8v8H2z",
  surrender: "M2.5 11.5v-11h8l-2.5 3 2.5 3h-8",
};

/** @param {string} kind */
export const eventMark = (kind) => makeSvg("svg",
  { viewBox: "0 0 12 12", class: `event-mark ${kind}`, "aria-hidden": "true" },
  makeSvg("path", { d: EVENT_MARKS[kind] }));

/** @param {string} status */
export const swatch = (status) => makeSvg("svg", { class: "key", "aria-hidden": "true" },
  makeSvg("rect", { class: "swatch", "data-status": status }));
