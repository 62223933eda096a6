// The buttons around the map: slider, steps, play, views, layers, what is switched on, help.

import { words } from "../base/campaign.js";
import { byId, reducesMotion } from "../base/dom.js";
import { map, switches } from "../map/map.js";
import { fly } from "../map/views.js";
import { slider } from "../panels/date.js";
import { toggleLecture } from "../panels/lecture.js";
import { clock } from "../state/clock.js";
import { player, step } from "../state/player.js";
import { shown } from "../state/shown.js";

slider.addEventListener("input", () => {
  player.stop();
  shown.change({ day: Number(slider.value) });
});
slider.addEventListener("change", () => clock.settle());

/**
 * Follows a box, also one that the browser has filled in again, as on the way back to the page.
 * @param {Element} box
 * @param {() => void} follow
 */
function followBox(box, follow) {
  box.addEventListener("change", follow);
  addEventListener("pageshow", follow);
}
addEventListener("pageshow", () => { slider.value = String(shown.day); });

byId("previous").addEventListener("click", () => step(-1));
byId("next").addEventListener("click", () => step(1));

byId("play").addEventListener("click", () => player.toggle());
shown.subscribe(({ playing }) => {
  const name = playing ? words.controls.pause : words.controls.play;
  byId("play").setAttribute("aria-label", name);
  byId("play").title = name;
}, "playing");
const speed = byId("speed");
followBox(speed, () => player.setSpeed(Number(speed.value)));
let isByArrow = false;
speed.addEventListener("keydown", (/** @type {KeyboardEvent} */ { key }) => { isByArrow = /^(Arrow|Home|End)/.test(key); });
speed.addEventListener("change", () => {
  // chosen, so that the next key or click of a clicker is a step; an arrow may go on to the next speed
  if (!isByArrow) slider.focus({ preventScroll: true });
  isByArrow = false;
});

/** @type {HTMLElement[]} */
const viewButtons = [...document.querySelectorAll("[data-view]")].map((button) => /** @type {any} */ (button));
for (const button of viewButtons) button.addEventListener("click", () => fly(String(button.dataset.view)));
shown.subscribe(({ view }) => {
  for (const button of viewButtons) {
    const isOn = button.dataset.view === view;
    button.setAttribute("aria-pressed", String(isOn));
    // on a phone the row of views is wider than the screen
    const row = /** @type {HTMLElement} */ (button.parentElement);
    if (isOn) row.scrollTo({ left: button.offsetLeft - row.offsetLeft - 40 });
  }
}, "view");

/** @type {NodeListOf<HTMLInputElement>} */
const layerBoxes = document.querySelectorAll("input[data-layer]");
for (const box of layerBoxes) {
  const toggle = switches[String(box.dataset.layer)];
  let isOn = true;
  if (!toggle) box.closest("label")?.remove();
  else {
    followBox(box, () => {
      if (box.checked !== isOn) toggle(box.checked);
      isOn = box.checked;
    });
  }
}

// what opens like a menu closes like one
addEventListener("pointerdown", ({ target }) => {
  if (!byId("layers").contains(target)) byId("layers").open = false;
});

/** Draws the doubt, or takes it away. */
export const toggleSure = () => shown.change({ sure: !shown.sure });
byId("sure").addEventListener("click", toggleSure);
byId("compare").addEventListener("click", () =>
  shown.change({ compare: shown.compare === null ? shown.day : null }));
byId("lecture").addEventListener("click", toggleLecture);
shown.subscribe(({ sure, compare, mode }) => {
  byId("sure").setAttribute("aria-pressed", String(sure));
  byId("compare").setAttribute("aria-pressed", String(compare !== null));
  byId("lecture").setAttribute("aria-pressed", String(mode === "lecture"));
}, "sure", "compare", "mode");

/** @param {1 | -1} sign */
export function zoomBy(sign) {
  map.setZoom(map.getZoom() + sign * (map.options.zoomDelta ?? 1), { animate: !reducesMotion.matches });
}
byId("zoom-in").addEventListener("click", () => zoomBy(1));
byId("zoom-out").addEventListener("click", () => zoomBy(-1));

const helpDialog = byId("help");
for (const id of ["help-button", "credits-button"]) {
  byId(id).addEventListener("click", () => helpDialog.showModal());
}
byId("help-close").addEventListener("click", () => helpDialog.close());
helpDialog.addEventListener("click", (/** @type {Event} */ event) => {
  if (event.target === helpDialog) helpDialog.close();
});
