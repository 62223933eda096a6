// Which key was pressed, whatever the layout or input method makes of it.
//
// A Latin layout says with `key` what stands on the key. Where the letters are not Latin, or an
// input method has taken the key, its place on the keyboard (`code`) says which Latin key it is.

/**
 * @typedef {object} Pressed what of a KeyboardEvent is read; browsers fill some in without any of it
 * @property {string} [key]
 * @property {string} [code]
 * @property {boolean} [shiftKey]
 * @property {boolean} [isComposing]
 * @property {number} [keyCode]
 */

const UNTOLD = new Set(["Process", "Unidentified"]);
const NAMED = /^[\x21-\x7e]{2,}$/;
// vowels of Thai are marks; the others stand for "." and "/" in kana
const FOREIGN = /^(?!\p{Script=Latin})[\p{L}\p{M}。・]/u;
/** @type {Record<string, string>} */
const SIGNS = {
  Period: ".", Slash: "/", Minus: "-", Equal: "=", Space: " ",
  NumpadAdd: "+", NumpadSubtract: "-", NumpadDivide: "/", NumpadEnter: "Enter",
};
const ENDS_COMPOSITION = 229; // Safari tells nothing else of the Enter that ends one

/**
 * Whether a key belongs to an input method that puts a word together.
 * @param {Pressed} event
 */
export const isComposed = ({ isComposing, keyCode, key = "" }) =>
  isComposing === true || (keyCode === ENDS_COMPOSITION && !UNTOLD.has(key));

/**
 * What a Latin keyboard has at a place.
 * @param {string} code
 * @param {boolean} shiftKey
 */
function latinAt(code, shiftKey) {
  if (code === "Slash" && shiftKey) return "?";
  return /^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? SIGNS[code] ?? code;
}

/**
 * The name of a key: a small Latin letter, a sign, or a name such as PageDown; null where there is none.
 * @param {Pressed} event
 */
export function keyName({ key = "", code = "", shiftKey = false }) {
  if (!key || UNTOLD.has(key)) return (key && latinAt(code, shiftKey)) || null;
  if (NAMED.test(key)) return key;
  const plain = key.normalize("NFKC").toLowerCase();
  if (FOREIGN.test(plain)) return latinAt(code, shiftKey) || null;
  // beside the right Shift key many layouts have their full stop where a Latin one has "/"
  return plain === "." && code === "Slash" ? null : plain;
}

/**
 * Whether a key writes a letter or a sign, which those who speak to their computer press unawares.
 * @param {string} name
 */
export const isCharacter = (name) => name.length === 1 && name !== " ";
