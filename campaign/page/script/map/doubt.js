// "How sure?": the ribbon between earliest and latest front, ground and places by their doubt.
//
// Off, nothing of it is in the document. It is made when first switched on; then a step shows
// the ribbon of its day, and the rest stands still.

import { calendar, data, datedTurn } from "../base/campaign.js";
import { shapes } from "../base/coordinates.js";
import { makeSvg } from "../base/dom.js";
import { pieces, placeMarks } from "../base/things.js";
import { clock } from "../state/clock.js";
import { shown } from "../state/shown.js";
import { switchGround } from "./ground.js";
import { drawing, map } from "./map.js";
import "./places.js";

/** @typedef {import("../base/things.js").Piece} Piece */

const MOST_DAYS = 2;

/** @type {{ layers: L.LayerGroup | null, ribbons: L.Polygon[], ribbon: number }} */
const drawn = { layers: null, ribbons: [], ribbon: -1 };

/**
 * The doubt laid over a piece of ground: no day, a day from memory, or one that may be far off.
 * @param {Piece} piece
 */
function doubtOf(piece) {
  const { basis, soviet_earliest: earliest, soviet_latest: latest } = piece;
  if (basis === "inferred" || basis === "recalled") return basis;
  if (!earliest || !latest) return null;
  const { day } = datedTurn(/** @type {any} */ (piece));
  const days = (/** @type {string} */ iso) => /** @type {number} */ (calendar.indexOf(iso));
  return Math.max(day - days(earliest), days(latest) - day) > MOST_DAYS ? "unsure" : null;
}

function makeTextures() {
  for (const piece of pieces) {
    const kind = doubtOf(piece);
    if (kind) {
      piece.texture = L.polygon(piece.polygon.getLatLngs(), {
        ...drawing("doubt"), className: `doubt ${kind}`, interactive: false, smoothFactor: 0.5,
      });
    }
  }
  return pieces.flatMap(({ texture }) => texture ?? []);
}

/** One drawing to a day, of all regions together. */
function makeRibbons() {
  const { shape, decimals, day: days } = data.ribbons;
  /** @type {import("../base/coordinates.js").Shape[]} */
  const parts = Array.from({ length: data.count }, () => []);
  shapes(shape, decimals, days.length).forEach((ribbon, row) => parts[days[row]].push(...ribbon));
  return parts.map((ribbon) => L.polygon(ribbon, {
    ...drawing("ribbon"), className: "doubt ribbon", interactive: false, smoothFactor: 0.8,
  }));
}

function makeRings() {
  for (const mark of placeMarks) {
    const [{ basis, confidence }] = mark.places;
    const path = makeSvg("path", { d: data.rings[basis] ?? data.rings.documented, pathLength: 24 });
    mark.node.prepend(makeSvg("svg", { class: `ring ${confidence} ${basis}`, viewBox: "0 0 24 24" }, path));
    mark.node.classList.toggle("hollow", confidence === "low");
  }
}

/** @param {number} day */
function showRibbon(day) {
  if (!shown.sure || day === drawn.ribbon) return;
  drawn.ribbons[drawn.ribbon]?.getElement()?.classList.remove("shown");
  drawn.ribbons[day].getElement()?.classList.add("shown");
  drawn.ribbon = day;
}
clock.onNextFrame(showRibbon);

shown.subscribe(({ sure, day }) => {
  if (!drawn.layers) {
    drawn.ribbons = makeRibbons();
    drawn.layers = L.layerGroup([...makeTextures(), ...drawn.ribbons]);
    makeRings();
  }
  drawn.ribbon = -1;
  if (sure) {
    drawn.layers.addTo(map);
    for (const piece of pieces) switchGround(piece, !piece.isOff);
    if (day >= 0) showRibbon(day);
  } else {
    drawn.layers.remove();
  }
}, "sure");
