// The day can be typed, and the speed of play chosen.

const dateForm = byId("go-to");
const dateField = byId("date-field");
const FIRST_MONTH_DAY = Number(data.first.slice(8));

/** Number of the month, from its name or at least three letters of it; none for anything else. */
function monthOf(name) {
  const index = name.length < 3 ? -1
    : words.date.months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return index < 0 ? null : index + 1;
}

/** The day a text names: 1945-08-18, 18 Aug, Aug 18, 18 August 1945, or 18; null when none. */
function typedDay(text) {
  const trimmed = text.trim();
  if (/^\d{4}-/.test(trimmed)) return indexOf(trimmed);
  const found = /^(\d{1,2})\.?\s*(\p{L}+)?(?:,?\s+(\d{4}))?$/u.exec(trimmed)
    ?? /^(\p{L}+)\s+(\d{1,2})(?:,?\s+(\d{4}))?$/u.exec(trimmed);
  if (!found) return null;
  const [, one, other = "", year = data.first.slice(0, 4)] = found;
  const [date, name] = /\d/.test(one) ? [one, other] : [other, one];
  // a bare number is the only day of the campaign with that date
  const month = name ? monthOf(name) : Number(date) >= FIRST_MONTH_DAY ? 8 : 9;
  return month && indexOf([year, String(month).padStart(2, "0"), date.padStart(2, "0")].join("-"));
}

dateForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const day = typedDay(dateField.value);
  const isGood = day !== null && isCampaignDay(day);
  dateField.setAttribute("aria-invalid", String(!isGood));
  if (!isGood) return tell(fill(words.messages.bad_typed, { day: dateField.value }));
  hush();
  player.stop();
  clock.goTo(day);
  dateField.value = "";
  slider.focus(); // so that the next key or click of a clicker is a step
});
dateField.addEventListener("input", () => dateField.removeAttribute("aria-invalid"));

byId("speed").addEventListener("change", ({ target }) => player.setSpeed(Number(target.value)));
