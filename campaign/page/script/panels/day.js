// The day's panel: what changed, km² by layer, events and sources; it moves with the slider.
//
// A day is put together when it is first shown and kept, so that coming back to it costs one
// exchange of a node. Closed, the panel costs nothing.

import { data, inThousands, isoOf, shortDay, words } from "../base/campaign.js";
import { events, eventsOn, isOnSheet } from "../base/diary.js";
import { byId, make, markCurrent } from "../base/dom.js";
import { rounded } from "../base/numbers.js";
import { fill } from "../base/text.js";
import { givenUpArea, spreadArea, takenArea } from "../base/things.js";
import { takeSize } from "../map/map.js";
import { clock } from "../state/clock.js";
import { chooseEvent } from "../state/events.js";
import { expectsApp } from "../state/link.js";
import { shown } from "../state/shown.js";
import { areaTable, changeCell, heldCell } from "./area-table.js";
import { tell } from "./message.js";
import { eventMark } from "./signs.js";
import { sourceList } from "./sources.js";

/** @typedef {import("./area-table.js").Areas} Areas */
/** @typedef {import("../base/diary.js").DatedEvent} DatedEvent */

const PANEL_FROM_PX = 1100;
const panel = byId("day-panel");
const panelBody = byId("day-panel-body");
const panelButton = byId("panel-button");
/** @type {HTMLElement[]} */
const panelDays = [];
let isScrolled = false;
let showsAll = false;

/** @param {Areas} held @param {Areas} gained */
function dayTable(held, gained) {
  const table = areaTable(words.panel.areas, [words.panel.held, words.panel.gained], held,
    (from) => [heldCell(from(held)), changeCell(from(gained))]);
  for (const [row, layer] of Object.keys(held).entries()) {
    table.tBodies[0].rows[row].classList.toggle("still", !gained[layer]);
  }
  return table;
}

/**
 * Layers at rest are folded away, so that the day's events need no scrolling.
 * @param {Areas} held
 * @param {Areas} gained
 */
function stillSwitch(held, gained) {
  const count = Object.keys(held).filter((layer) => !gained[layer]).length;
  if (!count) return null;
  const button = make("button", { type: "button", class: "still-switch", "data-count": count });
  button.addEventListener("click", () => {
    showsAll = !showsAll;
    for (const day of Object.values(panelDays)) foldStill(day);
  });
  return button;
}

/** @param {HTMLElement} day */
function foldStill(day) {
  const button = /** @type {HTMLElement | null} */ (day.querySelector(".still-switch"));
  day.classList.toggle("all-layers", showsAll);
  if (!button) return;
  button.setAttribute("aria-expanded", String(showsAll));
  button.textContent = showsAll ? words.panel.only_changed
    : fill(words.panel.still, { count: button.dataset.count });
}

/**
 * One event; the numbers are those of the day's own list of sources.
 * @param {DatedEvent} event
 * @param {string[]} keys
 */
function eventItem(event, keys) {
  const about = [words.kind[event.kind], event.time, event.place].filter(Boolean).join(" · ");
  const button = make("button", { type: "button", "data-event": event.number },
    eventMark(event.kind),
    make("span", { class: "about" }, about),
    make("strong", {}, event.title));
  button.addEventListener("click", () => chooseEvent(event.number));
  const numbers = event.sources.map((key) => `[${keys.indexOf(key) + 1}]`).join(" ");
  const doubt = event.confidence === "high" ? "" : ` (${words.confidence[event.confidence]})`;
  return make("li", {}, button,
    make("p", { class: "summary", hidden: "hidden" }, event.summary, doubt,
      isOnSheet(event) ? "" : ` ${words.panel.elsewhere}`),
    make("p", { class: "numbers" }, fill(words.panel.sources_of, { numbers })));
}

/**
 * Of what was gained, what columns took; and the ground that is nobody's.
 * @param {number} day
 */
function byWhom(day) {
  const [columns, garrisons, givenUp] = [takenArea[day], spreadArea[day], givenUpArea[day]];
  const written = (/** @type {number} */ km2) => inThousands(rounded(km2));
  return [
    garrisons && fill(words.panel.by_whom, { columns: written(columns), garrisons: written(garrisons) }),
    givenUp && fill(words.panel.given_up, { status: words.status.capitulated, area: written(givenUp) }),
  ].map((line) => line && make("p", { class: "by-whom" }, line));
}

/** @param {number} day */
function makeDay(day) {
  const { sentence, held, gained } = data.diary.days[day] ?? { sentence: "", held: {}, gained: {} };
  const told = eventsOn[day];
  const keys = [...new Set(told.flatMap((event) => event.sources))];
  return make("div", { class: "diary" },
    make("p", { class: "changed" }, sentence),
    Object.keys(held).length ? dayTable(held, gained) : null,
    stillSwitch(held, gained),
    ...byWhom(day),
    make("h3", {}, words.panel.events),
    told.length
      ? make("ol", { class: "events" }, ...told.map((event) => eventItem(event, keys)))
      : make("p", {}, words.panel.no_events),
    keys.length ? sourceList(keys) : null);
}

/** @param {number} day */
function showDay(day) {
  if (!shown.panel || day < 0) return;
  if (!panelDays[day]) {
    panelDays[day] = makeDay(day);
    foldStill(panelDays[day]);
  }
  if (panelBody.firstChild !== panelDays[day]) {
    panelBody.replaceChildren(panelDays[day]);
    panelBody.dataset.day = isoOf(day);
    if (isScrolled) panelBody.scrollTop = 0;
    isScrolled = false;
  }
  markChosen();
}
clock.onPause(showDay);

// asking how far it is scrolled would lay out the page at every step
panelBody.addEventListener("scroll", () => { isScrolled = true; }, { passive: true });

function markChosen() {
  for (const button of panelBody.querySelectorAll("[data-event]")) {
    const isChosen = Number(button.dataset.event) === shown.event;
    markCurrent(button, isChosen);
    button.nextElementSibling.hidden = !isChosen;
    if (isChosen) button.closest("li").scrollIntoView({ block: "nearest" });
  }
}
shown.subscribe(({ event, panel: isOpen }) => {
  markChosen();
  if (event === null || isOpen) return;
  // where no panel tells of it
  const { day, title } = events[event];
  tell([shortDay(day), title].join(": "), { isBrief: true });
}, "event");

shown.subscribe(({ panel: isOpen, day }) => {
  panel.hidden = !isOpen;
  panelButton.setAttribute("aria-expanded", String(isOpen));
  showDay(day);
}, "panel");
panelButton.addEventListener("click", () => shown.change({ panel: !shown.panel }));
byId("panel-close").addEventListener("click", () => {
  shown.change({ panel: false });
  panelButton.focus();
});

// an app that frames the page has panels of its own
shown.change({ panel: !expectsApp && innerWidth >= PANEL_FROM_PX });
takeSize();
