// The places and pieces of ground by the ids that a link names them with.

import { pieces, placeMarks } from "./things.js";

/** @typedef {{ mark: import("./things.js").Mark } | { piece: import("./things.js").Piece }} Named */

/** @type {Map<string, Named>} */
const byId = new Map();
/** @type {Map<unknown, string>} */
const ids = new Map();

/**
 * @param {string} id
 * @param {unknown} thing
 * @param {Named} named
 */
function note(id, thing, named) {
  byId.set(id, named);
  ids.set(thing, id);
}
for (const mark of placeMarks) for (const place of mark.places) note(place.id, place, { mark });
// an islet and its ground may have one id
for (const piece of pieces) note(byId.has(piece.id) ? `ground-${piece.id}` : piece.id, piece, { piece });

export const named = Object.freeze({
  /** @param {string} id */
  has: (id) => byId.has(id),
  /** @param {string} id */
  get: (id) => byId.get(id),
  /** @param {unknown} thing */
  idOf: (thing) => ids.get(thing) ?? "",
});
