// The whole screen: full, or black for a moment.

import { words } from "../base/campaign.js";
import { byId } from "../base/dom.js";
import { tell } from "../panels/message.js";

// what is forbidden is not offered
byId("fullscreen").hidden = !document.fullscreenEnabled;
if (!document.fullscreenEnabled) document.querySelector('#help [data-key="F"]')?.remove();

export async function toggleFullscreen() {
  if (!document.fullscreenEnabled) {
    tell(words.messages.no_fullscreen);
    return;
  }
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    tell(words.messages.no_fullscreen);
  }
}
byId("fullscreen").addEventListener("click", toggleFullscreen);

const black = byId("black");
export const isBlack = () => !black.hidden;
export function toggleBlack(on = black.hidden) { black.hidden = !on; }
black.addEventListener("click", () => toggleBlack(false));
