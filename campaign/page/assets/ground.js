// The ground: every piece drawn once; a step only marks the pieces whose status differs.
//
// Under them lies each layer as it was before the campaign, in one drawing that no step touches:
// half of the pieces then have nothing to paint of their own.

const GROUND_TEXT = [
  "id", "name_en", "name_modern", "name_ja", "name_ru", "name_zh", "soviet_earliest",
  "soviet_latest", "basis", "confidence", "formation", "sources", "note",
];
const PIECE_TEXT = [...GROUND_TEXT, "near"];
const STATUSES = data.statuses;
const BEGINS_TODAY = 16;
const NOTHING = 255;

/**
 * The state on each day: the number of the status, plus BEGINS_TODAY on its first day.
 * `runs` holds day and number of each status in turn; day -1 stands for before the campaign.
 */
function statesOf(runs) {
  const states = new Uint8Array(data.count);
  for (let turn = 0; turn < runs.length; turn += 2) {
    states.fill(runs[turn + 1], Math.max(0, runs[turn]));
    if (runs[turn] >= 0) states[runs[turn]] |= BEGINS_TODAY;
  }
  return states;
}

const statusOf = (state) => STATUSES[state & (BEGINS_TODAY - 1)];

const pieces = rows(data.ground, PIECE_TEXT);
const layerPieces = {};
const layerBefore = {};
{
  const runs = column(data.ground.runs);
  let row = 0;
  for (const [layer, count, decimals, text] of data.ground.shapes) {
    layerPieces[layer] = [];
    const kind = data.small_islands.includes(layer) ? `${layer} small` : layer;
    for (const shape of shapes(text, decimals, count)) {
      const piece = pieces[row];
      Object.assign(piece, {
        layer, area: data.ground.area[row], runs: runs[row], states: statesOf(runs[row]),
        state: NOTHING,
      });
      piece.polygon = L.polygon(shape, {
        ...drawing("ground"), className: `ground ${kind}`, smoothFactor: 0.5, weight: 1,
      }).addTo(map);
      piece.path = piece.polygon.getElement();
      piece.path.dataset.id = piece.id;
      piece.path.setAttribute("role", "button");
      piece.path.setAttribute("tabindex", "-1");
      piece.path.setAttribute("aria-label", titleOf(piece));
      layerPieces[layer].push(piece);
      row++;
    }
    layerBefore[layer] = L.polygon(layerPieces[layer].flatMap(({ polygon }) => polygon.getLatLngs()), {
      ...drawing("land"), className: `before ${kind}`, interactive: false, smoothFactor: 0.5,
    }).addTo(map).getElement();
  }
}

function showGround(day) {
  for (const piece of pieces) {
    const state = piece.states[day];
    if (state === piece.state) continue;
    const status = statusOf(state);
    const isNew = state >= BEGINS_TODAY;
    if (status !== piece.status) {
      piece.path.dataset.status = status;
      piece.status = status;
    }
    if (isNew !== piece.isNew) {
      piece.path.classList.toggle("today", isNew);
      piece.isNew = isNew;
    }
    piece.state = state;
  }
}
clock.onShow(showGround);

/** Ground that is switched off is bare land, without the doubt of its days. */
function switchGround(piece, on) {
  piece.isOff = !on;
  piece.path.classList.toggle("off", !on);
  piece.texture?.getElement()?.classList.toggle("off", !on);
}

for (const [layer, members] of Object.entries(layerPieces)) {
  switches[layer] = (on) => {
    layerBefore[layer].classList.toggle("off", !on);
    for (const piece of members) switchGround(piece, on);
  };
}

// km² held by the Soviet side, by day
const soviet = STATUSES.indexOf("soviet");
const heldArea = Array.from({ length: data.count }, (_, day) =>
  pieces.reduce((sum, piece) =>
    sum + ((piece.states[day] & (BEGINS_TODAY - 1)) === soviet ? piece.area : 0), 0));
