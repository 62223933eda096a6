// Marks of the events along the slider, one row over the days; a mark names its event.
//
// A hundred stops would lock keyboard users in: the Tab key stops at those of the day shown.

const ticks = byId("ticks");
const tickDays = eventsOn.map((events) => {
  const cell = make("span", {}, ...events.map((event) => {
    const label = [event.title, event.place, shortDate(isoOf(event.day))].filter(Boolean).join(", ");
    const tick = make("button", { type: "button", tabindex: "-1", "aria-label": label, "data-tick": event.number },
      eventMark(event.kind));
    tick.addEventListener("click", () => eventLog.choose(event));
    return tick;
  }));
  ticks.append(cell);
  return cell;
});

clock.onShow((day, before) => {
  for (const tick of tickDays[before]?.children ?? []) tick.tabIndex = -1;
  for (const tick of tickDays[day].children) tick.tabIndex = 0;
});

function nameTick(tick) {
  const event = dayEvents[Number(tick.dataset.tick)];
  const box = tick.getBoundingClientRect();
  openTip(tick, box.x + box.width / 2, box.y,
    make("strong", {}, event.title),
    make("p", {}, [words.kind[event.kind], event.time, event.place].filter(Boolean).join(" · ")));
}

/** The mark under the pointer, or the nearest of that day: a mark alone is too small a target. */
function tickNear({ target, clientX, clientY }) {
  const cell = target.closest(".ticks > span");
  const distance = (tick) => {
    const box = tick.getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - clientX, box.y + box.height / 2 - clientY);
  };
  return target.closest("[data-tick]")
    ?? [...cell?.children ?? []].sort((one, other) => distance(one) - distance(other))[0] ?? null;
}

let near = null;
function markNear(tick) {
  if (tick === near) return;
  near?.classList.remove("near");
  near = tick;
  near?.classList.add("near");
  if (near) nameTick(near);
  else hideTip();
}
ticks.addEventListener("pointermove", (event) => markNear(tickNear(event)));
ticks.addEventListener("pointerleave", () => markNear(null));
ticks.addEventListener("click", (event) => {
  if (event.target.closest("[data-tick]")) return;
  const tick = tickNear(event);
  if (tick) eventLog.choose(dayEvents[Number(tick.dataset.tick)]);
});
ticks.addEventListener("focusin", ({ target }) => { if (target.matches(":focus-visible")) nameTick(target); });
ticks.addEventListener("focusout", hideTip);

const EVENT_STEPS = {
  "event-first": () => eventLog.choose(dayEvents[0]),
  "event-previous": () => eventLog.step(-1),
  "event-next": () => eventLog.step(1),
  "event-last": () => eventLog.choose(dayEvents.at(-1)),
};
for (const [id, act] of Object.entries(EVENT_STEPS)) {
  byId(id).disabled = !dayEvents.length;
  byId(id).addEventListener("click", act);
}
eventLog.onChoose((event) => {
  for (const tick of ticks.querySelectorAll("[aria-current]")) tick.removeAttribute("aria-current");
  if (event) ticks.querySelector(`[data-tick="${event.number}"]`).setAttribute("aria-current", "true");
});
