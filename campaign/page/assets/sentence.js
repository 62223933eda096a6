// What is known of the day of one thing, in one sentence; the tooltip and the card both say it.

/** A day and the range around it; the range names its month only where the day has another. */
function dayWithRange(iso, earliest, latest) {
  const day = shortDate(iso);
  if (!earliest || !latest || earliest === latest) return fill(words.sentence.alone, { day });
  const sameMonth = [earliest, latest].every((end) => end.slice(0, 7) === iso.slice(0, 7));
  const [from, to] = [earliest, latest].map((end) => (sameMonth ? inWords(end, "{day}") : shortDate(end)));
  return fill(words.sentence.between, { day, earliest: from, latest: to });
}

/** The turn that the sources date: the last one, but the airlanding where that is the row's subject. */
function datedTurn(thing) {
  const turns = [];
  for (let turn = 0; turn < thing.runs.length; turn += 2) {
    turns.push({ day: thing.runs[turn], status: data.statuses[thing.runs[turn + 1]] });
  }
  return (thing.how === "airlanding" && turns.find(({ status }) => status === "airhead")) || turns.at(-1);
}

/** Which of the templates fits. */
function templateOf(thing, status, isAgreed) {
  if (status === "planned" || status === "suspended" || status === "cancelled") return "planned";
  if (thing.basis === "inferred") return "inferred";
  if (status === "capitulated") return "capitulated";
  if (thing.near) return "nearest";
  if (thing.basis === "estimated") return "estimated";
  return isAgreed ? "agreed" : "documented";
}

function sentenceOf(thing) {
  const { day, status } = datedTurn(thing);
  if (day < 0 && status === "japanese") return words.sentence.unchanged;
  const { soviet_earliest: earliest, soviet_latest: latest, basis } = thing;
  return fill(words.sentence[templateOf(thing, status, earliest && earliest === latest)], {
    status: words.status[status],
    range: dayWithRange(isoOf(day), earliest, latest),
    basis: words.basis[basis],
    place: thing.name_en,
    place_day: thing.near && shortDate(thing.near),
  });
}

/** Estimated ground bears the name of the dated place nearest to it, which is not its own. */
function titleOf(thing) {
  const layer = words.layers[thing.layer];
  return thing.near
    ? fill(words.details.near, { layer, place: thing.name_en })
    : thing.name_en || layer;
}
