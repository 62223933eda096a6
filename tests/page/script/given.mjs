// Words and days as the page is given them, for the modules that take them as arguments.

import { makeCalendar } from "../../../campaign/page/script/base/calendar.js";

export const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export const calendar = makeCalendar("1945-08-09", 28, {
  weekdays: WEEKDAYS, months: MONTHS, full: "{weekday} {day} {month} {year}", short: "{day} {month}",
  number: "day {n} of {count}",
});

export const STATUSES = [
  "japanese", "contested", "pocket", "airhead", "soviet", "capitulated", "planned", "suspended", "cancelled",
];

export const words = {
  sentence: {
    alone: "{day}", between: "{day}, between {earliest} and {latest}",
    documented: "{status} from {range} ({basis})", agreed: "{status} from {range} ({basis}; agreed)",
    estimated: "{status} from about {range}", nearest: "{status} from about {range}; {place}, {place_day}",
    capitulated: "ended about {range}", inferred: "inferred, drawn on {range}", planned: "planned, never made",
    unchanged: "no change", garrison: "{status} as garrisons spread from {range}",
  },
  status: Object.fromEntries(STATUSES.map((status) => [status, status.toUpperCase()])),
  basis: { documented: "documented", estimated: "estimated" },
  layers: { manchuria: "Manchuria" },
  details: { near: "{layer}, near {place}", spread: "{layer}, garrisons" },
};

export const messages = {
  bad_day: "day {day}", bad_view: "view {view}: {views}", bad_at: "at {at}", bad_compare: "compare {day}",
  bad_story: "story {story} of {count}", bad_card: "card {card}", bad_part: "{part} {text}", cut_off: "cut off at {end}",
};

/** The same numbers at each run, from 0 to below 1. */
export function dice(seed = 1) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
