// What mail, chats and word processors do to a link on its way, undone as far as that needs no guessing.

const BETWEEN = /[&;?#]|:~:/;
const MOST_ENCODINGS = 5;

/**
 * @typedef {object} Pair a part that a link names, and what it says of it
 * @property {string} name
 * @property {string} text mended, without what stands around it
 * @property {string} said as it came, to be quoted
 */

/**
 * Takes off percent-encodings, however many lie over each other, in signs of any width; a broken one stays.
 * @param {string} text
 */
function decoded(text) {
  let now = text;
  for (let n = 0, before = ""; n < MOST_ENCODINGS && now !== before; n++) {
    before = now;
    now = new URLSearchParams(`=${before.normalize("NFKC").replaceAll("&", "%26")}`).get("") ?? "";
  }
  return now;
}

/**
 * One spelling of what looks alike: widths, digits, spaces and dashes; what is unseen goes.
 * @param {string} text
 */
const plainly = (text) => text.normalize("NFKC")
  .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
  .replace(/[\p{Cf}\p{Cc}]/gu, "")
  .replace(/[\p{Pd}\u2212]/gu, "-");

/**
 * Without the quotes, brackets and full stops of a sentence around it. A sign before a number stays:
 * without it, it would be another one.
 * @param {string} text
 */
const bare = (text) => text
  .replace(/%[0-9a-f]?$/i, "") // of a link cut off
  .replace(/^[^\p{L}\p{N}.+-]+|[^\p{L}\p{N}]+$/gu, "")
  .replace(/\s*([-,./])\s*/g, "$1");

/**
 * Without the signs of a mail's quoted-printable, of which "=" is the first.
 * @param {string} text
 */
const unquoted = (text) => text.replace(/^3D/i, "").replace(/=(3D|20|0D|0A)?/gi, "");

/** @param {string} text */
const nameIn = (text) => bare(text.split("=", 1)[0]).toLowerCase();

/**
 * What of a text stands between the signs that part a link, one level of encoding or several deep.
 * A part of somebody else's may hold a whole link, which is none of ours.
 * @param {string} piece
 * @param {(name: string) => boolean} isOurs
 */
function pairsIn(piece, isOurs) {
  const named = plainly(decoded(piece)).split(BETWEEN).filter((pair) => pair.includes("="));
  return named.length && isOurs(nameIn(named[0])) ? named.filter((pair) => isOurs(nameIn(pair))) : [];
}

/**
 * The parts that a link names, in its order.
 * @param {string} link query, fragment or both
 * @param {(name: string) => boolean} isOurs
 * @returns {Pair[]}
 */
export const pairsOf = (link, isOurs) => plainly(link).split(BETWEEN)
  .flatMap((piece) => pairsIn(piece, isOurs))
  .map((pair) => {
    const said = pair.slice(pair.indexOf("=") + 1);
    return { name: nameIn(pair), text: bare(unquoted(said)), said };
  });

/**
 * The last word of a link where it says nothing, as one does that was cut off within a name.
 * @param {string} link
 */
export function endOf(link) {
  const [word] = plainly(decoded(link)).split(BETWEEN).slice(-1);
  return word.includes("=") ? "" : bare(word);
}
