// The Leaflet map: its panes from bottom to top, and the views the buttons fly to.

const reducesMotion = matchMedia("(prefers-reduced-motion: reduce)");
const WORLD_EDGE = [[36, 105], [57, 162]];

const element = document.querySelector(".folium-map");
const map = L.map(element, {
  attributionControl: false,
  fadeAnimation: false,
  keyboard: false,
  maxBounds: [[28, 90], [63, 177]],
  maxBoundsViscosity: 0.7,
  maxZoom: 11.5,
  minZoom: 3,
  wheelPxPerZoomLevel: 110,
  zoomAnimation: !reducesMotion.matches,
  zoomControl: false,
  zoomDelta: 0.75,
  zoomSnap: 0,
});
map.fitBounds(boundsOf("theatre"), { animate: false });
L.control.scale({ imperial: false, maxWidth: 140, position: "bottomleft" }).addTo(map);

const PANES = [
  "land", "ground", "water", "rivers", "railways", "borders", "relief", "edge", "names", "legs",
  "front", "places",
];
const renderers = {};
PANES.forEach((name, order) => {
  map.createPane(name).style.zIndex = 200 + 10 * order;
});

/** The SVG drawing of a pane, made when first needed. */
function drawing(pane) {
  renderers[pane] ??= L.svg({ pane, padding: 0.4 });
  return { pane, renderer: renderers[pane] };
}

function boundsOf(view) {
  const [south, west, north, east] = data.views[view];
  return [[south, west], [north, east]];
}

const viewListeners = [];
let currentView = null;
let isFlying = false;

const views = {
  get current() { return currentView; },
  onChange: (listener) => viewListeners.push(listener),

  fly(view, options = {}) {
    const jumps = options.jump || reducesMotion.matches;
    const padding = [16, 12];
    setView(view);
    isFlying = true;
    if (jumps) map.fitBounds(boundsOf(view), { padding, animate: false });
    else map.flyToBounds(boundsOf(view), { padding, duration: 0.9 });
    if (jumps) isFlying = false;
  },
};

function setView(view) {
  if (view === currentView) return;
  currentView = view;
  for (const listener of viewListeners) listener(view);
}

// a map moved by hand shows no named view any more
map.on("moveend", () => { isFlying = false; });
map.on("dragstart", () => setView(null));
map.on("zoomstart", () => { if (!isFlying) setView(null); });

// a named view keeps fitting its window
let resizing = 0;
new ResizeObserver(() => {
  clearTimeout(resizing);
  resizing = setTimeout(() => {
    map.invalidateSize({ animate: false, pan: false });
    if (currentView) views.fly(currentView, { jump: true });
  }, 60);
}).observe(element);
