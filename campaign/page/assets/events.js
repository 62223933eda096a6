// The dated events: their marks by kind, and the one that is marked on the map.

const EVENT_MARKS = {
  airlanding: "M1 2h10L6 11z",
  battle: "M2 2l8 8M10 2l-8 8",
  diplomacy: "M6 1l5 5-5 5-5-5z",
  landing: "M1 10h10L6 1z",
  operation: "M6 1.5a4.5 4.5 0 1 0 .01 0z",
  order: "M2 2h8v8H2z",
  surrender: "M2.5 11.5v-11h8l-2.5 3 2.5 3h-8",
};

const dayEvents = data.diary.events.map(
  ([day, kind, title, summary, time, place, longitude, latitude, sources, confidence], number) => ({
    number, day, kind, title, summary, time, place, confidence,
    point: longitude === null ? null : [latitude, longitude],
    sources: sources.split(";").filter(Boolean),
  }),
);
const eventsOn = Array.from({ length: data.count }, (_, day) =>
  dayEvents.filter((event) => event.day === day));

function eventMark(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("class", `event-mark ${kind}`);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", EVENT_MARKS[kind]);
  svg.append(path);
  return svg;
}

const NEAR_ZOOM = 6;
const chosenListeners = [];
let chosenEvent = null;
let beacon = null;

/** Whether the place of an event is on the sheet; Moscow and Washington are not. */
const isOnSheet = ({ point }) => point !== null && L.latLngBounds(SHEET).contains(point);

const eventLog = {
  get chosen() { return chosenEvent; },
  onChoose: (listener) => chosenListeners.push(listener),

  /** Goes to the day and the place of an event, and marks it until its day is left. */
  choose(event) {
    player.stop();
    closeCard();
    eventLog.leave();
    chosenEvent = event;
    clock.goTo(event.day);
    if (isOnSheet(event)) {
      const icon = L.divIcon({ className: "beacon", html: make("i"), iconSize: [0, 0] });
      beacon = L.marker(event.point, { icon, pane: "places", interactive: false, keyboard: false });
      beacon.addTo(map);
      moveTo(event.point, Math.max(map.getZoom(), NEAR_ZOOM));
    }
    for (const listener of chosenListeners) listener(event);
    // where no panel tells of it
    if (panel.hidden) tell([shortDate(isoOf(event.day)), event.title].join(": "), { isBrief: true });
  },

  leave() {
    if (!chosenEvent) return;
    beacon?.remove();
    chosenEvent = beacon = null;
    for (const listener of chosenListeners) listener(null);
  },

  /** The next event, or the one before: after the chosen one, else after the day before. */
  step(way) {
    const here = chosenEvent?.number
      ?? dayEvents.findLastIndex(({ day }) => (way > 0 ? day < clock.day : day <= clock.day))
        + (way > 0 ? 0 : 1);
    const event = dayEvents[here + way];
    if (event) eventLog.choose(event);
  },
};
clock.onShow((day) => { if (chosenEvent && chosenEvent.day !== day) eventLog.leave(); });
