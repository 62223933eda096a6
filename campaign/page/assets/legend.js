// The legend: open as the reader wishes, but folded where it would lie on ground or places.

const legend = byId("legend");
const legendMore = byId("legend-more");
const SMALL_PX = 900;
const CLEAR_PX = 8;
let isLegendWanted = innerWidth >= SMALL_PX;
if (!isLegendWanted) for (const id of ["legend", "legend-doubt"]) byId(id).open = false;

legend.querySelector("summary").addEventListener("click", () => { isLegendWanted = !legend.open; });
for (const node of [legend, legendMore, byId("legend-doubt")]) node.addEventListener("toggle", layOut);

/** Places and corners of the ground, put together when first needed. */
let groundPoints = null;
function pointsOfGround() {
  const corners = pieces.flatMap((piece) => piece.polygon.getLatLngs().flat(Infinity));
  return [...corners, ...placeMarks.map((mark) => L.latLng(mark.point))];
}

/** Whether the legend lies on ground or places of a view when the map shows a centre at a zoom. */
function legendCovers(view, [centre, zoom]) {
  groundPoints ??= pointsOfGround();
  const [frame, box] = [element.getBoundingClientRect(), legend.getBoundingClientRect()];
  const corner = map.project(centre, zoom).subtract(map.getSize().divideBy(2))
    .subtract([frame.left, frame.top]);
  const covered = L.latLngBounds(
    map.unproject(corner.add([box.left - CLEAR_PX, box.bottom + CLEAR_PX]), zoom),
    map.unproject(corner.add([box.right + CLEAR_PX, box.top - CLEAR_PX]), zoom));
  const bounds = boundsOf(view);
  return groundPoints.some((point) => covered.contains(point) && bounds.contains(point));
}

/** Centre and zoom of a view, with the legend open where it is wanted and covers nothing. */
function frameBesideLegend(view) {
  legend.open = isLegendWanted;
  const asides = legend.open ? [false, true] : [];
  for (const isAside of asides) {
    const frame = frameOf(view, isAside);
    if (!legendCovers(view, frame)) return frame;
  }
  legend.open = false;
  return frameOf(view);
}

const legendKeys = [...legend.querySelectorAll("li:has([data-status])")].map((item) => ({
  item, status: item.querySelector("[data-status]").dataset.status,
  isToday: item.querySelector(".today") !== null,
}));
const PLAN_STATUSES = ["planned", "suspended", "cancelled"];

const [planned] = layerPieces.rumoi_landing ?? [];

/** What the plan for Hokkaido is on a day; the legend names it as planned before there was a plan. */
const planOn = (day) => (isPlanMade(day) ? statusOf(planned.states[day]) : "planned");
const isPlanMade = (day) => planned !== undefined && PLAN_STATUSES.includes(statusOf(planned.states[day]));

/** Of the plan's statuses the legend names the one of the day; in a lecture, only what is on the map. */
function showLegendKeys(day) {
  const plan = planOn(day);
  element.classList.toggle("plan-made", isPlanMade(day));
  const found = lecture.isOn ? new Set(pieces.map((piece) => piece.states[day])) : null;
  for (const { item, status, isToday } of legendKeys) {
    const number = STATUSES.indexOf(status);
    const isOnMap = !found || found.has(number + BEGINS_TODAY) || (!isToday && found.has(number));
    const hidden = !isOnMap || (PLAN_STATUSES.includes(status) && status !== plan);
    if (item.hidden !== hidden) item.hidden = hidden;
  }
}
clock.onShow(showLegendKeys);
