// The page: its rooms from bottom to top, the day and view it opens on, and its handle for the outside.

import { source } from "./base/source.js";
import "./map/underlay.js";
import "./map/ground.js";
import "./map/movement.js";
import "./map/places.js";
import "./map/labels.js";
import "./map/shading.js";
import "./map/doubt.js";
import "./map/marked.js";
import "./map/legend.js";
import "./map/views.js";
import "./panels/open.js";
import "./panels/card.js";
import "./panels/date.js";
import "./panels/tooltip.js";
import "./panels/day.js";
import "./panels/comparison.js";
import "./panels/ticks.js";
import "./panels/story.js";
import "./panels/lecture.js";
import "./panels/printout.js";
import "./input/controls.js";
import "./input/gestures.js";
import "./input/keys.js";
import "./input/screen.js";
import "./input/search.js";
import "./input/share.js";
import "./input/typed-date.js";
import { isoOf } from "./base/campaign.js";
import { byId } from "./base/dom.js";
import { embed } from "./input/embed.js";
import { keepAddress, openLink } from "./input/link.js";
import { map } from "./map/map.js";
import { fly, followViews } from "./map/views.js";
import { complain } from "./panels/message.js";
import { clock } from "./state/clock.js";
import { address } from "./state/link.js";
import { player } from "./state/player.js";
import { shown } from "./state/shown.js";

followViews();
openLink(`${location.search}&${location.hash}`);
clock.draw();
keepAddress();
embed();

/**
 * What of one part of the address a text asks for; a wrong one is complained of.
 * @param {string} part
 * @param {unknown} text
 */
function judged(part, text) {
  const { wanted, complaints } = address.read(`${part}=${encodeURIComponent(String(text))}`);
  complain(complaints);
  return wanted;
}

/** @type {any} */ (window).campaign = Object.freeze({
  map,
  get day() { return isoOf(shown.day); },
  get view() { return shown.view; },
  html: source,
  goTo: (/** @type {unknown} */ iso) => clock.goTo(judged("day", iso).day ?? 0),
  flyTo: (/** @type {unknown} */ view) => fly(judged("view", view).view ?? "theatre"),
  play: player.start,
  pause: player.stop,
});

// as long as it stands, the page says why it may be dead
byId("unstarted").remove();
