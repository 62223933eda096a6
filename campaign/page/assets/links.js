// Links: a day and a view can be given in the address, and the address follows the reader.

const isFramed = window.parent !== window;

const complaints = [];

/** Says what is wrong with a link. All of it is said together: one message would hide another. */
function complain(text) {
  complaints.push(text);
  if (complaints.length === 1) queueMicrotask(() => tell(complaints.splice(0).join(" ")));
}

/** The day a text asks for; says so and gives the first when it is none. */
function dayFrom(text) {
  const day = indexOf(text);
  if (isCampaignDay(day)) return day;
  complain(fill(words.messages.bad_day, { day: text }));
  return 0;
}

/** The day to hold; says so and holds none when the text is no day of the campaign. */
function heldFrom(text) {
  const day = indexOf(text);
  if (isCampaignDay(day)) return day;
  complain(fill(words.messages.bad_compare, { day: text }));
  return null;
}

/** The view a text asks for; says so and gives the theatre when there is none. */
function viewFrom(text) {
  if (Object.hasOwn(data.views, text)) return text;
  complain(fill(words.messages.bad_view, { view: text, views: Object.keys(data.views).join(", ") }));
  return "theatre";
}

/** Middle and zoom of the map, for a map moved by hand. */
function placeShown() {
  const { lat, lng } = map.getCenter();
  return [lat.toFixed(3), lng.toFixed(3), map.getZoom().toFixed(2)].join();
}

/** The middle and zoom a text asks for; says so and gives null when there are none on the sheet. */
function placeFrom(text) {
  const numbers = text.split(",").map(Number);
  const [latitude, longitude, zoom] = numbers;
  const isGood = numbers.length === 3 && numbers.every(Number.isFinite)
    && L.latLngBounds(SHEET).contains([latitude, longitude]);
  if (isGood) return [[latitude, longitude], Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), zoom))];
  complain(fill(words.messages.bad_at, { at: text }));
  return null;
}

/** The number of the chapter a text asks for; says so and gives null when there is none. */
function chapterFrom(text) {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= story.count) return number - 1;
  complain(fill(words.messages.bad_story, { story: text, count: story.count }));
  return null;
}

const ADDRESS_PARTS = ["day", "view", "at", "sure", "compare", "mode", "story"];

/** What the fragment asks for, and when the page opens also what the query does; null what is not named. */
function readAddress(query = "") {
  const asked = new URLSearchParams(query);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) asked.set(name, value);
  return Object.fromEntries(ADDRESS_PARTS.map((name) => [name, asked.get(name)]));
}

/** What leads back to what is shown now. */
function addressParts() {
  const parts = new URLSearchParams({ day: isoOf(clock.day) });
  if (views.current) parts.set("view", views.current);
  else parts.set("at", placeShown());
  if (sure.isOn) parts.set("sure", "1");
  if (compare.isOn) parts.set("compare", isoOf(compare.day));
  if (lecture.isOn) parts.set("mode", "lecture");
  if (story.isOpen) parts.set("story", story.chapter + 1);
  return parts;
}

// what was written is heard of later, when the reader may have gone on
let written = "";

function writeAddress() {
  if (isFramed) return;
  const parts = addressParts();
  if (location.hash === `#${parts}`) return;
  try {
    history.replaceState(history.state, "", `#${parts}`);
  } catch {
    // a file of its own has no origin, which forbids the line above but not this one
    location.replace(`#${parts}`);
    written = `#${parts}`;
  }
}

/** On an upright screen the wide theatre would be a thin strip. */
const homeView = () => (element.clientWidth < element.clientHeight * 0.9 ? "manchuria" : "theatre");

/**
 * Follows a whole address: what it does not name is off, or as the chapter or the start has it.
 * `home` is the view where none is named; without, the map stays where it is.
 */
function openAddress(asked, { jump = true, home = homeView() } = {}) {
  sure.set(asked.sure === "1");
  lecture.set(asked.mode === "lecture");
  const chapter = asked.story === null ? null : chapterFrom(asked.story);
  if (chapter !== null) story.tell(chapter, { jump });
  else story.close();
  if (asked.day !== null || chapter === null) clock.show(asked.day === null ? 0 : dayFrom(asked.day));
  compare.hold(asked.compare === null ? null : heldFrom(asked.compare));
  const place = asked.at === null || asked.view !== null ? null : placeFrom(asked.at);
  const view = asked.view !== null ? viewFrom(asked.view) : chapter === null ? home : null;
  if (place) views.leave(place);
  else if (view !== null) views.fly(view, { jump });
}

/** Follows a fragment written by hand: what it does not name stays as it is. */
function followFragment() {
  if (location.hash === written) return;
  const { day, view, at, sure: isSure, compare: held, story: asked, mode } = readAddress();
  if (isSure !== null) sure.set(isSure === "1");
  if (day !== null && day !== isoOf(clock.day)) clock.goTo(dayFrom(day));
  if (held !== null) compare.hold(heldFrom(held));
  if (mode !== null) lecture.set(mode === "lecture");
  const chapter = asked === null ? null : chapterFrom(asked);
  if (chapter !== null && chapter !== story.chapter) story.tell(chapter);
  else if (view !== null && view !== views.current) views.fly(viewFrom(view));
  else if (view === null && at !== null) {
    const place = placeFrom(at);
    if (place) views.leave(place);
  }
}

/** Tells whoever keeps the address that what is shown has changed. */
function onAddress(listener) {
  clock.onSettle(listener);
  for (const part of [views, sure, compare, story, lecture]) part.onChange(listener);
}
