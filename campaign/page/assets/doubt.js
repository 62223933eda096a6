// "How sure?": the ribbon between earliest and latest front, ground and places by their doubt.
//
// Off, nothing of it is in the document. It is made when first switched on; then a step shows
// the ribbon of its day, and the rest stands still.

const MOST_DAYS = 2;
const SVG = "http://www.w3.org/2000/svg";
const sureButton = byId("sure");
const sureListeners = [];
const drawn = { layers: null, ribbons: [], ribbon: -1 };

/** The doubt laid over a piece of ground: no day, a day from memory, or one that may be far off. */
function doubtOf(piece) {
  const { basis, soviet_earliest: earliest, soviet_latest: latest } = piece;
  if (basis === "inferred" || basis === "recalled") return basis;
  if (!earliest || !latest) return null;
  const { day } = datedTurn(piece);
  return Math.max(day - indexOf(earliest), indexOf(latest) - day) > MOST_DAYS ? "unsure" : null;
}

function makeTextures() {
  for (const piece of pieces) {
    const kind = doubtOf(piece);
    if (kind) {
      piece.texture = L.polygon(piece.polygon.getLatLngs(), {
        ...drawing("doubt"), className: `doubt ${kind}`, interactive: false, smoothFactor: 0.5,
      });
    }
  }
  return pieces.flatMap(({ texture }) => texture ?? []);
}

/** One drawing to a day, of all regions together. */
function makeRibbons() {
  const { shape, decimals, day: days } = data.ribbons;
  const parts = Array.from({ length: data.count }, () => []);
  shapes(shape, decimals, days.length).forEach((ribbon, row) => parts[days[row]].push(...ribbon));
  return parts.map((ribbon) => L.polygon(ribbon, {
    ...drawing("ribbon"), className: "doubt ribbon", interactive: false, smoothFactor: 0.8,
  }));
}

function makeRings() {
  for (const mark of placeMarks) {
    const [{ basis, confidence }] = mark.places;
    const ring = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    ring.setAttribute("class", `ring ${confidence} ${basis}`);
    ring.setAttribute("viewBox", "0 0 24 24");
    path.setAttribute("d", data.rings[basis] ?? data.rings.documented);
    path.setAttribute("pathLength", "24");
    ring.append(path);
    mark.node.prepend(ring);
    mark.node.classList.toggle("hollow", confidence === "low");
  }
}

function showRibbon(day) {
  if (!sure.isOn || day === drawn.ribbon) return;
  drawn.ribbons[drawn.ribbon]?.getElement().classList.remove("shown");
  drawn.ribbons[day].getElement().classList.add("shown");
  drawn.ribbon = day;
}
clock.onNextFrame(showRibbon);

const sure = {
  get isOn() { return document.body.classList.contains("doubting"); },
  onChange: (listener) => sureListeners.push(listener),

  set(on) {
    if (on === sure.isOn) return;
    if (!drawn.layers) {
      drawn.ribbons = makeRibbons();
      drawn.layers = L.layerGroup([...makeTextures(), ...drawn.ribbons]);
      makeRings();
    }
    document.body.classList.toggle("doubting", on);
    sureButton.setAttribute("aria-pressed", String(on));
    byId("legend-doubt").hidden = !on;
    drawn.ribbon = -1;
    if (on) {
      drawn.layers.addTo(map);
      for (const piece of pieces) switchGround(piece, !piece.isOff);
      showRibbon(clock.day);
    } else {
      drawn.layers.remove();
    }
    if (on && views.current) views.fly(views.current, { jump: true });
    for (const listener of sureListeners) listener(on);
  },

  toggle() { sure.set(!sure.isOn); },
};
sureButton.addEventListener("click", sure.toggle);
