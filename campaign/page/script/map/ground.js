// The ground: every piece drawn once; a step only marks the pieces whose status differs.
//
// Under them lies each layer as it was before the campaign, in one drawing that no step touches:
// half of the pieces then have nothing to paint of their own.

import { STATUSES, data, titleOf } from "../base/campaign.js";
import { areNeighbours, outlineOf } from "../base/outline.js";
import { beginsToday } from "../base/states.js";
import { layerPieces, pieces, statusOf } from "../base/things.js";
import { shown } from "../state/shown.js";
import { drawing, map, switches } from "./map.js";

/** @typedef {import("../base/things.js").Piece} Piece */

/**
 * @param {Piece} piece
 * @param {string} kind
 */
function drawPiece(piece, kind) {
  piece.polygon = L.polygon(piece.shape, {
    ...drawing("ground"), className: `ground ${kind}${piece.isSpread ? " spread" : ""}`, smoothFactor: 0.5, weight: 1,
  }).addTo(map);
  piece.path = piece.polygon.getElement();
  piece.path.dataset.id = piece.id;
  piece.path.setAttribute("role", "button");
  piece.path.setAttribute("tabindex", "-1");
  piece.path.setAttribute("aria-label", titleOf(/** @type {any} */ (piece)));
}

/**
 * @param {string} layer
 * @param {import("../base/coordinates.js").Ring[]} rings
 */
function drawCoast(layer, rings) {
  return L.polyline(outlineOf(rings), {
    ...drawing("ground"), className: `outline ${layer}`, interactive: false, smoothFactor: 0.5,
  }).addTo(map).getElement();
}

/**
 * Ground that is switched off is bare land, without the doubt of its days.
 * @param {Piece} piece
 * @param {boolean} on
 */
export function switchGround(piece, on) {
  piece.isOff = !on;
  piece.path.classList.toggle("off", !on);
  piece.texture?.getElement()?.classList.toggle("off", !on);
}

/**
 * An island that changes in parts has one coast about them, and no border between those alike.
 * @type {{ members: Piece[], coast: Element }[]}
 */
const parted = [];

for (const [layer, members] of Object.entries(layerPieces)) {
  const isSmall = data.small_islands.includes(layer);
  const rings = isSmall ? members.flatMap(({ shape }) => shape.flat()) : [];
  const isParted = areNeighbours(rings);
  const kind = [layer, isSmall && "small", isParted && "parted"].filter(Boolean).join(" ");
  for (const piece of members) drawPiece(piece, kind);
  const before = L.polygon(members.flatMap(({ polygon }) => polygon.getLatLngs()), {
    ...drawing("land"), className: `before ${kind}`, interactive: false, smoothFactor: 0.5,
  }).addTo(map).getElement();
  const coast = isParted && drawCoast(layer, rings);
  if (coast) parted.push({ members, coast });
  switches[layer] = (on) => {
    if (coast) coast.classList.toggle("off", !on);
    before?.classList.toggle("off", !on);
    for (const piece of members) switchGround(piece, on);
  };
}

shown.subscribe(({ day }) => {
  for (const piece of pieces) {
    const state = piece.states[day];
    if (state === piece.state) continue;
    const status = statusOf(state);
    const isNew = beginsToday(state);
    if (status !== piece.status) {
      piece.path.dataset.status = status;
      piece.status = status;
    }
    if (isNew !== piece.isNew) {
      piece.path.classList.toggle("today", isNew);
      piece.isNew = isNew;
    }
    piece.state = state;
  }
  for (const { members, coast } of parted) {
    coast.classList.toggle("landed", members.some(({ status }) => status !== STATUSES[0]));
  }
}, "day");
