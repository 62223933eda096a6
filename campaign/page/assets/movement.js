// What moves: the front line of the day, and the legs of the axes of advance up to the day.

const lines = [];

function addLine(line, states) {
  line.addTo(map);
  const node = line.getElement();
  node.style.display = "none";
  lines.push({ node, states, state: 0 });
}

/** 0 hidden, 1 shown, 2 shown as today's. */
const onlyOn = (day) => Uint8Array.from({ length: data.count }, (_, n) => (n === day ? 1 : 0));
const upFrom = (day) =>
  Uint8Array.from({ length: data.count }, (_, n) => (n < day ? 0 : n === day ? 2 : 1));

{
  const { shape, decimals, day: days } = data.fronts;
  shapes(shape, decimals, days.length).forEach((line, row) => {
    addLine(L.polyline(asLines(line), {
      ...drawing("front"), className: "front", interactive: false, smoothFactor: 0.9,
    }), onlyOn(days[row]));
  });
  const axes = rows(data.axes, ["axis", "formation", "basis"]);
  shapes(data.axes.shape, data.axes.decimals, axes.length).forEach((line, row) => {
    const flags = (data.axes.sea[row] ? " sea" : "") + (data.axes.planned[row] ? " planned" : "");
    const kind = `${flags} ${axes[row].basis}`;
    addLine(L.polyline(asLines(line), {
      ...drawing("legs"), className: `leg${kind}`, interactive: false, smoothFactor: 0.8,
    }), upFrom(data.axes.day[row]));
  });
}

function showLines(day) {
  for (const line of lines) {
    const state = line.states[day];
    if (state === line.state) continue;
    if (!state !== !line.state) line.node.style.display = state ? "" : "none";
    if ((state === 2) !== (line.state === 2)) line.node.classList.toggle("today", state === 2);
    line.state = state;
  }
}
clock.onShow(showLines);
switchable("front", "front");
switchable("axes", "legs");
