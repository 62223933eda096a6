// Suggest a correction: what the map says of a thing on a day, as a text ready to be sent.

import { data, isoOf, sentenceOf, titleOf, words } from "../base/campaign.js";
import { copied } from "../base/clipboard.js";
import { keysIn } from "../base/diary.js";
import { make } from "../base/dom.js";
import { statusOf } from "../base/things.js";
import { linkForOthers } from "../state/link.js";
import { shown } from "../state/shown.js";

/** @param {any} thing */
function correctionText(thing) {
  const { soviet_earliest: earliest, soviet_latest: latest } = thing;
  const sources = keysIn(thing.sources).map((key) => `${key} (${data.sources[key]?.title ?? key})`);
  const lines = [
    [words.correction.about, `${titleOf(thing)} (${thing.id})`],
    [words.correction.day, isoOf(shown.day)],
    [words.correction.status, words.status[statusOf(thing.states[shown.day])]],
    [words.correction.says, sentenceOf(thing)],
    [words.correction.range, earliest && latest ? `${earliest} – ${latest}` : ""],
    [words.correction.basis, [words.basis[thing.basis], words.confidence[thing.confidence]]
      .filter(Boolean).join(", ")],
    [words.details.sources, sources.join("; ")],
    [words.correction.link, linkForOthers()],
  ];
  return [words.correction.intro, ...lines.filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`), "", words.correction.yours, ""].join("\n");
}

/**
 * The button in a card; where the clipboard is refused, the text is there to be copied by hand.
 * @param {any} thing
 */
export function correctionButton(thing) {
  const button = make("button", { type: "button" }, words.correction.button);
  const said = make("p", { role: "status" });
  const box = make("div", { class: "correction" }, button, said);
  button.addEventListener("click", async () => {
    const text = correctionText(thing);
    box.querySelector("textarea")?.remove();
    const isCopied = await copied(text);
    said.textContent = isCopied ? words.correction.copied : words.correction.by_hand;
    if (isCopied) return;
    const area = make("textarea", { readonly: "readonly", rows: "8", "aria-label": words.correction.by_hand });
    area.value = text;
    box.append(area);
    area.focus();
    area.select();
  });
  return box;
}
