// Two days compared, in words over the map and as a table in the day's panel.

import { data, dayNumber, fullDate, inWords, isoOf, shortDate, shortDay, words } from "../base/campaign.js";
import { changesBetween } from "../base/comparison.js";
import { byId } from "../base/dom.js";
import { fill } from "../base/text.js";
import { heldArea } from "../base/things.js";
import { clock } from "../state/clock.js";
import { shown } from "../state/shown.js";
import { areaTable, changeCell, signed } from "./area-table.js";

const comparison = byId("comparison");
const panelComparison = byId("panel-comparison");

/**
 * The two days, in the order in which they are compared.
 * @param {number} compared
 * @param {number} day
 */
function spanOf(compared, day) {
  const [held, now] = [isoOf(compared), isoOf(day)];
  const sameMonth = held.slice(0, 7) === now.slice(0, 7);
  return fill(day > compared ? words.compare.span : words.compare.span_back, {
    held: sameMonth ? inWords(held, "{day}") : shortDate(held),
    day: shortDate(now),
  });
}

/** @param {number} compared @param {number} day */
function describe(compared, day) {
  if (day === compared) return fill(words.compare.held, { day: shortDay(compared) });
  return fill(words.compare.counted, {
    span: spanOf(compared, day), area: signed(heldArea[day] - heldArea[compared]),
  });
}

function showTable() {
  const { panel, compare, day } = shown;
  if (!panel || compare === null || day < 0) return;
  const heldOn = (/** @type {number} */ number) => data.diary.days[number]?.held ?? {};
  const changes = changesBetween(heldOn(compare), heldOn(day));
  panelComparison.replaceChildren(Object.keys(changes).length
    ? areaTable(spanOf(compare, day), [words.compare.change], changes, (from) => [changeCell(from(changes))])
    : describe(compare, day));
}
clock.onPause(showTable);
shown.subscribe(showTable, "compare", "panel");

shown.subscribe(({ compare }) => {
  comparison.hidden = panelComparison.hidden = compare === null;
}, "compare");
shown.subscribe(({ compare, day }) => {
  if (compare !== null) comparison.textContent = describe(compare, day);
}, "day", "compare");

clock.onSettle((day) => {
  const compared = shown.compare === null ? "" : `. ${comparison.textContent}`;
  byId("announce").textContent = `${fullDate(day)}, ${dayNumber(day)}${compared}`;
});
