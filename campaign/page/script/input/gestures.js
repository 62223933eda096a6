// Wheel and fingers over the map: inside another page they move that page, unless the map is plainly meant.
//
// A page of its own has nothing else to move, nor has the whole screen. Leaflet takes both at the
// map itself, so what is the other page's never gets there.

import { words } from "../base/campaign.js";
import { isFramed } from "../base/dom.js";
import { fill } from "../base/text.js";
import { element } from "../map/map.js";
import { isSilent, tell } from "../panels/message.js";

const KEY = /Mac|iP(?:hone|ad)/.test(navigator.platform) ? "⌘" : "Ctrl";

const isInPage = () => isFramed && !document.fullscreenElement;

/** @param {string} text */
function hint(text) {
  if (isSilent()) tell(text, { isBrief: true });
}

element.addEventListener("wheel", (event) => {
  if (!isInPage() || event.ctrlKey || event.metaKey) return;
  event.stopImmediatePropagation();
  hint(fill(words.gestures.wheel, { key: KEY }));
}, { capture: true, passive: true });

element.addEventListener("touchstart", (event) => {
  if (isInPage() && event.touches.length === 1) event.stopImmediatePropagation();
}, { capture: true, passive: true });

element.addEventListener("touchmove", ({ touches }) => {
  if (isInPage() && touches.length === 1) hint(words.gestures.fingers);
}, { capture: true, passive: true });

// what is left to the browser
const leave = () => element.classList.toggle("in-page", isInPage());
addEventListener("fullscreenchange", leave);
leave();
