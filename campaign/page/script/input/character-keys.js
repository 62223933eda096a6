// Keys of one letter or sign can be switched off, for as long as the visit lasts.

import { byId } from "../base/dom.js";
import { kept, keep } from "../base/visit.js";

const NAME = "character-keys";
const box = byId("character-keys");

box.checked = kept(NAME) !== "off";
box.addEventListener("change", () => keep(NAME, box.checked ? "on" : "off"));

export const hasCharacterKeys = () => box.checked;
