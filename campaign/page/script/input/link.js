// Links are followed, and the address follows the reader.

import { chapters } from "../base/diary.js";
import { element } from "../map/map.js";
import { modeWithRoom } from "../panels/lecture.js";
import { complain } from "../panels/message.js";
import { openNamed } from "../panels/open.js";
import { clock } from "../state/clock.js";
import { address, isInApp, isOnline, ownAddress } from "../state/link.js";
import { player } from "../state/player.js";
import { shown } from "../state/shown.js";
import { onClosedByBack, takeAsGiven } from "./back.js";

/** @typedef {import("../state/shown.js").Parts} Parts */

/** On an upright screen the wide theatre would be a thin strip. */
export const homeView = () => (element.clientWidth < element.clientHeight * 0.9 ? "manchuria" : "theatre");

/**
 * What a chapter brings.
 * @param {number | null} chapter
 */
const broughtBy = (chapter) =>
  (chapter === null ? {} : { day: chapters[chapter].day, view: chapters[chapter].view });

/**
 * A view and a place exclude each other; to go to either closes the card.
 * @param {Partial<Parts>} wanted
 * @returns {Partial<Parts>}
 */
function placed(wanted) {
  if (wanted.view) return { ...wanted, at: null, card: null };
  return wanted.at ? { ...wanted, view: null } : wanted;
}

/**
 * Follows a whole address: what it does not name is off, or as the chapter or the start has it.
 * `home` is the view where none is named; without, the map stays where it is.
 * @param {string} link
 * @param {{ jump?: boolean, home?: string | null }} manner
 */
export function openLink(link, { jump = true, home = homeView() } = {}) {
  const { wanted: { opens, ...wanted }, complaints } = address.read(link);
  const { chapter = null, mode = null } = wanted;
  const atHome = home && !wanted.at ? { view: home } : {};
  if (chapter !== null) player.stop();
  shown.change(placed({
    day: 0, sure: false, compare: null, card: null, ...atHome, ...broughtBy(chapter), ...wanted,
    ...(wanted.at ? { view: null } : {}), chapter, mode: modeWithRoom(mode),
  }), { jump });
  if (opens) openNamed(opens);
  if (chapter !== null) clock.settleSoon();
  complain(complaints);
  takeAsGiven();
}

/** Follows a fragment written by hand: what it does not name stays as it is. */
export function followFragment() {
  const { wanted: { opens, ...wanted }, complaints } = address.read(location.hash);
  if (!opens && !Object.keys(wanted).length && !complaints.length) return;
  const { chapter = null } = wanted;
  const brought = chapter === shown.chapter ? {} : broughtBy(chapter);
  if (chapter !== null) player.stop();
  if (wanted.mode) wanted.mode = modeWithRoom(wanted.mode);
  const { view } = { ...wanted, ...brought };
  shown.change(view === shown.view ? { ...wanted, ...brought } : placed({ ...wanted, ...brought }));
  if (opens) openNamed(opens);
  clock.settleSoon();
  complain(complaints);
  takeAsGiven();
}

const LEAST_MS = 350; // Safari allows a hundred changes in half a minute
let writtenAt = -LEAST_MS;
let writing = 0;

function writeAddress() {
  clearTimeout(writing);
  if (isInApp()) return;
  const wait = writtenAt + LEAST_MS - performance.now();
  if (wait > 0) {
    writing = setTimeout(writeAddress, wait);
    return;
  }
  const fragment = `#${address.join(shown)}`;
  // what the fragment says, a query from before must not say otherwise when the page is opened again
  const others = isOnline ? address.othersIn(location.search) : location.search.slice(1);
  const query = others && `?${others}`;
  if (location.hash === fragment && location.search === query) return;
  writtenAt = performance.now();
  try {
    history.replaceState(history.state, "", ownAddress + query + fragment);
  } catch (error) {
    // a browser that finds it too often; the next change is written again
    if (!(error instanceof DOMException) || error.name !== "SecurityError") throw error;
  }
}

/** Lets the address follow what is shown, once a day is settled; the app around it has its own. */
export function keepAddress() {
  let ledBackTo = "";
  onClosedByBack(() => {
    ledBackTo = location.href;
    writeAddress();
  });
  // what Back has closed stays on the day that is shown, and the address of then is no link
  addEventListener("hashchange", ({ newURL }) => { if (newURL !== ledBackTo) followFragment(); });
  clock.onSettle(writeAddress);
  shown.subscribe(writeAddress, "view", "at", "sure", "compare", "mode", "chapter", "card");
}
