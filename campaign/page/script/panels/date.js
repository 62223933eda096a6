// The date over the map, the ground held, and the slider with its ruler: one column to a day.

import { LAST, dayNumber, fullDate, inThousands, inWords, isoOf, words } from "../base/campaign.js";
import { byId, greyAtEnd, make } from "../base/dom.js";
import { rounded } from "../base/numbers.js";
import { fill } from "../base/text.js";
import { givenUpArea, heldArea, spreadArea, takenArea } from "../base/things.js";
import { shown } from "../state/shown.js";

export const slider = byId("day");
const ruler = byId("ruler");
const mostHeld = Math.max(...heldArea, 1);

// the height of a column is the ground held
const rulerDays = heldArea.map((area, day) => {
  const iso = isoOf(day);
  const date = Number(iso.slice(8));
  const isMonthStart = day === 0 || date === 1;
  const column = make("span", { class: isMonthStart || (date % 5 === 0 && day > 1) ? "mark major" : "mark" },
    make("i", { style: `--share:${(area / mostHeld).toFixed(3)}` }),
    make("b", {}, String(date)),
    isMonthStart ? make("em", {}, inWords(iso, "{month}")) : "");
  ruler.append(column);
  return column;
});

/** @param {number} day */
function showArea(day) {
  byId("area-held").textContent = fill(words.date.held, { area: inThousands(rounded(heldArea[day])) });
  const gain = rounded(takenArea[day]);
  byId("area-gained").textContent = gain
    ? fill(words.date.gained, { area: `${gain > 0 ? "+" : "−"}${inThousands(Math.abs(gain))}` })
    : words.date.nothing;
  byId("area-gained").classList.toggle("still", gain === 0);
  for (const [id, pattern, area] of [["spread", words.date.spread, spreadArea], ["given-up", words.date.given_up, givenUpArea]]) {
    const km2 = rounded(area[day]);
    byId(`area-${id}`).classList.toggle("none", km2 === 0);
    byId(`area-${id}-value`).textContent = fill(pattern, { area: inThousands(km2) });
  }
}

shown.subscribe(({ day }, { day: before }) => {
  byId("date-words").textContent = fullDate(day);
  byId("date-number").textContent = dayNumber(day);
  showArea(day);
  if (Number(slider.value) !== day) slider.value = day;
  slider.setAttribute("aria-valuetext", `${fullDate(day)}, ${dayNumber(day)}`);
  rulerDays[before]?.classList.remove("now");
  rulerDays[day].classList.add("now");
  for (let n = Math.min(day, before); n <= Math.max(day, before); n++) {
    rulerDays[n]?.classList.toggle("gone", n <= day);
  }
  greyAtEnd(byId("previous"), day === 0);
  greyAtEnd(byId("next"), day === LAST);
}, "day");

shown.subscribe((now, before) => {
  rulerDays[before.compare ?? -1]?.classList.remove("held");
  rulerDays[now.compare ?? -1]?.classList.add("held");
}, "compare");
