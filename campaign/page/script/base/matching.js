// Which entries a few typed letters mean: names in any script, without case and accents.

/**
 * @typedef {object} Named
 * @property {string} name_en
 * @property {string} [name_modern]
 * @property {string} [name_ja]
 * @property {string} [name_ru]
 * @property {string} [name_zh]
 * @property {string[]} [others]
 */

/**
 * Without case and accents, so that "hokkaido" finds "Hokkaidō".
 * @param {string} text
 */
export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** @param {Named} thing */
export const namesOf = ({ name_en, name_modern, name_ja, name_ru, name_zh, others = [] }) =>
  [name_en, name_modern, name_ja, name_ru, name_zh, ...others]
    .flatMap((name) => (name ? [name] : []));

/**
 * How well an entry fits: a whole name, then the start of one, then a part; the rank decides ties.
 * @param {{ names: string[], rank: number }} entry its names made plain
 * @param {string} wanted
 */
function fit({ names, rank }, wanted) {
  if (names.includes(wanted)) return rank;
  if (names.some((name) => name.startsWith(wanted))) return 10 + rank;
  return names.some((name) => name.includes(wanted)) ? 20 + rank : null;
}

/**
 * The entries that fit a text, the best first.
 * @template {{ names: string[], rank: number }} Entry
 * @param {Entry[]} entries
 * @param {string} text
 * @param {number} most
 */
export function matching(entries, text, most) {
  const wanted = plain(text);
  return entries
    .flatMap((entry) => {
      const score = fit(entry, wanted);
      return score === null ? [] : [{ score, entry }];
    })
    .sort((one, other) => one.score - other.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}
