// Reads shapes and columns back as campaign/page/coordinates.py and payload.py wrote them.

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const CODES = new Uint8Array(128);
for (let code = 0; code < 64; code++) CODES[ALPHABET.charCodeAt(code)] = code;

/** Reads `count` shapes; each is a list of parts, each a list of rings of [latitude, longitude]. */
function shapes(text, decimals, count) {
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
  const several = (read) => Array.from({ length: next() }, read);
  const point = () => {
    longitude += next();
    latitude += next();
    return [latitude / unit, longitude / unit];
  };
  return Array.from({ length: count }, () => several(() => several(() => several(point))));
}

/** Lines have one ring to a part: drops that level. */
const asLines = (shape) => shape.map((part) => part[0]);

/** The values of a coded column, row by row. */
const column = ([values, codes]) => codes.map((code) => values[code]);

/** Turns a table of columns into rows. */
function rows(table, names) {
  const columns = names.map((name) => column(table[name]));
  return columns[0].map((_, row) =>
    Object.fromEntries(names.map((name, number) => [name, columns[number][row]])));
}
