import assert from "node:assert/strict";
import { test } from "node:test";

import { makeShown } from "../../../campaign/page/script/state/shown.js";

test("a change is told once, with what was before, and what is the same is no change", () => {
  const shown = makeShown();
  const heard = [];
  shown.subscribe((now, before, manner) => heard.push([before.day, now.day, manner]));
  assert.equal(shown.change({ day: 3, sure: false }, { jump: true }), true);
  assert.equal(shown.change({ day: 3 }), false);
  assert.deepEqual(heard, [[-1, 3, { jump: true }]]);
  assert.equal(shown.day, 3);
});

test("a listener hears of the parts it names and of no others", () => {
  const shown = makeShown();
  const heard = [];
  shown.subscribe(() => heard.push("day"), "day");
  shown.subscribe(() => heard.push("view or place"), "view", "at");
  shown.change({ view: "korea", at: null });
  shown.change({ day: 1, view: null, at: [45, 125, 6] });
  shown.change({ sure: true });
  assert.deepEqual(heard, ["view or place", "day", "view or place"]);
});

test("a listener that changes more is followed at once, and those after it see the newest", () => {
  const shown = makeShown();
  const heard = [];
  shown.subscribe(({ day }) => { if (day > 1) shown.change({ event: null }); }, "day");
  shown.subscribe(({ day, event }) => heard.push([day, event]), "day", "event");
  shown.change({ day: 1, event: 5 });
  shown.change({ day: 2 });
  assert.deepEqual(heard, [[1, 5], [2, null], [2, null]]);
});

test("nobody else can change it", () => {
  const shown = makeShown();
  assert.throws(() => { shown.day = 4; }, TypeError);
  assert.equal(shown.day, -1);
});
