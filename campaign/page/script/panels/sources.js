// Sources, as they stand below what they support.

import { data, words } from "../base/campaign.js";
import { make } from "../base/dom.js";

/** @param {string} url */
const isSafe = (url) => /^https?:\/\/[^\s]+$/i.test(url);

/**
 * A source with its link, where that leads to the web.
 * @param {string} key
 */
export function reference(key) {
  const { author, title, year, publisher, url } = data.sources[key] ?? { title: key };
  const rest = [year, publisher].filter(Boolean).join(", ");
  const link = isSafe(url)
    ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url,
      make("span", { class: "unseen" }, ` (${words.details.open_link})`))
    : null;
  return make("li", {}, author ? `${author}, ` : "", make("cite", {}, title), rest ? `, ${rest}` : "",
    url ? ". " : ".", link ?? url);
}

/**
 * The list of these sources under its heading.
 * @param {string[]} keys
 */
export const sourceList = (keys) => make("section", { class: "sources" },
  make("h3", {}, words.details.sources), make("ol", {}, ...keys.map(reference)));
