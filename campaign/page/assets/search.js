// Search: any name of a place or a piece of ground, in any script, as a combobox.

const searchBox = byId("search");
const searchList = byId("search-list");
const MOST_FOUND = 8;
const PLACE_ZOOM = 7.5;

/** Without case and accents, so that "hokkaido" finds "Hokkaidō". */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

const namesOf = ({ name_en, name_modern, name_ja, name_ru, name_zh, others = [] }) =>
  [name_en, name_modern, name_ja, name_ru, name_zh, ...others].filter(Boolean);

/** The first and the last day on which any ground of these layers came to be Soviet-held. */
function gainedIn(layers) {
  const days = layers.flatMap((layer) => layerPieces[layer] ?? [])
    .map(({ states }) => states.findIndex((state) => bare(state) === soviet)).filter((day) => day >= 0);
  if (!days.length) return "";
  const [first, last] = [Math.min(...days), Math.max(...days)].map((day) => shortDate(isoOf(day)));
  return fill(words.search.gained, { first, last });
}

const findable = placeMarks.flatMap((mark) =>
  mark.places.map((place) => ({ thing: place, rank: place.rank, open: mark.open, point: mark.point })));
{
  const known = new Set(findable.map(({ thing }) => thing.name_en));
  for (const piece of pieces) {
    if (piece.near || !piece.name_en || known.has(piece.name_en)) continue;
    findable.push({ thing: piece, rank: 4, open: piece.open, polygon: piece.polygon });
  }
}
for (const { isTown, text, point } of nameMarks) {
  if (isTown) findable.push({ thing: { name_en: text.textContent, runs: [-1, 0] }, rank: 5, point, open: () => {} });
}
for (const [view, layers, others] of data.regions) {
  findable.push({ view, thing: { name_en: words.views[view], others, runs: [-1, 0] }, rank: 0, dated: gainedIn(layers) });
}
for (const entry of findable) entry.names = namesOf(entry.thing).map(plain);

let found = [];
let marked = -1;

/** How well an entry fits: a whole name, then the start of one, then a part; the rank decides ties. */
function fit({ names: all, rank }, wanted) {
  if (all.includes(wanted)) return rank;
  if (all.some((name) => name.startsWith(wanted))) return 10 + rank;
  return all.some((name) => name.includes(wanted)) ? 20 + rank : null;
}

/** The day a thing changed hands; null where no source names it. */
function dayOf(thing) {
  const { day } = datedTurn(thing);
  return thing.basis === "inferred" || day < 0 ? null : day;
}

function mark(number) {
  marked = number;
  [...searchList.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === number)));
  if (number < 0) searchBox.removeAttribute("aria-activedescendant");
  else searchBox.setAttribute("aria-activedescendant", `found-${number}`);
}

function closeSearch() {
  searchList.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  mark(-1);
}

/** A day and how it came, or that no source names one. */
function datedText({ thing, dated }) {
  if (thing.basis === "inferred") return words.search.no_day;
  const day = dayOf(thing);
  return dated ?? [day === null ? "" : shortDate(isoOf(day)), words.how[thing.how]].filter(Boolean).join(" · ");
}

function choose({ thing, view, open, point, polygon }) {
  searchBox.value = "";
  closeSearch();
  closeCard();
  // the next key is for the map, not for the box
  element.focus({ preventScroll: true });
  player.stop();
  if (view) {
    views.fly(view);
    return;
  }
  const day = dayOf(thing);
  if (day !== null) clock.goTo(day);
  const zoom = Math.max(map.getZoom(), PLACE_ZOOM);
  const [middle, near] = point ? [point, zoom]
    : [polygon.getBounds().getCenter(), Math.min(10, map.getBoundsZoom(polygon.getBounds().pad(0.6)))];
  open();
  map.stop();
  const centre = isByCard(map.getSize().divideBy(2)) ? centreBesideCard(middle, near) : middle;
  moveTo(centre, near);
}

function option(entry, number) {
  const { thing } = entry;
  const others = namesOf(thing).slice(1).filter((name) => name !== thing.name_en);
  const item = make("li", { role: "option", id: `found-${number}`, "aria-selected": "false" },
    make("strong", {}, thing.name_en),
    make("span", { class: "others" }, [...new Set(others)].join(" · ")),
    make("span", { class: "dated" }, datedText(entry)));
  // before the box loses the focus
  item.addEventListener("pointerdown", (event) => { event.preventDefault(); });
  item.addEventListener("click", () => choose(entry));
  return item;
}

function search() {
  const wanted = plain(searchBox.value);
  if (!wanted) return closeSearch();
  found = findable.map((entry) => [fit(entry, wanted), entry]).filter(([score]) => score !== null)
    .sort(([one], [other]) => one - other).slice(0, MOST_FOUND).map(([, entry]) => entry);
  searchList.replaceChildren(...found.map(option));
  if (!found.length) searchList.append(make("li", { class: "none" }, words.search.none));
  searchList.hidden = false;
  searchBox.setAttribute("aria-expanded", "true");
  return mark(found.length ? 0 : -1);
}

searchBox.addEventListener("input", search);
searchBox.addEventListener("focus", () => searchBox.select());
searchBox.addEventListener("blur", closeSearch);
searchBox.addEventListener("keydown", (event) => {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (way) {
    event.preventDefault();
    if (searchList.hidden) search();
    else if (found.length) mark((marked + way + found.length) % found.length);
  } else if (event.key === "Enter" && !searchList.hidden && found[marked]) {
    event.preventDefault();
    choose(found[marked]);
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (searchList.hidden) element.focus({ preventScroll: true });
    closeSearch();
  }
});
