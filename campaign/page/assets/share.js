// A link to what is shown, ready to be sent.

const shareButton = byId("share");
const ownAddress = location.href.split(/[?#]/)[0];
const isOnline = ownAddress.startsWith("http");

/** Address of the app around the page, when it has told it. */
let appAddress = "";

/** A link that others can follow; without its beginning where they cannot reach this page. */
function linkForOthers() {
  const parts = addressParts();
  return isFramed ? `${appAddress}?${parts}` : `${isOnline ? ownAddress : ""}#${parts}`;
}

/** Whether the clipboard took the text. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

async function shareLink() {
  const isLocal = !isFramed && !isOnline;
  const link = isLocal ? `${ownAddress}#${addressParts()}` : linkForOthers();
  if (!(await copied(link))) return tell(fill(words.share.by_hand, { link }));
  const said = isLocal ? fill(words.share.copied_file, { end: `#${addressParts()}` }) : words.share.copied;
  return tell(said, { isBrief: true });
}
shareButton.addEventListener("click", shareLink);
