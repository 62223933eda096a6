// A link to what is shown, ready to be sent: by the system's own sheet where it has one, else from the clipboard.

import { words } from "../base/campaign.js";
import { copied } from "../base/clipboard.js";
import { byId } from "../base/dom.js";
import { fill } from "../base/text.js";
import { tell } from "../panels/message.js";
import { address, isInApp, isOnline, linkForOthers, ownAddress } from "../state/link.js";
import { shown } from "../state/shown.js";

const isFile = ownAddress.startsWith("file:");
const hasAddress = isFile || isOnline; // unlike what a notebook holds in a frame
const linkNow = () => (isFile && !isInApp() ? `${ownAddress}#${address.join(shown)}` : linkForOthers());

// in a frame too low for a map: where the page has no address, there is nothing to lead to
const fullSize = byId("full-size");
const lead = () => { fullSize.href = linkNow(); };
if (!hasAddress) fullSize.textContent = words.page.too_low;
else {
  addEventListener("pageshow", lead);
  for (const kind of ["pointerenter", "focus"]) fullSize.addEventListener(kind, lead);
}

const button = byId("share");
const SIGN = "M4.5 6.5h-1v8h9v-8h-1M8 10V1.5M5 4.2l3-2.8 3 2.8"; // of a system's sheet

/**
 * Whether the system's sheet has taken the link, or was closed by the reader.
 * @param {string} url
 */
async function handedOver(url) {
  const sheet = { title: document.title, url };
  if (!("share" in navigator) || navigator.canShare?.(sheet) === false) return false;
  try {
    await navigator.share(sheet);
    return true;
  } catch (error) {
    // what a frame or a browser forbids can still be copied
    return error instanceof DOMException && error.name === "AbortError";
  }
}

/** Shares the link, or copies it, or says it where the clipboard is refused. */
export async function shareLink() {
  const link = linkNow();
  const end = `#${address.join(shown)}`;
  if (await handedOver(link)) return undefined;
  if (!(await copied(link))) return tell(fill(words.share.by_hand, { link }));
  if (isInApp() || isOnline) return tell(words.share.copied, { isBrief: true });
  return tell(isFile ? fill(words.share.copied_file, { end }) : words.share.copied_end, { isBrief: true });
}
button.addEventListener("click", shareLink);

if ("share" in navigator) {
  button.setAttribute("aria-label", words.share.send);
  button.title = `${words.share.send} (S)`;
  button.querySelector("path").setAttribute("d", SIGN);
}
