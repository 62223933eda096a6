import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { column, rows } from "../../../campaign/page/script/base/columns.js";
import { asLines, shapes } from "../../../campaign/page/script/base/coordinates.js";

// written by Python, which encodes the same shapes: see test_script.py
const written = JSON.parse(readFileSync(process.env.CAMPAIGN_SHAPES, "utf8"));

for (const { decimals, text, points } of written) {
  test(`${points.length} shapes of ${decimals} decimals are read as Python wrote them`, () => {
    const unit = 10 ** decimals;
    const rounded = points.map((shape) => shape.map((part) => part.map((ring) =>
      ring.map(([y, x]) => [Math.round(y * unit), Math.round(x * unit)]))));
    const found = shapes(text, decimals, points.length).map((shape) => shape.map((part) => part.map((ring) =>
      ring.map(([y, x]) => [Math.round(y * unit), Math.round(x * unit)]))));
    assert.deepEqual(found, rounded);
  });
}

test("lines lose the level of rings", () => {
  assert.deepEqual(asLines([[[[1, 2], [3, 4]]]]), [[[1, 2], [3, 4]]]);
});

test("coded columns become rows again", () => {
  const table = { a: [["x", "y"], [1, 0, 1]], b: [["", 7], [0, 1, 0]] };
  assert.deepEqual(column(table.a), ["y", "x", "y"]);
  assert.deepEqual(rows(table, ["a", "b"]), [{ a: "y", b: "" }, { a: "x", b: 7 }, { a: "y", b: "" }]);
});
