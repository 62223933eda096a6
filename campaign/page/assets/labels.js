// Places: a dot that fills on its day, and a label where there is room for one.

const PLACE_TEXT = [...GROUND_TEXT, "how"];
const FONT_STACK = getComputedStyle(document.body).fontFamily;
const FROM_ZOOM = { 1: 0, 2: 5.5, 3: 7 };
const DOT = 5;

/** "Mukden · Shenyang", or one name where both are the same. */
function labelOf(place) {
  const then = place.name_en.replace(/\s*[(/].*$/, "");
  const now = place.name_modern.replace(/\s*[(/].*$/, "");
  return place.rank === 1 && now && now !== then ? `${then} · ${now}` : then;
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

function showPlaces(day) {
  for (const mark of placeMarks) {
    const state = mark.states[day];
    if (state === mark.state) continue;
    const { classList } = mark.node;
    classList.toggle("after", state !== 0);
    classList.toggle("today", state >= BEGINS_TODAY);
    mark.state = state;
  }
}
clock.onShow(showPlaces);

// which labels fit: only asked again when the zoom or the window changes

const pen = document.createElement("canvas").getContext("2d");
const overlaps = (one, other) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

function fontSize(rank) {
  const size = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--label"));
  return rank === 1 ? size + 1 : size;
}

/** What the theatre shows from side to side, at a zoom. */
function theatreSides(zoom) {
  const bounds = boundsOf("theatre");
  return [map.project(bounds.getSouthWest(), zoom).x - EDGE_PX,
    map.project(bounds.getNorthEast(), zoom).x + EDGE_PX];
}

/** The boxes a label could take around its dot, the best first. */
function boxesOf(x, y, width, height) {
  const [w, h, gap] = [width / 2, height / 2, DOT + 4];
  return {
    right: [x + gap, y - h, x + gap + width, y + h],
    left: [x - gap - width, y - h, x - gap, y + h],
    top: [x - w, y - gap - height + 3, x + w, y - gap + 3],
    bottom: [x - w, y + gap - 3, x + w, y + gap + height - 3],
  };
}

/** Dots of a rank first, then its labels, so that no label of a rank hides a dot of it. */
function layOut() {
  const zoom = map.getZoom();
  const taken = [];
  const [leftmost, rightmost] = theatreSides(zoom);
  const isWhole = (box) => box[0] >= leftmost && box[2] <= rightmost;
  const isFree = (box) => !taken.some((other) => overlaps(box, other));
  for (const mark of placeMarks) mark.place = "off";
  for (const rank of [1, 2, 3]) {
    if (zoom < FROM_ZOOM[rank]) break;
    const size = fontSize(rank);
    const shown = [];
    for (const mark of placeMarks) {
      if (mark.rank !== rank) continue;
      const { x, y } = map.project(mark.point, zoom).round();
      const dot = [x - DOT, y - DOT, x + DOT, y + DOT];
      if (!isFree(dot)) continue;
      taken.push(dot);
      shown.push({ mark, x, y });
    }
    // as wide as it is on its day, in bold
    pen.font = `700 ${size}px ${FONT_STACK}`;
    for (const { mark, x, y } of shown) {
      const boxes = boxesOf(x, y, pen.measureText(mark.text).width + 4, size * 1.25);
      const free = Object.keys(boxes).filter((side) => isFree(boxes[side]));
      mark.place = free.find((side) => isWhole(boxes[side])) ?? free[0] ?? "bare";
      if (mark.place !== "bare") taken.push(boxes[mark.place]);
    }
  }
  for (const mark of placeMarks) mark.node.dataset.label = mark.place;
  showNames(zoom, isFree);
}

/** Seas and neighbours are named where their zoom and the labels of places leave room. */
function showNames(zoom, isFree) {
  for (const name of nameMarks) {
    const { x, y } = map.project(name.point, zoom);
    name.width ??= name.text.offsetWidth;
    name.height ??= name.text.offsetHeight;
    const half = Math.max(9, name.height / 2);
    const box = [x - name.width / 2, y - half, x + name.width / 2, y + half];
    name.node.hidden = zoom < name.from || zoom > name.to || !isFree(box);
  }
}
/** Writes the labels anew where their size has changed. */
function measureLabels() {
  for (const name of nameMarks) {
    name.node.hidden = false;
    name.width = name.height = undefined;
  }
  layOut();
}
map.on("zoomend resize", layOut);
layOut();
switchable("places", "places");
