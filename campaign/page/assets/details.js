// The card: what is known about one piece of ground or one place, on the day shown.

const card = document.getElementById("details");
const CARD_GAP = 16;
let statesShown = null;
let opener = null;
let outline = null;

/** Makes an element; texts are always texts, never markup. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "") node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const isSafe = (url) => /^https?:\/\/[^\s]+$/i.test(url);

function names(thing) {
  if (thing.basis === "estimated") return []; // they are those of the nearest place
  const others = [["ja", thing.name_ja], ["ru", thing.name_ru], ["zh", thing.name_zh]];
  const modern = thing.name_modern && thing.name_modern !== thing.name_en
    ? make("p", { class: "modern" }, fill(words.details.modern, { name: thing.name_modern }))
    : null;
  const foreign = others.filter(([, name]) => name).map(([lang, name]) => make("span", { lang }, name));
  return [modern, foreign.length ? make("p", { class: "names" }, ...foreign) : null];
}

/** Each status after the first, with its day; told only where the sentence does not tell it all. */
function history(thing) {
  const turns = [];
  for (let turn = 0; turn < thing.runs.length; turn += 2) {
    const [day, status] = [thing.runs[turn], STATUSES[thing.runs[turn + 1]]];
    if (day < 0) continue;
    turns.push(make("li", { "data-day": day }, swatch(status),
      fill(words.details.from, { status: words.status[status], day: shortDate(isoOf(day)) })));
  }
  return turns.length > 1 ? make("ol", { class: "history" }, ...turns) : null;
}

function swatch(status) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  svg.setAttribute("class", "key");
  svg.setAttribute("aria-hidden", "true");
  box.setAttribute("class", "swatch");
  box.dataset.status = status;
  svg.append(box);
  return svg;
}

function reference(key) {
  const [author, title, year, publisher, url] = data.sources[key] ?? ["", key, "", "", ""];
  const rest = [year, publisher].filter(Boolean).join(", ");
  const link = isSafe(url)
    ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url,
      make("span", { class: "unseen" }, ` (${words.details.open_link})`))
    : null;
  return make("li", {}, author ? `${author}, ` : "", make("cite", {}, title), rest ? `, ${rest}` : "",
    url ? ". " : ".", link ?? url);
}

/** Leads to the list of sources, which may lie below the edge of the card. */
function sourcesLink(count) {
  if (!count) return null;
  const button = make("button", { type: "button" }, fill(words.details.sources_below, { count }));
  button.addEventListener("click", () => {
    button.closest("section, #details").querySelector(".sources").scrollIntoView({ block: "nearest" });
  });
  return button;
}

/** Leads from estimated ground to the dated place after which it is named, and its sources. */
function nearestPlace(thing) {
  const mark = thing.near && placeMarks.find(({ places }) =>
    places.some(({ name_en, basis }) => name_en === thing.name_en && basis !== "inferred"));
  if (!mark) return null;
  const button = make("button", { type: "button" }, fill(words.details.nearest, { name: thing.name_en }));
  button.addEventListener("click", () => mark.open());
  return make("p", { class: "nearest" }, button);
}

function facts(thing) {
  const { basis, confidence } = thing;
  const keys = thing.sources.split(";").filter(Boolean);
  const pairs = [
    [words.details.how, thing.how && words.how[thing.how]],
    [words.details.who, thing.formation],
    [words.details.area, thing.area
      && fill(words.details.area_value, { area: inThousands(rounded(thing.area)) })],
  ].filter(([, value]) => value);
  const list = make("dl", {});
  for (const [name, value] of pairs) list.append(make("dt", {}, name), make("dd", {}, value));
  const sure = make("p", { class: `sure ${basis}` }, make("span", { class: "basis" }, words.basis[basis] ?? basis),
    make("span", { class: "confidence" }, words.confidence[confidence] ?? confidence), sourcesLink(keys.length));
  return [
    make("p", { class: `sentence ${basis}` }, sentenceOf(thing)), sure, nearestPlace(thing), history(thing), list.children.length ? list : null,
    thing.note ? make("p", { class: "note" }, thing.note) : null,
    keys.length
      ? make("section", { class: "sources" }, make("h3", {}, words.details.sources),
        make("ol", {}, ...keys.map(reference)))
      : basis === "estimated" && !thing.near ? make("p", { class: "note" }, words.details.no_sources) : null,
  ];
}

