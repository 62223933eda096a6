// Comparing: one day is held while another is scrubbed; ground that differs is shaded and counted.

const compareButton = byId("compare");
const comparison = byId("comparison");
const panelComparison = byId("panel-comparison");
const compareListeners = [];
const SAME = 0, HELD_DIFFERS = 1, OTHERWISE = 2;
let compared = null;

const bare = (state) => state & (BEGINS_TODAY - 1);

/** How a piece differs between two days: in being Soviet-held, in some other way, or not at all. */
function differenceOf(piece, day) {
  const [one, other] = [bare(piece.states[compared]), bare(piece.states[day])];
  if (one === other || piece.layer === "rumoi_landing") return SAME; // a plan holds no ground
  return (one === soviet) !== (other === soviet) ? HELD_DIFFERS : OTHERWISE;
}

function shade(piece, difference) {
  if (difference === (piece.difference ?? SAME)) return;
  piece.path.classList.toggle("differs", difference === HELD_DIFFERS);
  piece.path.classList.toggle("differs-otherwise", difference === OTHERWISE);
  piece.difference = difference;
}

/** The two days, in the order in which they are compared. */
function spanTo(day) {
  const [held, shown] = [isoOf(compared), isoOf(day)];
  const sameMonth = held.slice(0, 7) === shown.slice(0, 7);
  return fill(day > compared ? words.compare.span : words.compare.span_back, {
    held: sameMonth ? inWords(held, "{day}") : shortDate(held),
    day: shortDate(shown),
  });
}

function describe(day) {
  if (day === compared) return fill(words.compare.held, { day: shortDate(isoOf(compared)) });
  return fill(words.compare.counted, {
    span: spanTo(day), area: signed(heldArea[day] - heldArea[compared]),
  });
}

function showComparison(day) {
  if (compared === null) return;
  for (const piece of pieces) shade(piece, differenceOf(piece, day));
  comparison.textContent = describe(day);
}
clock.onShow(showComparison);

/** Km² gained, or given back, between the two days, by layer. */
function changesOf(day) {
  const heldOn = (number) => data.diary.days[number]?.[1] ?? {};
  const [before, now] = [heldOn(compared), heldOn(day)];
  const layers = Object.keys({ ...before, ...now });
  const changes = layers.map((layer) => [layer, (now[layer] ?? 0) - (before[layer] ?? 0)]);
  return Object.fromEntries(changes.filter(([, change]) => change));
}

function showComparisonTable(day) {
  if (panel.hidden || compared === null) return;
  const changes = changesOf(day);
  panelComparison.replaceChildren(Object.keys(changes).length
    ? areaTable(spanTo(day), [words.compare.change], changes, (from) => [changeCell(from(changes))])
    : describe(day));
}
clock.onPause(showComparisonTable);

const compare = {
  get isOn() { return compared !== null; },
  get day() { return compared; },
  onChange: (listener) => compareListeners.push(listener),

  /** Holds a day; null ends the comparison. Says whether there was anything to do. */
  hold(day) {
    if (day === compared) return false;
    rulerDays[compared]?.classList.remove("held");
    rulerDays[day]?.classList.add("held");
    compared = day;
    const isOn = day !== null;
    document.body.classList.toggle("comparing", isOn);
    compareButton.setAttribute("aria-pressed", String(isOn));
    comparison.hidden = panelComparison.hidden = !isOn;
    if (isOn) showComparison(clock.day);
    showComparisonTable(clock.day);
    if (!isOn) for (const piece of pieces) shade(piece, SAME);
    showGhost(isOn ? () => day : null);
    for (const listener of compareListeners) listener(day);
    return true;
  },
};
compareButton.addEventListener("click", () => compare.hold(compare.isOn ? null : clock.day));
