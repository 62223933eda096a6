// The keys go where the focus is: in a frame not to the map, until the frame has it.
//
// An app that is nothing but the map gives it away at once. Where that is not possible, one line
// says that a click is needed, and goes with the click.

import { byId, isFramed } from "../base/dom.js";
import { shown } from "../state/shown.js";

const line = byId("needs-click");
const TYPES = "input, textarea, select, [contenteditable]";
let isWanted = false;

/** The document around the frame; null where it is somebody else's. */
function around() {
  try {
    return window.parent.document;
  } catch {
    return null;
  }
}

function tellOfClick() {
  // the keys of a lecture must not be lost; while another window is in front they are no loss
  const isElsewhere = !document.hasFocus() && (around()?.hasFocus() ?? true);
  if (!isElsewhere) isWanted = false;
  line.hidden = !isFramed || !isElsewhere || !(isWanted || shown.mode === "lecture");
}

/** Takes the focus into the frame, but from nobody who types. */
export function takeFocus() {
  isWanted = true;
  if (!document.hasFocus() && !around()?.activeElement?.matches(TYPES)) {
    window.focus();
    if (!document.hasFocus() && around()) /** @type {any} */ (window.frameElement)?.focus({ preventScroll: true });
  }
  tellOfClick();
}

addEventListener("focus", tellOfClick);
// what has the focus next is known only afterwards
addEventListener("blur", () => setTimeout(tellOfClick));
shown.subscribe(() => setTimeout(tellOfClick), "mode");
