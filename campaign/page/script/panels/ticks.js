// Marks of the events along the slider, one row over the days; a mark names its event.
//
// A hundred stops would lock keyboard users in: the Tab key stops at those of the day shown.

import { shortDay, words } from "../base/campaign.js";
import { events, eventsOn } from "../base/diary.js";
import { byId, make, markCurrent } from "../base/dom.js";
import { chooseEvent, stepEvent } from "../state/events.js";
import { shown } from "../state/shown.js";
import { eventMark } from "./signs.js";
import { hideTip, openTip } from "./tooltip.js";

const ticks = byId("ticks");
const tickDays = eventsOn.map((told) => {
  const cell = make("span", {}, ...told.map((event) => {
    const label = [event.title, event.place, shortDay(event.day)].filter(Boolean).join(", ");
    const tick = make("button", { type: "button", tabindex: "-1", "aria-label": label, "data-tick": event.number },
      eventMark(event.kind));
    tick.addEventListener("click", () => chooseEvent(event.number));
    return tick;
  }));
  ticks.append(cell);
  return cell;
});

shown.subscribe(({ day }, before) => {
  for (const tick of tickDays[before.day]?.children ?? []) tick.tabIndex = -1;
  for (const tick of tickDays[day].children) tick.tabIndex = 0;
}, "day");

/** @param {HTMLElement} tick */
function nameTick(tick) {
  const event = events[Number(tick.dataset.tick)];
  const box = tick.getBoundingClientRect();
  openTip(tick, box.x + box.width / 2, box.y,
    make("strong", {}, event.title),
    make("p", {}, [words.kind[event.kind], event.time, event.place].filter(Boolean).join(" · ")));
}

/**
 * The mark under the pointer, or the nearest of that day: a mark alone is too small a target.
 * @param {any} event
 * @returns {HTMLElement | null}
 */
function tickNear({ target, clientX, clientY }) {
  const cell = target.closest(".ticks > span");
  const distance = (/** @type {Element} */ tick) => {
    const box = tick.getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - clientX, box.y + box.height / 2 - clientY);
  };
  return target.closest("[data-tick]")
    ?? [...cell?.children ?? []].sort((one, other) => distance(one) - distance(other))[0] ?? null;
}

/** @type {HTMLElement | null} */
let near = null;

/** @param {HTMLElement | null} tick */
function markNear(tick) {
  if (tick === near) return;
  near?.classList.remove("near");
  near = tick;
  near?.classList.add("near");
  if (near) nameTick(near);
  else hideTip();
}
ticks.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => markNear(tickNear(event)));
ticks.addEventListener("pointerleave", () => markNear(null));
ticks.addEventListener("click", (/** @type {any} */ event) => {
  if (event.target.closest("[data-tick]")) return;
  const tick = tickNear(event);
  if (tick) chooseEvent(Number(tick.dataset.tick));
});
ticks.addEventListener("focusin", (/** @type {any} */ { target }) => {
  if (target.matches(":focus-visible")) nameTick(target);
});
ticks.addEventListener("focusout", hideTip);

const EVENT_STEPS = {
  "event-first": () => chooseEvent(0),
  "event-previous": () => stepEvent(-1),
  "event-next": () => stepEvent(1),
  "event-last": () => chooseEvent(events.length - 1),
};
for (const [id, act] of Object.entries(EVENT_STEPS)) {
  byId(id).disabled = !events.length;
  byId(id).addEventListener("click", act);
}

shown.subscribe(({ event }) => {
  for (const tick of ticks.querySelectorAll("[aria-current]")) markCurrent(tick, false);
  if (event !== null) markCurrent(ticks.querySelector(`[data-tick="${event}"]`), true);
}, "event");
