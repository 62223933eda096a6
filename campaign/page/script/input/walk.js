// The map is one stop of the Tab key; within it N and P go from thing to thing.
//
// Hundreds of stops would lock keyboard users in. The list is made when a key asks for it, so
// that a step of the slider owes it nothing: what changed today, then the places in view.

import { beginsToday } from "../base/states.js";
import { pieces, placeMarks } from "../base/things.js";
import { element } from "../map/map.js";
import { shown } from "../state/shown.js";

/** @param {HTMLElement} node */
function isInView(node) {
  const box = node.getBoundingClientRect();
  const frame = element.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return box.width > 0 && x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
}

function stops() {
  const changed = pieces.filter(({ states, isOff }) => beginsToday(states[shown.day]) && !isOff);
  const nodes = [...changed.map((piece) => piece.path), ...placeMarks.map((mark) => mark.node)];
  return nodes.filter(isInView);
}

/**
 * Moves the focus on by one or back by one, from end to end.
 * @param {1 | -1} way
 */
export function walk(way) {
  shown.change({ card: null });
  const nodes = stops();
  if (!nodes.length) return;
  const here = nodes.indexOf(document.activeElement);
  const from = here < 0 && way < 0 ? 0 : here;
  nodes[(from + way + nodes.length) % nodes.length].focus({ preventScroll: true });
}
