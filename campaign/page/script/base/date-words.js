// The words of a date in English, Russian, Japanese, Chinese and Korean, made signs that are read alike.

/** Months by their first letters, of which three must be given. */
const MONTHS = [
  ["january", "января", "январь"], ["february", "февраля", "февраль"], ["march", "марта"], ["april", "апреля", "апрель"],
  ["may", "мая", "май"], ["june", "июня", "июнь"], ["july", "июля", "июль"], ["august", "августа"],
  ["september", "сентября", "сентябрь"], ["october", "октября", "октябрь"], ["november", "ноября", "ноябрь"],
  ["december", "декабря", "декабрь"],
];
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** How the name of each begins, from Sunday on. */
const WEEKDAYS = ["sun|вс|воскр", "mon|пн|понед", "tue|вт|вторн", "wed|ср|сред", "thu|чт|четв", "fri|пт|пятн", "sat|сб|субб"]
  .map((name, day) => {
    const [japanese, chinese, korean] = ["日月火水木金土"[day], day ? "一二三四五六"[day - 1] : "[日天]", "일월화수목금토"[day]];
    return new RegExp(
      `(?<!\\p{L})(?:${name})\\p{L}*(?!\\p{L})|${japanese}曜日?|(?:星期|礼拜|禮拜|周|週)${chinese}|${korean}요일`
      + `|\\((?:${japanese}|${chinese}|${korean})\\)`, "u");
  });
/** Year before the first of an era. */
/** @type {Record<string, number>} */
const ERAS = { 昭和: 1925, 쇼와: 1925, 民国: 1911, 民國: 1911, 康徳: 1933, 康德: 1933 };
/** @type {Record<string, string>} */
const UNITS = { 年: "Y", 년: "Y", 月: "M", 월: "M", 日: "D", 号: "D", 號: "D", 일: "D" };

/** @param {string} text */
function numberOf(text) {
  const digits = [...text.replace("廿", "二十").replace("卅", "三十")].map((sign) =>
    ("十" === sign ? sign : String("〇一二三四五六七八九".indexOf(sign.replace("零", "〇"))))).join("");
  const [tens, ones] = digits.split("十");
  return ones === undefined ? digits : String(Number(tens || 1) * 10 + Number(ones || 0));
}

/**
 * Number of a month, from its name, at least three letters of it, or its Roman numeral; 0 for anything else.
 * @param {string} word
 * @param {string[]} months names in the language of the page
 */
export function monthOf(word, months) {
  const known = (/** @type {string} */ name) => word.length >= 3 && name.toLowerCase().startsWith(word);
  const named = MONTHS.findIndex((names, index) => [...names, months[index] ?? ""].some(known));
  return (named < 0 ? ROMAN.indexOf(word) : named) + 1;
}

/**
 * A date with one kind of digit and dash, in small letters; Y, M and D stand for the signs of year,
 * month and day, and the weekday stands apart.
 * @param {string} text
 */
export function plainDate(text) {
  let plain = text.normalize("NFKC").trim().toLowerCase().replace(/[‐-―−]/g, "-");
  /** @type {number | null} */
  let weekday = null;
  for (const [day, pattern] of WEEKDAYS.entries()) {
    const without = plain.replace(pattern, " ");
    if (without !== plain) weekday = day;
    plain = without;
  }
  plain = plain.replace(/[〇零一二三四五六七八九十廿卅]+/g, numberOf)
    .replace(new RegExp(`(${Object.keys(ERAS).join("|")})\\s*(\\d+)`), (_, era, year) => String(ERAS[era] + Number(year)))
    .replace(new RegExp(`(\\d)\\s*([${Object.keys(UNITS).join("")}])`, "g"), (_, digit, unit) => `${digit}${UNITS[unit]} `)
    .replace(/(\d)(?:st|nd|rd|th|-?(?:го|ого|ое|е|й))(?!\p{L})/gu, "$1D ")
    .replace(/(?<!\p{L})(?:the|of|on|г|год|года|во?)(?!\p{L})/gu, " ");
  return { plain, weekday };
}
