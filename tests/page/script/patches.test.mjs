import assert from "node:assert/strict";
import { test } from "node:test";

import { boxOf, largestIn, patchAt } from "../../../campaign/page/script/base/patches.js";

const square = (south, west, size) =>
  [[south, west], [south, west + size], [south + size, west + size], [south + size, west]];
const ring = [square(40, 120, 10), square(44, 124, 2)];
const island = [square(44.5, 124.5, 1)];
const far = [square(50, 140, 3)];
const patches = [ring, island, far];

test("the patch under a point is meant, not the one around its hole", () => {
  assert.equal(patchAt(patches, [41, 121]), ring);
  assert.equal(patchAt(patches, [45, 125]), island);
  assert.equal(patchAt(patches, [51, 141]), far);
});
test("beside all of them the nearest is meant", () => {
  assert.equal(patchAt(patches, [49.99, 140.5]), far);
  assert.equal(patchAt(patches, [44.45, 124.6]), island);
});
test("of those in view the largest is meant, and of all where none is", () => {
  assert.equal(largestIn(patches, [[49, 139], [60, 150]]), far);
  assert.equal(largestIn(patches, [[30, 110], [60, 150]]), ring);
  assert.equal(largestIn(patches, [[0, 0], [1, 1]]), ring);
});
test("the box of a patch is that of its outer ring", () => {
  assert.deepEqual(boxOf(ring), [[40, 120], [50, 130]]);
});
