// What the page says in one sentence over the map.

import { words } from "../base/campaign.js";
import { byId, make } from "../base/dom.js";

const BRIEF_MS = 3000;
const READING_MS = 75; // a letter
const message = byId("message");
let ends = 0;

/**
 * Says something until it is closed, or for a while when it is brief.
 * @param {string} text
 */
export function tell(text, { isBrief = false } = {}) {
  clearTimeout(ends);
  const close = make("button", { type: "button", class: "icon", "aria-label": words.messages.dismiss }, "×");
  close.addEventListener("click", hush);
  if (isBrief) ends = setTimeout(hush, BRIEF_MS + READING_MS * text.length);
  message.replaceChildren(make("span", {}, text), close);
}

/** Whether nothing is being said. */
export const isSilent = () => message.firstChild === null;

/** Takes back what was said; whether there was something. */
export function hush() {
  clearTimeout(ends);
  const hadSaid = !isSilent();
  message.replaceChildren();
  return hadSaid;
}

/**
 * Says what is wrong with a link, all of it together: one message would hide another.
 * @param {string[]} complaints
 */
export function complain(complaints) {
  if (complaints.length) tell(complaints.join(" "));
}
