// The patches of which a piece of ground consists, and which of them is meant.

/** @typedef {import("./coordinates.js").Point} Point */
/** @typedef {import("./coordinates.js").Ring} Ring */
/** @typedef {import("./coordinates.js").Part} Part */
/** @typedef {[Point, Point]} Box south-west and north-east */

/**
 * @param {Ring} ring
 * @param {Point} point
 */
function isInside(ring, [y, x]) {
  let inside = false;
  for (let n = 0, before = ring.length - 1; n < ring.length; before = n++) {
    const [[y1, x1], [y2, x2]] = [ring[n], ring[before]];
    if ((y1 > y) !== (y2 > y) && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/**
 * How far a patch is from a point, in degrees of longitude there; nothing where it lies upon it.
 * @param {Part} patch
 * @param {Point} point
 */
function distance(patch, point) {
  const [outer, ...holes] = patch;
  if (isInside(outer, point) && !holes.some((hole) => isInside(hole, point))) return 0;
  const stretch = 1 / Math.cos((point[0] * Math.PI) / 180);
  return Math.min(...outer.map(([y, x]) => Math.hypot((y - point[0]) * stretch, x - point[1])));
}

/**
 * The patch at a point; lines are drawn a little simpler than they are, so the nearest where none is.
 * @param {Part[]} patches
 * @param {Point} point
 */
export function patchAt(patches, point) {
  const distances = patches.map((patch) => distance(patch, point));
  return patches[distances.indexOf(Math.min(...distances))];
}

/** @param {Part} patch @returns {Box} */
export function boxOf([outer]) {
  const [latitudes, longitudes] = [outer.map(([y]) => y), outer.map(([, x]) => x)];
  return [
    [Math.min(...latitudes), Math.min(...longitudes)],
    [Math.max(...latitudes), Math.max(...longitudes)],
  ];
}

/** @param {Part} patch */
function areaOf([outer]) {
  const twice = outer.reduce((sum, [y, x], n) => {
    const [y2, x2] = outer[(n + 1) % outer.length];
    return sum + x * y2 - x2 * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/**
 * The largest of the patches that reach into a box; the largest of all where none does.
 * @param {Part[]} patches
 * @param {Box} box
 */
export function largestIn(patches, [[south, west], [north, east]]) {
  const inBox = patches.filter((patch) => {
    const [[bottom, left], [top, right]] = boxOf(patch);
    return bottom < north && top > south && left < east && right > west;
  });
  const areas = (inBox.length ? inBox : patches).map(areaOf);
  return (inBox.length ? inBox : patches)[areas.indexOf(Math.max(...areas))];
}
