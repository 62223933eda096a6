// The day's panel: what changed, km² by layer, events and sources; it moves with the slider.
//
// A day is put together when it is first shown and kept, so that coming back to it costs one
// exchange of a node. Closed, the panel costs nothing.

const PANEL_FROM_PX = 1100;
const panel = byId("day-panel");
const panelBody = byId("day-panel-body");
const panelButton = byId("panel-button");
const panelDays = [];
let isScrolled = false;
let showsAll = false;

const signed = (km2) => `${km2 < 0 ? "−" : "+"}${inThousands(Math.abs(rounded(km2)))}`;
const cell = (text) => make("td", {}, text);
const heldCell = (km2) => cell(km2 ? inThousands(rounded(km2)) : "–");
const changeCell = (km2) => cell(km2 ? signed(km2) : "–");
const sumOf = (areas) => Object.values(areas).reduce((total, area) => total + area, 0);

/** A table of areas by layer, with their sum where there are several. */
function areaTable(caption, heads, areas, rowOf) {
  const row = (name, layer) => make("tr", {}, make("th", { scope: "row" }, name), ...rowOf(layer));
  const layers = Object.keys(areas);
  const lines = layers.map((layer) => row(words.layers[layer], (of) => of[layer]));
  const total = layers.length > 1 ? [make("tfoot", {}, row(words.panel.total, sumOf))] : [];
  return make("table", { class: "areas" },
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, make("td", {}), ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...lines), ...total);
}

function dayTable(held, gained) {
  const table = areaTable(words.panel.areas, [words.panel.held, words.panel.gained], held,
    (from) => [heldCell(from(held)), changeCell(from(gained))]);
  for (const [row, layer] of Object.keys(held).entries()) {
    table.tBodies[0].rows[row].classList.toggle("still", !gained[layer]);
  }
  return table;
}

/** Layers at rest are folded away, so that the day's events need no scrolling. */
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

function foldStill(day) {
  const button = day.querySelector(".still-switch");
  day.classList.toggle("all-layers", showsAll);
  if (!button) return;
  button.setAttribute("aria-expanded", String(showsAll));
  button.textContent = showsAll ? words.panel.only_changed
    : fill(words.panel.still, { count: button.dataset.count });
}

/** One event; the numbers are those of the day's own list of sources. */
function eventItem(event, keys) {
  const about = [words.kind[event.kind], event.time, event.place].filter(Boolean).join(" · ");
  const button = make("button", { type: "button", "data-event": event.number },
    eventMark(event.kind),
    make("span", { class: "about" }, about),
    make("strong", {}, event.title));
  button.addEventListener("click", () => eventLog.choose(event));
  const numbers = event.sources.map((key) => `[${keys.indexOf(key) + 1}]`).join(" ");
  const doubt = event.confidence === "high" ? "" : ` (${words.confidence[event.confidence]})`;
  return make("li", {}, button,
    make("p", { class: "summary", hidden: "hidden" }, event.summary, doubt,
      isOnSheet(event) ? "" : ` ${words.panel.elsewhere}`),
    make("p", { class: "numbers" }, fill(words.panel.sources_of, { numbers })));
}

function makeDay(day) {
  const [sentence, held, gained] = data.diary.days[day] ?? ["", {}, {}];
  const events = eventsOn[day];
  const keys = [...new Set(events.flatMap((event) => event.sources))];
  return make("div", { class: "diary" },
    make("p", { class: "changed" }, sentence),
    Object.keys(held).length ? dayTable(held, gained) : null,
    stillSwitch(held, gained),
    make("h3", {}, words.panel.events),
    events.length
      ? make("ol", { class: "events" }, ...events.map((event) => eventItem(event, keys)))
      : make("p", {}, words.panel.no_events),
    keys.length ? make("section", { class: "sources" }, make("h3", {}, words.details.sources),
      make("ol", {}, ...keys.map(reference))) : null);
}

function showPanel(day) {
  if (panel.hidden) return;
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
  markChosen(eventLog.chosen);
}
clock.onPause(showPanel);

// asking how far it is scrolled would lay out the page at every step
panelBody.addEventListener("scroll", () => { isScrolled = true; }, { passive: true });

function markChosen(event) {
  for (const button of panelBody.querySelectorAll("[data-event]")) {
    const isChosen = Number(button.dataset.event) === event?.number;
    if (isChosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.nextElementSibling.hidden = !isChosen;
    if (isChosen) button.closest("li").scrollIntoView({ block: "nearest" });
  }
}
eventLog.onChoose(markChosen);

function openPanel(on) {
  panel.hidden = !on;
  panelButton.setAttribute("aria-expanded", String(on));
  if (on && clock.day >= 0) {
    showPanel(clock.day);
    showComparisonTable(clock.day);
  }
}
panelButton.addEventListener("click", () => openPanel(panel.hidden));
byId("panel-close").addEventListener("click", () => {
  openPanel(false);
  panelButton.focus();
});

// an app that frames the page has panels of its own
openPanel(!isFramed && innerWidth >= PANEL_FROM_PX);
map.invalidateSize({ animate: false, pan: false });
