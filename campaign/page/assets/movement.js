// What moves: the front line of the day and, as its ghost, of the day before; and the legs of the axes of advance up to the day.

const lines = [];

function addLine(line, stateOn) {
  line.addTo(map);
  const node = line.getElement();
  node.style.display = "none";
  lines.push({ node, stateOn, state: HIDDEN });
}

const HIDDEN = 0, SHOWN = 1, TODAYS = 2, GHOST = 3;
const theDayBefore = (day) => day - 1;
let ghostOf = theDayBefore;

/** A front is shown on its day, and as a ghost on the day whose ghost it is. */
const frontOn = (day) => (n) => (n === day ? SHOWN : ghostOf(n) === day ? GHOST : HIDDEN);
const upFrom = (day) => (n) => (n < day ? HIDDEN : n === day ? TODAYS : SHOWN);

{
  const { shape, decimals, day: days } = data.fronts;
  shapes(shape, decimals, days.length).forEach((line, row) => {
    addLine(L.polyline(asLines(line), {
      ...drawing("front"), className: "front", interactive: false, smoothFactor: 0.9,
    }), frontOn(days[row]));
  });
  const { axes } = data;
  shapes(axes.shape, axes.decimals, axes.day.length).forEach((line, row) => {
    const kind = (axes.sea[row] ? " sea" : "") + (axes.planned[row] ? " planned" : "");
    addLine(L.polyline(asLines(line), {
      ...drawing("legs"), className: `leg${kind}`, interactive: false, smoothFactor: 0.8,
    }), upFrom(axes.day[row]));
  });
}

function showLines(day) {
  for (const line of lines) {
    const state = line.stateOn(day);
    if (state === line.state) continue;
    if (!state !== !line.state) line.node.style.display = state ? "" : "none";
    if ((state === TODAYS) !== (line.state === TODAYS)) line.node.classList.toggle("today", state === TODAYS);
    if ((state === GHOST) !== (line.state === GHOST)) line.node.classList.toggle("ghost", state === GHOST);
    line.state = state;
  }
}
clock.onNextFrame(showLines);

/** Chooses the day whose front is the ghost, from the day shown; without, it is the day before. */
function showGhost(choice) {
  ghostOf = choice ?? theDayBefore;
  showLines(clock.day);
}
switchable("front", "front", "ribbon"); // the ribbon is its doubt
switchable("axes", "legs");
