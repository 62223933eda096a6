// The Leaflet map: its panes from bottom to top, and the views the buttons fly to.

const reducesMotion = matchMedia("(prefers-reduced-motion: reduce)");
const cornersOf = ([south, west, north, east]) => [[south, west], [north, east]];
const SHEET = cornersOf(data.sheet);
// how far one may drag: wider than any view in any window
const DRAG_LIMITS = L.latLngBounds([5, SHEET[0][1] - 4], [75, SHEET[1][1] + 4]);
const EDGE_PX = 12;
const SHEET_MARGIN = 0.1; // share of the sheet on each side, since one seldom looks at its very middle
const FLY_SECONDS = 0.9;

// Leaflet moves things in three dimensions, which makes each of the two hundred places a layer of its
// own to lay over the others; its flat way, kept for one old browser, leaves that to the style sheet
L.Browser.ie3d = true;

const element = document.querySelector(".folium-map");
const map = L.map(element, {
  attributionControl: false,
  fadeAnimation: false,
  keyboard: false,
  maxBoundsViscosity: 1,
  maxZoom: 11.5,
  trackResize: false,
  wheelPxPerZoomLevel: 110,
  zoomAnimation: !reducesMotion.matches,
  zoomControl: false,
  zoomDelta: 0.75,
  zoomSnap: 0,
});
map.fitBounds(boundsOf("theatre"), { animate: false });
L.control.scale({ imperial: false, maxWidth: 140, position: "bottomleft" }).addTo(map);

const PANES = [
  "land", "ground", "water", "rivers", "railways", "borders", "relief", "doubt", "edge", "moves", "names", "places",
];
// what moves with the front, in one pane and so in one layer to lay over the others
const MOVES_PANES = ["ribbon", "legs", "front"];
const renderers = {};
PANES.forEach((name, order) => {
  map.createPane(name).style.zIndex = 200 + 10 * order;
});
for (const name of MOVES_PANES) map.createPane(name, map.getPane("moves"));

/** The SVG drawing of a pane, made when first needed. */
function drawing(pane) {
  renderers[pane] ??= L.svg({ pane, padding: 0.2 });
  return { pane, renderer: renderers[pane] };
}

function boundsOf(view) {
  const [south, west, north, east] = data.views[view];
  return L.latLngBounds([south, west], [north, east]);
}

/** Height that the date covers where it lies on the map, as in lecture mode. */
function coveredTop() {
  const masthead = document.querySelector(".masthead");
  return getComputedStyle(masthead).position === "absolute" ? masthead.offsetHeight : 0;
}

/**
 * By hand, dragging and zooming out end where the sheet does, or with the widest view where that
 * is wider still. Leaflet's own setters would move the map to obey, and so end the named view
 * that is about to be fitted into a window of another size.
 */
function limitHand() {
  map.options.minZoom = 0; // no zoom that is asked for below may be cut off at the limit of before
  const nearlyAll = map.getBoundsZoom(L.latLngBounds(SHEET).pad(-SHEET_MARGIN), true);
  const widest = Math.min(nearlyAll, ...Object.keys(data.views).map(zoomOf));
  map.options.minZoom = Math.min(map.getZoom(), widest);
  map.options.maxBounds = DRAG_LIMITS;
}

function zoomOf(view) {
  return map.getBoundsZoom(boundsOf(view), false, L.point(2 * EDGE_PX, 2 * EDGE_PX + coveredTop()));
}

limitHand();
map.on("moveend", limitHand);

/** The rectangle of a view in pixels of a zoom. */
function boxOf(view, zoom) {
  const bounds = boundsOf(view);
  return L.bounds(map.project(bounds.getSouthWest(), zoom), map.project(bounds.getNorthEast(), zoom));
}

/**
 * Centre and zoom that show a view as large as it goes, and not beyond the sheet where the window
 * is smaller than the sheet; on request beside the open legend, or above it as far as there is
 * room, where that costs no size.
 */
function frameOf(view, isAside = false) {
  const size = map.getSize();
  const top = coveredTop();
  const zoom = zoomOf(view);
  const project = (point) => map.project(point, zoom);
  const box = boxOf(view, zoom);
  const sheet = L.bounds(project(SHEET[0]), project(SHEET[1]));
  const beside = isAside ? legend.offsetWidth + 2 * EDGE_PX : 0;
  const centre = box.getCenter();
  centre.y -= top / 2;
  const spare = size.y - top - box.getSize().y - 2 * EDGE_PX;
  if (box.getSize().x + beside + 2 * EDGE_PX < size.x) centre.x += beside / 2;
  else if (beside && spare > 0) centre.y += spare / 2;
  for (const way of ["x", "y"]) {
    const [least, most] = [sheet.min[way] + size[way] / 2, sheet.max[way] - size[way] / 2];
    if (least < most) centre[way] = Math.min(most, Math.max(least, centre[way]));
  }
  return [map.unproject(centre, zoom), zoom];
}

const viewListeners = [];
let currentView = null;
let isFlying = false;

const views = {
  get current() { return currentView; },
  onChange: (listener) => viewListeners.push(listener),

  fly(view, options = {}) {
    comeToRest();
    if (!options.jump) closeCard();
    const [centre, zoom] = frameBesideLegend(view);
    setView(view);
    isFlying = true;
    moveTo(centre, zoom, options);
  },

  /** Shows a middle and a zoom that no view names. */
  leave([centre, zoom]) {
    comeToRest();
    map.setView(centre, zoom, { animate: false });
    setView(null);
  },
};

/** Flies to a middle and a zoom, or is there at once where that is asked for or motion is not liked. */
function moveTo(centre, zoom, { jump = false } = {}) {
  if (jump || reducesMotion.matches) map.setView(centre, zoom, { animate: false });
  else map.flyTo(centre, zoom, { duration: FLY_SECONDS });
}

/** Ends what still moves, which would end a flight, and takes the size that the page leaves now. */
function comeToRest() {
  map.options.maxBounds = null; // to be moved inside them would be a movement more
  map.stop();
  map.invalidateSize({ animate: false, pan: false });
}

function setView(view) {
  if (view === currentView) return;
  currentView = view;
  for (const listener of viewListeners) listener(view);
}

// a map moved by hand shows no named view any more
map.on("moveend", () => {
  isFlying = false;
  if (currentView === null) for (const listener of viewListeners) listener(null);
});
map.on("dragstart", () => setView(null));
map.on("zoomstart", () => { if (!isFlying) setView(null); });

// a named view keeps fitting its window, a map moved by hand its middle
let resizing = 0;
new ResizeObserver(() => {
  clearTimeout(resizing);
  resizing = setTimeout(() => {
    const before = map.getSize();
    map.invalidateSize({ animate: false, pan: currentView === null });
    if (currentView && !before.equals(map.getSize())) views.fly(currentView, { jump: true });
  }, 60);
}).observe(element);
