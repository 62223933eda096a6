// Inside a Streamlit app: its component protocol, spoken by messages to the parent window.
//
// What the two say to each other is told in campaign/app/component.py. The page reports once when
// a day is settled or what is shown is changed, and follows a link only once: neither what it was
// asked before nor what it wrote itself, until the history leads there. Until Streamlit has spoken the page is one of its own in a
// frame, and what another parent may say is looked at before it is obeyed.

import { isoOf } from "../base/campaign.js";
import { isFramed } from "../base/dom.js";
import { clock } from "../state/clock.js";
import { address, isInApp, noteApp } from "../state/link.js";
import { shown } from "../state/shown.js";
import { windowOfApp, writeAppAddress } from "./app-address.js";
import { keepHistoryIn, onClosedByBack } from "./back.js";
import { takeFocus } from "./focus.js";
import { homeView, openLink } from "./link.js";

const REST_MS = 500;
let told = "";
let followed = "";
let visit = "";
/** @type {Record<string, null>} */
let hurt = {};
/** Addresses that are no news, where the page shares the history of the app and sees what leads back to them. */
const known = new Set();
let resting = 0;
let height = 0;
let isOpening = false;
let isCut = false;

/**
 * @param {string} type
 * @param {Record<string, unknown>} content
 */
function send(type, content = {}) {
  window.parent.postMessage({ isStreamlitMessage: true, type, ...content }, "*");
}

/**
 * An address, whatever the order of its parts.
 * @param {string | Record<string, string>} query
 */
const parted = (query) =>
  JSON.stringify(Object.entries(Object.fromEntries(new URLSearchParams(query))).sort());

const valueNow = () => ({ day: isoOf(shown.day), address: { ...address.write(shown), ...hurt } });

function report() {
  clearTimeout(resting);
  const value = valueNow();
  if (!isInApp() || isOpening || JSON.stringify(value) === told) return;
  const written = writeNow() ? { written: true } : {};
  if (isCut) return;
  told = JSON.stringify(value);
  send("streamlit:setComponentValue", { dataType: "json", value: { ...value, ...written } });
}

/** Writes the app's address, once its link is followed; says whether the reader sees it. */
function writeNow() {
  if (!followed) return false;
  const isSeen = writeAppAddress(valueNow().address);
  const app = windowOfApp();
  if (app) known.add(parted(app.location.search));
  return isSeen;
}

/** A map under the hand comes to rest by and by. */
function reportSoon() {
  clearTimeout(resting);
  resting = setTimeout(report, REST_MS);
}

/**
 * Names in the query that were hurt on their way and mean a part of ours: the app is to drop them.
 * @param {Record<string, string>} asked
 * @returns {Record<string, null>}
 */
const hurtIn = (asked) => Object.fromEntries(Object.entries(asked)
  .filter((pair) => !Object.hasOwn(address.write(shown), pair[0])
    && !address.othersIn(String(new URLSearchParams([pair]))))
  .map(([name]) => [name, null]));

/**
 * Follows a link that the app was opened with or led to; the same again is no news.
 * @param {Understood} understood
 */
function followLink({ visit: named, link, asked, day }) {
  const news = JSON.stringify([link, asked]);
  const isFirst = followed === "";
  const isForgotten = !isFirst && named !== visit;
  if (!asked || (news === followed && !isForgotten)) return;
  visit = named;
  followed = news;
  const app = isFirst ? windowOfApp() : null;
  if (app) follow(app);
  if (isForgotten || known.has(parted(asked))) {
    // a server that was started anew, or that the reader has overtaken, knows an address of before
    reportAnew();
    return;
  }
  if (windowOfApp()) known.add(parted(asked));
  isOpening = true;
  // the query has the last word, since it is what the app writes
  const fragment = app?.location.hash ?? "";
  openLink(`${fragment}&${new URLSearchParams(asked)}`, { jump: isFirst, home: isFirst ? homeView() : null });
  isOpening = false;
  if (isFirst) takeFocus();
  // the app knows what it asked for, and which day its panels show; where that is another
  // or came in another way, it is told
  const isWhole = !fragment && !Object.keys(hurtIn(asked)).length;
  told = isWhole ? JSON.stringify({ ...valueNow(), day }) : "";
  hurt = { ...hurt, ...hurtIn(asked) };
  report();
}

/**
 * Shares the history of the app.
 * @param {Window} app
 */
function follow(app) {
  keepHistoryIn(app);
  const forget = () => known.clear();
  app.addEventListener("popstate", forget);
  addEventListener("pagehide", () => app.removeEventListener("popstate", forget));
}

/** Says what is shown to a server that may not know it. */
function reportAnew() {
  told = "";
  report();
}

/**
 * Whether the server hears what is said; what was said while it did not is said again.
 * @param {boolean} isNowCut
 */
function noteServer(isNowCut) {
  const isBack = isCut && !isNowCut;
  isCut = isNowCut;
  if (isBack) reportAnew();
}

/**
 * @typedef {object} Understood what of a message can be obeyed
 * @property {string} visit
 * @property {string} base
 * @property {number} height
 * @property {number} link
 * @property {Record<string, string> | null} asked
 * @property {string | null} day
 */

/**
 * @param {unknown} args
 * @returns {Understood}
 */
function understand(args) {
  const { visit: named, base, height: high, link, asked, day } = Object(args);
  const texts = Object.entries(Object(asked)).filter(([, text]) => typeof text === "string");
  return {
    visit: typeof named === "string" ? named : "",
    base: typeof base === "string" ? base : "",
    height: Number.isFinite(high) ? high : 0,
    link: Number.isFinite(link) ? link : 0,
    asked: asked && typeof asked === "object" ? Object.fromEntries(texts) : null,
    day: typeof day === "string" ? day : null,
  };
}

/** @param {Understood} understood */
function obey(understood) {
  // an app has panels of its own
  if (!isInApp()) shown.change({ panel: false });
  noteApp(understood.base);
  if (understood.height > 0 && understood.height !== height) {
    height = understood.height;
    send("streamlit:setFrameHeight", { height });
  }
  followLink(understood);
}

/** Begins to speak, where there is somebody to speak to. */
export function embed() {
  if (!isFramed) return;
  told = JSON.stringify(valueNow());
  addEventListener("message", (event) => {
    if (event.source === window.parent && event.data?.type === "streamlit:render") {
      obey(understand(event.data.args));
      noteServer(Boolean(event.data.disabled));
    }
  });
  clock.onSettle(report);
  onClosedByBack(() => { if (isInApp()) writeNow(); });
  shown.subscribe(report, "sure", "compare", "mode", "chapter");
  shown.subscribe(({ view }) => (view ? report() : reportSoon()), "view", "at", "card");
  send("streamlit:componentReady", { apiVersion: 1 });
}
