// The printout: what is shown, on a sheet of paper; no control is on it.
//
// No script is told how large the sheet is. The map takes the size that fits on A4 and on Letter,
// upright and across, and the style sheet lays the rest beside it or below. The rules for paper
// hold while the map is fitted, so that what is measured is what is printed.

import { words } from "../base/campaign.js";
import { eventsOn } from "../base/diary.js";
import { byId, isFramed, make } from "../base/dom.js";
import { fill } from "../base/text.js";
import { measureLabels } from "../map/labels.js";
import { lend } from "../map/views.js";
import { clock } from "../state/clock.js";
import { address, isOnline, linkForOthers, ownAddress } from "../state/link.js";
import { shown } from "../state/shown.js";
import { sourceList } from "./sources.js";

const { classList } = document.documentElement;
const LEGENDS = ["legend", "legend-more", "legend-doubt"].map(byId);

const rulesForPaper = [...document.styleSheets]
  .flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === "print");

/** @param {"all" | "print"} media */
function applyTo(media) {
  for (const rule of rulesForPaper) /** @type {CSSMediaRule} */ (rule).media.mediaText = media;
}

/** The link to what is shown; of a file on this computer its name, which is all that others may have. */
const linkShown = () => (isFramed || isOnline ? linkForOthers()
  : `${ownAddress.slice(ownAddress.lastIndexOf("/") + 1)}#${address.join(shown)}`);

/** Sources of the day and of the map, and the link. */
function notes() {
  const keys = [...new Set(eventsOn[shown.day].flatMap(({ sources }) => sources))];
  const link = fill(words.printout.about, { title: words.page.title, link: linkShown() });
  return [
    make("p", { class: "link" }, link),
    keys.length ? sourceList(keys) : null,
    make("p", { class: "credits" }, words.credits.short),
  ];
}

/** @type {(() => void) | null} */
let takeBack = null;

addEventListener("beforeprint", () => {
  if (takeBack) return;
  clock.draw();
  byId("printout").replaceChildren(...notes().filter(Boolean));
  const isLecture = classList.contains("lecture");
  const open = LEGENDS.map((node) => node.open);
  const giveBack = lend(() => {
    classList.remove("lecture");
    for (const node of LEGENDS) node.open = true;
    applyTo("all");
  });
  measureLabels();
  takeBack = () => {
    giveBack(() => {
      applyTo("print");
      classList.toggle("lecture", isLecture);
      LEGENDS.forEach((node, number) => { node.open = open[number]; });
    });
    measureLabels();
  };
});

addEventListener("afterprint", () => {
  takeBack?.();
  takeBack = null;
});
