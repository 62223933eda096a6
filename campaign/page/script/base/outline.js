// The outline of neighbours as one: of their rings every edge that no two of them share.

/** @typedef {import("./coordinates.js").Point} Point */
/** @typedef {import("./coordinates.js").Ring} Ring */

/**
 * An edge has the same name from both of its sides.
 * @param {Point} a
 * @param {Point} b
 */
const named = (a, b) => [String(a), String(b)].sort().join(" ");

/** @param {Ring} ring @returns {[Point, Point][]} */
const edgesOf = (ring) => ring.map((point, n) => [point, ring[(n + 1) % ring.length]]);

/**
 * @param {Ring[]} rings
 * @returns {Point[][]} lines along the outline
 */
export function outlineOf(rings) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const edge of rings.flatMap(edgesOf)) {
    times.set(named(...edge), (times.get(named(...edge)) ?? 0) + 1);
  }
  /** @type {Point[][]} */
  const lines = [];
  for (const ring of rings) {
    let goesOn = false;
    for (const [from, to] of edgesOf(ring)) {
      const isOuter = times.get(named(from, to)) === 1 && String(from) !== String(to);
      if (isOuter && goesOn) lines[lines.length - 1].push(to);
      else if (isOuter) lines.push([from, to]);
      goesOn = isOuter;
    }
  }
  return lines;
}

/** @param {Ring[]} rings whether any two of them share an edge */
export function areNeighbours(rings) {
  const edges = rings.flatMap(edgesOf).filter(([from, to]) => String(from) !== String(to));
  return new Set(edges.map((edge) => named(...edge))).size < edges.length;
}
