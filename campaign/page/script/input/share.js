// A link to what is shown, ready to be sent.

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

/** Copies the link, or says it where the clipboard is refused. */
export async function shareLink() {
  const link = linkNow();
  const end = `#${address.join(shown)}`;
  if (!(await copied(link))) return tell(fill(words.share.by_hand, { link }));
  if (isInApp() || isOnline) return tell(words.share.copied, { isBrief: true });
  return tell(isFile ? fill(words.share.copied_file, { end }) : words.share.copied_end, { isBrief: true });
}
byId("share").addEventListener("click", shareLink);
