// Reads tables of columns back into rows, as campaign/page/payload.py wrote them: distinct values, then codes.

/** @typedef {[any[], number[]]} Coded */

/**
 * The values of a coded column, row by row.
 * @param {Coded} coded
 */
export const column = ([values, codes]) => codes.map((code) => values[code]);

/**
 * Turns a table of coded columns into rows.
 * @param {Record<string, Coded>} table
 * @param {string[]} names
 * @returns {Record<string, any>[]}
 */
export function rows(table, names) {
  const columns = names.map((name) => column(table[name]));
  return columns[0].map((_, row) =>
    Object.fromEntries(names.map((name, number) => [name, columns[number][row]])));
}
