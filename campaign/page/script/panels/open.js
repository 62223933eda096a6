// Which thing a click or a key opens the card of, and what of it is meant.

import { words } from "../base/campaign.js";
import { onPress } from "../base/dom.js";
import { named } from "../base/named.js";
import { largestIn, patchAt, boxOf } from "../base/patches.js";
import { pieces, placeMarks } from "../base/things.js";
import "../map/ground.js";
import { map } from "../map/map.js";
import "../map/places.js";
import { shown } from "../state/shown.js";

/** @typedef {import("../base/things.js").Piece} Piece */
/** @typedef {import("../base/things.js").Mark} Mark */

/** @returns {import("../base/patches.js").Box} */
function boxInSight() {
  const bounds = map.getBounds();
  return [[bounds.getSouth(), bounds.getWest()], [bounds.getNorth(), bounds.getEast()]];
}

/**
 * Opens the card of a piece. Estimated ground may lie in patches far apart that share nothing but
 * the nearest place or the day, so one of them is meant: the one under the pointer, or the largest in view.
 * @param {Piece} piece
 * @param {L.LatLng | null} pointer
 */
export function openPiece(piece, pointer = null) {
  const isPatchy = (piece.near || piece.isSpread) && piece.shape.length > 1;
  const patch = !isPatchy ? null
    : pointer ? patchAt(piece.shape, [pointer.lat, pointer.lng]) : largestIn(piece.shape, boxInSight());
  const bounds = patch ? L.latLngBounds(boxOf(patch)) : piece.polygon.getBounds();
  shown.change({
    card: {
      things: [piece],
      kind: piece.near || piece.isSpread ? words.details.estimated_ground : words.layers[piece.layer],
      states: piece.states,
      point: pointer ?? bounds.getCenter(),
      outline: patch ?? piece.polygon.getLatLngs(),
    },
  });
}

/** @param {Mark} mark */
export function openPlace({ places, states, point }) {
  shown.change({ card: { things: places, kind: words.details.place, states, point, outline: null } });
}

/**
 * Opens the card that a link asks for.
 * @param {string} id
 */
export function openNamed(id) {
  const found = named.get(id);
  if (found && "mark" in found) openPlace(found.mark);
  else if (found) openPiece(found.piece);
}

for (const piece of pieces) {
  piece.polygon.on("click", (/** @type {L.LeafletMouseEvent} */ event) => openPiece(piece, event.latlng));
  onPress(piece.path, () => openPiece(piece));
}
for (const mark of placeMarks) {
  mark.marker.on("click", () => openPlace(mark));
  onPress(mark.node, () => openPlace(mark));
}
map.on("click", ({ originalEvent: { target } }) => {
  if (!(/** @type {Element} */ (target).closest(".ground, .place"))) shown.change({ card: null });
});
