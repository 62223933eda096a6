// Inside a Streamlit app: its component protocol, spoken by messages to the parent window.
//
// What the two say to each other is told in campaign/app/component.py. The page reports once when
// a day is settled or what is shown is changed, and follows a link only once: neither what it was
// asked before nor what it reported itself.

import { isoOf } from "../base/campaign.js";
import { isFramed } from "../base/dom.js";
import { clock } from "../state/clock.js";
import { address, noteApp } from "../state/link.js";
import { shown } from "../state/shown.js";
import { writeAppAddress } from "./app-address.js";
import { takeFocus } from "./focus.js";
import { homeView, openLink } from "./link.js";

let told = "";
let followed = "";
let height = 0;
let isOpening = false;

/**
 * @param {string} type
 * @param {Record<string, unknown>} content
 */
function send(type, content = {}) {
  window.parent.postMessage({ isStreamlitMessage: true, type, ...content }, "*");
}

const valueNow = () => ({ day: isoOf(shown.day), address: address.write(shown) });

function report() {
  const value = valueNow();
  if (isOpening || JSON.stringify(value) === told) return;
  told = JSON.stringify(value);
  if (followed) writeAppAddress(value.address);
  send("streamlit:setComponentValue", { dataType: "json", value });
}

/**
 * Follows a link that the app was opened with or led to; the same again is no news.
 * @param {any} args
 */
function followLink({ link, asked, day }) {
  const news = JSON.stringify([link, asked]);
  if (!asked || news === followed) return;
  const isFirst = followed === "";
  followed = news;
  isOpening = true;
  openLink(asked, { jump: isFirst, home: isFirst ? homeView() : null });
  if (isFirst) takeFocus();
  isOpening = false;
  // the app knows what it asked for, and which day its panels show; where that is another, it is told
  told = JSON.stringify({ ...valueNow(), day });
  report();
}

/** @param {any} args */
function obey(args) {
  if (args.base) noteApp(args.base);
  if (args.height && args.height !== height) {
    height = args.height;
    send("streamlit:setFrameHeight", { height });
  }
  followLink(args);
}

/** Begins to speak, where there is somebody to speak to. */
export function embed() {
  if (!isFramed) return;
  told = JSON.stringify(valueNow());
  addEventListener("message", (event) => {
    if (event.source === window.parent && event.data?.type === "streamlit:render") {
      obey(event.data.args ?? {});
    }
  });
  clock.onSettle(report);
  shown.subscribe(report, "sure", "compare", "mode", "chapter");
  // a map moved by hand is told with the next day
  shown.subscribe(({ view }) => { if (view) report(); }, "view");
  send("streamlit:componentReady", { apiVersion: 1 });
}
