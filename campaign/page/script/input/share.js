// A link to what is shown, ready to be sent.

import { words } from "../base/campaign.js";
import { copied } from "../base/clipboard.js";
import { byId } from "../base/dom.js";
import { fill } from "../base/text.js";
import { tell } from "../panels/message.js";
import { address, isInApp, isOnline, linkForOthers, ownAddress } from "../state/link.js";
import { shown } from "../state/shown.js";

/** Copies the link, or says it where the clipboard is refused. */
export async function shareLink() {
  const isFile = !isInApp() && ownAddress.startsWith("file:");
  const hasNoAddress = !isInApp() && !isFile && !isOnline; // as what a notebook holds in a frame
  const end = `#${address.join(shown)}`;
  const link = isFile ? `${ownAddress}${end}` : linkForOthers();
  if (!(await copied(link))) return tell(fill(words.share.by_hand, { link }));
  if (hasNoAddress) return tell(words.share.copied_end, { isBrief: true });
  return tell(isFile ? fill(words.share.copied_file, { end }) : words.share.copied, { isBrief: true });
}
byId("share").addEventListener("click", shareLink);
