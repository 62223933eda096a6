// What is opened over the map or beside it, from top to bottom, and how each is closed.

import { byId } from "../base/dom.js";
import { element } from "../map/map.js";
import { toggleLecture } from "../panels/lecture.js";
import { hush } from "../panels/message.js";
import { hideTip } from "../panels/tooltip.js";
import { shown } from "../state/shown.js";
import { isBlack, toggleBlack } from "./screen.js";

/** @typedef {{ isOpen: () => boolean, close: () => unknown }} Openable */

const help = byId("help");
const layers = byId("layers");

/** @type {Record<string, Openable>} */
export const OPENABLES = {
  black: { isOpen: isBlack, close: () => toggleBlack(false) },
  help: { isOpen: () => help.open, close: () => help.close() },
  // its list closes when the box loses the focus
  search: { isOpen: () => !byId("search-list").hidden, close: () => element.focus({ preventScroll: true }) },
  layers: { isOpen: () => layers.open, close: () => { layers.open = false; } },
  card: { isOpen: () => shown.card !== null, close: () => shown.change({ card: null }) },
  panel: { isOpen: () => shown.panel, close: () => shown.change({ panel: false }) },
  lecture: { isOpen: () => shown.mode === "lecture", close: toggleLecture },
  story: { isOpen: () => shown.chapter !== null, close: () => shown.change({ chapter: null }) },
  compare: { isOpen: () => shown.compare !== null, close: () => shown.change({ compare: null }) },
};

/** @param {string} name */
function closed(name) {
  const { isOpen, close } = OPENABLES[name];
  if (!isOpen()) return false;
  close();
  return true;
}

/**
 * Closes the topmost thing that is open, but for the panels that stand beside the map by themselves.
 * A lecture is left before its story: it begins again where it was.
 * @param {{ keepsStory: boolean }} manner
 * @returns {boolean | "kept"} whether anything was closed; or that the story is kept
 */
export function closeTopmost({ keepsStory }) {
  const hadTip = hideTip();
  if (closed("black") || closed("layers") || closed("card") || hadTip || hush()) return true;
  if (closed("compare") || closed("lecture")) return true;
  return keepsStory && shown.chapter !== null ? "kept" : closed("story");
}
