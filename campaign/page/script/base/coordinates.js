// Reads shapes back as campaign/page/coordinates.py wrote them.

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const CODES = new Uint8Array(128);
for (let code = 0; code < 64; code++) CODES[ALPHABET.charCodeAt(code)] = code;

/** @typedef {[number, number]} Point latitude and longitude */
/** @typedef {Point[]} Ring */
/** @typedef {Ring[]} Part an outer ring, then its holes */
/** @typedef {Part[]} Shape */

/**
 * Reads `count` shapes.
 * @param {string} text
 * @param {number} decimals
 * @param {number} count
 * @returns {Shape[]}
 */
export function shapes(text, decimals, count) {
  const unit = 10 ** decimals;
  let at = 0, longitude = 0, latitude = 0;
  const next = () => {
    let value = 0, scale = 1, code;
    do {
      code = CODES[text.charCodeAt(at++)];
      value += (code & 31) * scale;
      scale *= 32;
    } while (code > 31);
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  /**
   * @template T
   * @param {() => T} read
   */
  const several = (read) => Array.from({ length: next() }, read);
  /** @returns {Point} */
  const point = () => {
    longitude += next();
    latitude += next();
    return [latitude / unit, longitude / unit];
  };
  return Array.from({ length: count }, () => several(() => several(() => several(point))));
}

/**
 * Lines have one ring to a part: drops that level.
 * @param {Shape} shape
 */
export const asLines = (shape) => shape.map((part) => part[0]);
