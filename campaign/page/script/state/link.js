// Links to what is shown, which others can follow.

import { calendar, data, words } from "../base/campaign.js";
import { chapters } from "../base/diary.js";
import { isFramed } from "../base/dom.js";
import { makeAddress } from "./address.js";
import { shown } from "./shown.js";

export const address = makeAddress({
  calendar, views: data.views, sheet: data.sheet, chapters: chapters.length, messages: words.messages,
});

export const ownAddress = location.href.split(/[?#]/)[0];
export const isOnline = ownAddress.startsWith("http");

let appAddress = "";

/**
 * Notes the address of the app around the page, when it has told it.
 * @param {string} known
 */
export function noteApp(known) { appAddress = known; }

/** A link that others can follow; without its beginning where they cannot reach this page. */
export function linkForOthers() {
  const parts = address.join(shown);
  return isFramed ? `${appAddress}?${parts}` : `${isOnline ? ownAddress : ""}#${parts}`;
}
