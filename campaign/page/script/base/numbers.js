// How a number is written for a reader.

/**
 * Three figures: what is estimated must not look counted.
 * @param {number} number
 */
export const rounded = (number) => Number(number.toPrecision(3));

/**
 * @param {number} number
 * @param {string} separator what stands between thousands
 */
export function grouped(number, separator) {
  const [whole, part] = String(number).split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return part ? `${thousands}.${part}` : thousands;
}
