// Links to what is shown, which others can follow.

import { calendar, data, words } from "../base/campaign.js";
import { chapters } from "../base/diary.js";
import { isFramed } from "../base/dom.js";
import { named } from "../base/named.js";
import { makeAddress } from "./address.js";
import { shown } from "./shown.js";

export const address = makeAddress({
  calendar, views: data.views, sheet: data.sheet, chapters: chapters.length, cards: named,
  messages: words.messages,
});

export const ownAddress = location.href.split(/[?#]/)[0];
export const isOnline = ownAddress.startsWith("http");

/** A frame of Streamlit bears its address; whether it really is one is known when it has spoken. */
export const expectsApp = isFramed && new URLSearchParams(location.search).has("streamlitUrl");

/** @type {string | null} */
let appAddress = null;

/**
 * Notes that the page is in the app, and the app's address when it has told it.
 * @param {string} known
 */
export function noteApp(known) { appAddress = known || appAddress || ""; }

export const isInApp = () => appAddress !== null;

/** A link that others can follow; without its beginning where they cannot reach this page. */
export function linkForOthers() {
  const parts = address.join(shown);
  return isInApp() ? `${appAddress}?${parts}` : `${isOnline ? ownAddress : ""}#${parts}`;
}
