import assert from "node:assert/strict";
import test from "node:test";

import { areNeighbours, outlineOf } from "../../../campaign/page/script/base/outline.js";

const WEST = [[0, 0], [0, 1], [1, 1], [1, 0]];
const EAST = [[0, 1], [0, 2], [1, 2], [1, 1]];
const ROCK = [[5, 5], [5, 6], [6, 6]];

const length = (lines) => lines.reduce((sum, line) => sum + line.length - 1, 0);

test("neighbours have the outline of the whole, without the edge between them", () => {
  const lines = outlineOf([WEST, EAST]);
  assert.equal(length(lines), 6);
  assert.ok(!lines.some((line) => line.some((point, n) => n && String([line[n - 1], point]) === "0,1,1,1")));
});

test("a ring that nobody shares an edge with is its own outline", () => {
  assert.deepEqual(outlineOf([ROCK]), [[...ROCK, ROCK[0]]]);
});

test("a ring may be closed by its first point", () => {
  assert.deepEqual(outlineOf([[...ROCK, ROCK[0]]]), [[...ROCK, ROCK[0]]]);
  assert.equal(areNeighbours([[...ROCK, ROCK[0]]]), false);
});

test("neighbours are told from islands that lie apart", () => {
  assert.equal(areNeighbours([WEST, EAST]), true);
  assert.equal(areNeighbours([WEST, ROCK]), false);
});
