// The days of the campaign, and how a date is put into words.

const data = JSON.parse(document.getElementById("campaign-data").textContent);
const words = data.words;
const LAST = data.count - 1;
const FIRST_TIME = Date.parse(`${data.first}T00:00:00Z`);
const MS_PER_DAY = 86400000;

/** Puts values into the {braces} of a text. */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const isoOf = (day) => new Date(FIRST_TIME + day * MS_PER_DAY).toISOString().slice(0, 10);

/** Days since the first; null when the text is no date. */
function indexOf(iso) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return isReal ? Math.round((time - FIRST_TIME) / MS_PER_DAY) : null;
}

const isCampaignDay = (day) => Number.isInteger(day) && day >= 0 && day <= LAST;

function inWords(iso, pattern) {
  const date = new Date(`${iso}T00:00:00Z`);
  return fill(pattern, {
    weekday: words.date.weekdays[date.getUTCDay()],
    day: date.getUTCDate(),
    month: words.date.months[date.getUTCMonth()],
    year: date.getUTCFullYear(),
  });
}

const fullDate = (day) => inWords(isoOf(day), words.date.full);
const shortDate = (iso) => inWords(iso, words.date.short);
const dayNumber = (day) => fill(words.date.number, { n: day + 1, count: data.count });

/** Three figures: what is estimated must not look counted. */
const rounded = (number) => Number(number.toPrecision(3));

function inThousands(number) {
  const [whole, part] = String(number).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, words.date.thousands);
  return part ? `${grouped}.${part}` : grouped;
}