function write(kind, things) {
  const [first, ...others] = things;
  const close = make("button", { type: "button", class: "icon close", "aria-label": words.controls.close }, "×");
  close.addEventListener("click", closeCard);
  card.replaceChildren(
    close,
    make("p", { class: "eyebrow" }, kind),
    make("h2", { id: "details-title" }, titleOf(first)),
    ...names(first).filter(Boolean),
    make("p", { class: "standing" }, make("span", { id: "standing" })),
    ...facts(first).filter(Boolean), correctionButton(first),
    ...others.map((other) => make("section", { class: "also" },
      make("h3", {}, other.name_en), ...facts(other).filter(Boolean), correctionButton(other))),
  );
}

function showStanding(day) {
  if (!statesShown) return;
  const state = statesShown[day] & (BEGINS_TODAY - 1);
  let since = day;
  while (since > 0 && (statesShown[since - 1] & (BEGINS_TODAY - 1)) === state) since--;
  const named = { status: words.status[STATUSES[state]], day: shortDate(isoOf(since)) };
  const pattern = statesShown[since] >= BEGINS_TODAY ? words.details.status_since : "{status}";
  document.getElementById("standing").replaceChildren(swatch(STATUSES[state]),
    `${fill(words.details.today, { day: shortDate(isoOf(day)) })}: ${fill(pattern, named)}`);
  for (const list of card.querySelectorAll(".history")) {
    const turns = [...list.children];
    const current = turns.findLast((turn) => Number(turn.dataset.day) <= day);
    for (const turn of turns) {
      turn.classList.toggle("ahead", Number(turn.dataset.day) > day);
      if (turn === current) turn.setAttribute("aria-current", "true");
      else turn.removeAttribute("aria-current");
    }
  }
}
clock.onShow(showStanding);

/** The middle that the map must have to show a point in the middle of what the card leaves free. */
function centreBesideCard(point, zoom) {
  const [frame, box] = [element.getBoundingClientRect(), card.getBoundingClientRect()];
  const isBelow = box.width >= frame.width - 2;
  const beside = card.classList.contains("west") ? (box.right + frame.right) / 2 : (frame.left + box.left) / 2;
  const free = isBelow
    ? L.point(frame.width / 2, (box.top - frame.top) / 2)
    : L.point(beside - frame.left, frame.height / 2);
  const off = free.subtract(map.getSize().divideBy(2));
  return map.unproject(map.project(L.latLng(point), zoom).subtract(off), zoom);
}

/** Whether the card lies on a pixel of the map, or close to it. */
function isByCard(pixel) {
  if (card.hidden) return false;
  const [frame, box] = [element.getBoundingClientRect(), card.getBoundingClientRect()];
  const corner = L.point(frame.left, frame.top);
  return L.bounds([box.left - CARD_GAP, box.top - CARD_GAP], [box.right + CARD_GAP, box.bottom + CARD_GAP])
    .contains(corner.add(pixel));
}

/** Moves the map where the card lies on the thing that it tells of. */
function clearOfCard(point) {
  if (!isByCard(map.latLngToContainerPoint(point))) return;
  setView(null);
  map.panTo(centreBesideCard(point, map.getZoom()), { animate: !reducesMotion.matches });
}

/** Opens the card on the side of the map where the thing is not. */
function openCard(kind, things, states, point, shape) {
  opener = document.activeElement === document.body ? null : document.activeElement;
  statesShown = states;
  write(kind, things);
  const isEast = map.latLngToContainerPoint(point).x > element.clientWidth / 2;
  card.classList.toggle("west", isEast);
  card.hidden = false;
  card.scrollTop = 0;
  outline?.remove();
  outline = shape
    ? L.polygon(shape, { ...drawing("front"), className: "selected", interactive: false }).addTo(map)
    : null;
  showStanding(clock.day);
  clearOfCard(point);
  card.focus({ preventScroll: true });
}

function closeCard() {
  if (card.hidden) return false;
  const hadFocus = card.contains(document.activeElement);
  card.hidden = true;
  statesShown = null;
  outline?.remove();
  outline = null;
  if (hadFocus) (opener?.isConnected ? opener : element).focus({ preventScroll: true });
  return true;
}

/** Enter and Space do on the map what they do on a button. */
function onPress(node, open) {
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  });
}

map.on("click", ({ originalEvent: { target } }) => {
  if (!target.closest(".ground, .place")) closeCard();
});

for (const piece of pieces) {
  const open = (point) =>
    openCard(piece.near ? words.details.estimated_ground : words.layers[piece.layer], [piece], piece.states, point, piece.polygon.getLatLngs());
  piece.polygon.on("click", (event) => open(event.latlng));
  piece.open = () => open(piece.polygon.getBounds().getCenter());
  onPress(piece.path, piece.open);
}
for (const mark of placeMarks) {
  const open = () => openCard(words.details.place, mark.places, mark.states, mark.point, null);
  mark.open = open;
  mark.marker.on("click", open);
  onPress(mark.node, open);
}
