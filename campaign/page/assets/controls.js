// The chrome around the map: date, slider with its ruler, play, views, layers, help.

const byId = (id) => document.getElementById(id);
const slider = byId("day");
const stageMessage = byId("message");

// the ruler: one column to a day, its height the ground held
const ruler = byId("ruler");
const mostHeld = Math.max(...heldArea, 1);
const rulerDays = heldArea.map((area, day) => {
  const iso = isoOf(day);
  const date = Number(iso.slice(8));
  const isMonthStart = day === 0 || date === 1;
  const column_ = make("span", { class: isMonthStart || (date % 5 === 0 && day > 1) ? "mark major" : "mark" },
    make("i", { style: `--share:${(area / mostHeld).toFixed(3)}` }),
    make("b", {}, String(date)),
    isMonthStart ? make("em", {}, inWords(iso, "{month}")) : "");
  ruler.append(column_);
  return column_;
});

/** Greys a button that leads no further; disabled, it would take the focus from who has just pressed it. */
const greyAtEnd = (button, isAtEnd) => button.setAttribute("aria-disabled", isAtEnd);

function showDate(day, before) {
  byId("date-words").textContent = fullDate(day);
  byId("date-number").textContent = dayNumber(day);
  byId("area-held").textContent =
    fill(words.date.held, { area: inThousands(rounded(heldArea[day])) });
  const gain = rounded(heldArea[day] - (day ? heldArea[day - 1] : 0));
  byId("area-gained").textContent = gain
    ? fill(words.date.gained, { area: `${gain > 0 ? "+" : "−"}${inThousands(Math.abs(gain))}` })
    : words.date.nothing;
  byId("area-gained").classList.toggle("still", gain === 0);
  if (Number(slider.value) !== day) slider.value = day;
  slider.setAttribute("aria-valuetext", `${fullDate(day)}, ${dayNumber(day)}`);
  rulerDays[before]?.classList.remove("now");
  rulerDays[day].classList.add("now");
  for (let n = Math.min(day, before); n <= Math.max(day, before); n++) {
    rulerDays[n]?.classList.toggle("gone", n <= day);
  }
  greyAtEnd(byId("previous"), day === 0);
  greyAtEnd(byId("next"), day === LAST);
}
clock.onShow(showDate);
clock.onSettle((day) => {
  const compared = compare.isOn ? `. ${byId("comparison").textContent}` : "";
  byId("announce").textContent = `${fullDate(day)}, ${dayNumber(day)}${compared}`;
});

slider.addEventListener("input", () => {
  player.stop();
  clock.show(Number(slider.value));
});
slider.addEventListener("change", () => clock.settle());

function step(days) {
  player.stop();
  clock.goTo(clock.day + days);
}
byId("previous").addEventListener("click", () => step(-1));
byId("next").addEventListener("click", () => step(1));
byId("play").addEventListener("click", () => player.toggle());
player.onChange((isOn) => {
  const name = isOn ? words.controls.pause : words.controls.play;
  document.body.classList.toggle("playing", isOn);
  byId("play").setAttribute("aria-label", name);
  byId("play").title = name;
});

for (const button of document.querySelectorAll("[data-view]")) {
  button.addEventListener("click", () => views.fly(button.dataset.view));
}
views.onChange((view) => {
  for (const button of document.querySelectorAll("[data-view]")) {
    const isOn = button.dataset.view === view;
    button.setAttribute("aria-pressed", String(isOn));
    // on a phone the row of views is wider than the screen
    if (isOn) button.parentElement.scrollTo({ left: button.offsetLeft - 130 });
  }
});

for (const box of document.querySelectorAll("input[data-layer]")) {
  if (switches[box.dataset.layer]) {
    box.addEventListener("change", () => switches[box.dataset.layer](box.checked));
  } else {
    box.closest("label").remove();
  }
}

// what opens like a menu closes like one
addEventListener("pointerdown", ({ target }) => {
  if (!byId("layers").contains(target)) byId("layers").open = false;
});

byId("zoom-in").addEventListener("click", () => zoomBy(1));
byId("zoom-out").addEventListener("click", () => zoomBy(-1));
function zoomBy(sign) {
  map.setZoom(map.getZoom() + sign * map.options.zoomDelta, { animate: !reducesMotion.matches });
}

const helpDialog = byId("help");
for (const id of ["help-button", "credits-button"]) {
  byId(id).addEventListener("click", () => helpDialog.showModal());
}
helpDialog.addEventListener("click", (event) => {
  if (event.target === helpDialog) helpDialog.close();
});

byId("fullscreen").addEventListener("click", toggleFullscreen);
async function toggleFullscreen() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    tell(words.messages.no_fullscreen);
  }
}

const black = byId("black");
function toggleBlack(on = black.hidden) { black.hidden = !on; }
black.addEventListener("click", () => toggleBlack(false));

const BRIEF_MS = 3000;
const READING_MS = 75; // a letter
let messageEnds = 0;

/** Says something in one sentence over the map until it is closed, or for a while when it is brief. */
function tell(text, { isBrief = false } = {}) {
  clearTimeout(messageEnds);
  if (!text) return stageMessage.replaceChildren();
  const close = make("button", { type: "button", class: "icon", "aria-label": words.messages.dismiss }, "×");
  close.addEventListener("click", hush);
  if (isBrief) messageEnds = setTimeout(hush, BRIEF_MS + READING_MS * text.length);
  return stageMessage.replaceChildren(make("span", {}, text), close);
}

/** Whether there was something said to take back. */
function hush() {
  const hadSaid = stageMessage.firstChild !== null;
  tell("");
  return hadSaid;
}
