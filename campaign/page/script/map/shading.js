// Comparing: the ground that differs from the day that is held is shaded.

import { SOVIET, data } from "../base/campaign.js";
import { HELD_DIFFERS, OTHERWISE, SAME, differenceOf } from "../base/comparison.js";
import { pieces } from "../base/things.js";
import { shown } from "../state/shown.js";
import "./ground.js";

/** @typedef {import("../base/things.js").Piece} Piece */

/**
 * How a piece differs; a plan holds no ground.
 * @param {Piece} piece
 */
function differenceNow({ layer, states }) {
  if (shown.compare === null || layer === data.plan_layer) return SAME;
  return differenceOf(states, shown.compare, shown.day, SOVIET);
}

/** @param {Piece} piece */
export const isShaded = (piece) => differenceNow(piece) !== SAME;

shown.subscribe((now, before) => {
  if (now.compare === null && before.compare === null) return;
  for (const piece of pieces) {
    const difference = differenceNow(piece);
    if (difference === (piece.difference ?? SAME)) continue;
    piece.path.classList.toggle("differs", difference === HELD_DIFFERS);
    piece.path.classList.toggle("differs-otherwise", difference === OTHERWISE);
    piece.difference = difference;
  }
}, "day", "compare");
