// A link to what is shown, ready to be sent.

import { words } from "../base/campaign.js";
import { copied } from "../base/clipboard.js";
import { byId, isFramed } from "../base/dom.js";
import { fill } from "../base/text.js";
import { tell } from "../panels/message.js";
import { address, isOnline, linkForOthers, ownAddress } from "../state/link.js";
import { shown } from "../state/shown.js";

/** Copies the link, or says it where the clipboard is refused. */
export async function shareLink() {
  const isLocal = !isFramed && !isOnline;
  const end = `#${address.join(shown)}`;
  const link = isLocal ? `${ownAddress}${end}` : linkForOthers();
  if (!(await copied(link))) return tell(fill(words.share.by_hand, { link }));
  return tell(isLocal ? fill(words.share.copied_file, { end }) : words.share.copied, { isBrief: true });
}
byId("share").addEventListener("click", shareLink);
