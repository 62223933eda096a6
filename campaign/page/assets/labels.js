// Places: a dot that fills on its day, and a label where there is room for one.

const PLACE_TEXT = [...GROUND_TEXT, "how"];

const OTHER_NAME = /^([^(]+) \((\p{Lu}[^)]*)\)/u;

/** "Mukden · Shenyang", "Seishin · Chongjin", or one name where there is no other. */
function labelOf(place) {
  const then = place.name_en.replace(/\s*[(/].*$/, "");
  const now = place.name_modern.replace(/\s*[(/].*$/, "");
  if (place.rank !== 1) return then;
  if (now && now !== then) return `${then} · ${now}`;
  const [, , other] = OTHER_NAME.exec(place.name_en) ?? [];
  return other ? `${other} · ${then}` : then;
}

// rows at one point share one mark; its rank is the highest among them
const marks = new Map();
{
  const found = rows(data.places, PLACE_TEXT);
  const runs = column(data.places.runs);
  const points = shapes(data.places.shape, data.places.decimals, found.length);
  found.forEach((place, row) => {
    Object.assign(place, {
      rank: data.places.rank[row], states: statesOf(runs[row]), runs: runs[row],
    });
    const point = points[row][0][0][0];
    const key = point.map((degrees) => degrees.toFixed(2)).join();
    const mark = marks.get(key) ?? { point, places: [], rank: 3, state: NOTHING };
    mark.places.push(place);
    mark.rank = Math.min(mark.rank, place.rank);
    marks.set(key, mark);
  });
}
const placeMarks = [...marks.values()];
for (const mark of placeMarks) {
  mark.places.sort((one, other) => one.rank - other.rank);
  mark.text = labelOf(mark.places[0]);
  const node = document.createElement("span");
  node.className = "label";
  node.textContent = mark.text;
  const dot = document.createElement("span");
  dot.className = "dot";
  const icon = L.divIcon({ className: `place rank-${mark.rank}`, html: dot, iconSize: [24, 24] });
  mark.marker = L.marker(mark.point, { icon, pane: "places", keyboard: false });
  mark.marker.addTo(map);
  mark.node = mark.marker.getElement();
  mark.node.append(node);
  mark.node.setAttribute("role", "button");
  mark.node.setAttribute("tabindex", "-1");
  mark.node.setAttribute("aria-label", mark.text);
}

// state on a day: the furthest any of its rows has come
for (const mark of placeMarks) {
  mark.states = Uint8Array.from({ length: data.count }, (_, day) => {
    const states = mark.places.map((place) => place.states[day]);
    const begun = states.filter((state) => (state & (BEGINS_TODAY - 1)) !== 0);
    return begun.length ? Math.max(...begun) : 0;
  });
}

const HELD = new Set(["soviet", "capitulated"]);
const PARTLY = new Set(["contested", "pocket", "airhead"]);

function showPlaces(day) {
  for (const mark of placeMarks) {
    const state = mark.states[day];
    if (state === mark.state) continue;
    const { classList } = mark.node;
    classList.toggle("after", HELD.has(statusOf(state)));
    classList.toggle("partly", PARTLY.has(statusOf(state)));
    classList.toggle("today", state >= BEGINS_TODAY);
    mark.state = state;
  }
}
clock.onNextFrame(showPlaces);
switchable("places", "places");
