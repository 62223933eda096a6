// Which entries a few typed letters mean: in any script, in any order of words, as people spell them.

/** @typedef {[string, string][]} Rules what is replaced in turn, by patterns that Python reads alike */
/** @typedef {{ plain: Rules, read: Rules, loose: Rules, han: [string, string], kana: Record<string, string>, cyrillic: Record<string, string>, hangul: string[][] }} Letters */
/** @typedef {{ joined: string, words: string[] }} Spelling one way to write a name: its letters, and its words */
/** @typedef {{ plain: Spelling[], loose: Spelling[] }} Spelt names as they are written and as they may sound */

/**
 * @typedef {object} Named
 * @property {string} name_en
 * @property {string} [name_modern]
 * @property {string} [name_ja]
 * @property {string} [name_ru]
 * @property {string} [name_zh]
 * @property {string[]} [others]
 */

const MARKS = /\p{M}/gu;
const APART = /[^\p{L}\p{N}]+/u;
const WITHIN = /[()（）/／,]/;
const KATAKANA = /[\u30a1-\u30f6]/g;
const HAN = /[\u3400-\u9fff]/g;
const HANGUL = /[\uac00-\ud7a3]/g;
/** What means something in the middle of a name even where it is short. */
const TELLING = /^(?:[0-9]+$|[一-鿿]|[^0-9ᄀ-ᇿ]{3})/;
const DIGITS = /^\d+$/;
const LOOSE_ELSEWHERE = 7;

/** @param {Named} thing */
export const namesOf = ({ name_en, name_modern, name_ja, name_ru, name_zh, others = [] }) =>
  [name_en, name_modern, name_ja, name_ru, name_zh, ...others]
    .flatMap((name) => (name ? [name] : []));

/** @param {string} text */
function spelling(text) {
  const words = text.split(APART).filter(Boolean);
  return { joined: words.join(""), words };
}

/**
 * @param {string} word
 * @param {string} typed
 */
const begins = (word, typed) => (DIGITS.test(typed) ? word === typed : word.startsWith(typed));

/**
 * 0 for a whole name, 2 for the start of one, 4 for words that begin so, 6 for what stands elsewhere.
 * @param {Spelling[]} spelt
 * @param {Spelling} wanted
 */
function grade(spelt, { joined, words }) {
  const turned = String([...words].sort());
  if (spelt.some((one) => one.joined === joined || String([...one.words].sort()) === turned)) return 0;
  // the 3rd is not the 39th
  if (!/\d$/.test(joined) && spelt.some((one) => one.joined.startsWith(joined))) return 2;
  if (words.every((typed) => spelt.some((one) => one.words.some((word) => begins(word, typed))))) return 4;
  return TELLING.test(joined) && spelt.some((one) => one.joined.includes(joined)) ? 6 : null;
}

/**
 * The search, given how letters are folded and read.
 * @param {Letters} letters
 */
export function makeMatching(letters) {
  /** @param {Rules} rules */
  const replacing = (rules) => {
    const made = rules.map(([pattern, instead]) => ({ pattern: new RegExp(pattern, "gu"), instead }));
    return (/** @type {string} */ text) =>
      made.reduce((so, { pattern, instead }) => so.replace(pattern, instead), text);
  };
  const [folded, read, loose] = [letters.plain, letters.read, letters.loose].map(replacing);
  const [initials, vowels, finals] = letters.hangul;
  const [written, simple] = letters.han;

  /**
   * Letters of one width and case, kana as hiragana, characters as simplified ones.
   * @param {string} text
   */
  const even = (text) => text.normalize("NFKC").toLowerCase()
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(HAN, (character) => simple[written.indexOf(character)] ?? character);

  /** @param {string} text even */
  const plain = (text) => folded(text.normalize("NFKD").replace(MARKS, "")).trim();

  /** @param {string} syllable */
  function romanised(syllable) {
    const code = syllable.charCodeAt(0) - 0xac00;
    return initials[Math.floor(code / 588)] + vowels[Math.floor((code % 588) / 28)] + finals[code % 28];
  }

  /**
   * Kana, Cyrillic and hangul in Latin letters, and ordinal words in digits.
   * @param {string} text even
   */
  const latin = (text) => read([...text.replace(HANGUL, romanised)]
    .map((letter) => letters.kana[letter] ?? letters.cyrillic[letter] ?? letter).join(""));

  /**
   * Names as wholes, and what stands beside and within their brackets.
   * @param {string[]} names
   * @returns {Spelt}
   */
  function spelt(names) {
    const texts = names.flatMap((name) => [...new Set([name, ...name.split(WITHIN)])])
      .map((name) => plain(even(name))).filter(Boolean);
    return { plain: texts.map(spelling), loose: texts.map(loose).map(spelling) };
  }

  /**
   * What was typed, as it is written and as it may sound.
   * @param {string} text
   */
  function sought(text) {
    const typed = even(text);
    const readings = [...new Set([plain(typed), plain(latin(typed))].map(loose))].map(spelling);
    return { plain: spelling(plain(typed)), loose: readings.filter(({ joined }) => joined) };
  }

  /**
   * How well names fit what was typed: a grade, and one more where only the sound is the same.
   * @param {Spelt} names
   * @param {ReturnType<typeof sought>} wanted
   */
  function fit(names, wanted) {
    if (!wanted.plain.joined) return null;
    const grades = wanted.loose.map((reading) => grade(names.loose, reading))
      .flatMap((found) => (found === null || found + 1 === LOOSE_ELSEWHERE ? [] : [found + 1]));
    const written = grade(names.plain, wanted.plain);
    if (written !== null) grades.push(written);
    return grades.length ? Math.min(...grades) : null;
  }

  /**
   * The entries that fit a text, the best first; the rank decides ties. What only sounds so is
   * not meant where something is written so.
   * @template {{ names: Spelt, rank: number }} Entry
   * @param {Entry[]} entries
   * @param {string} text
   * @param {number} most
   */
  function matching(entries, text, most) {
    const wanted = sought(text);
    const graded = entries.flatMap((entry) => {
      const found = fit(entry.names, wanted);
      return found === null ? [] : [{ found, score: 10 * found + entry.rank, entry }];
    });
    const written = Math.min(...graded.flatMap(({ found }) => (found % 2 ? [] : [found])));
    return graded
      .filter(({ found }) => found % 2 === 0 || found < written)
      .sort((one, other) => one.score - other.score)
      .slice(0, most)
      .map(({ entry }) => entry);
  }

  return { spelt, sought, fit, matching };
}
