// The day can be typed.

import { calendar, words } from "../base/campaign.js";
import { byId } from "../base/dom.js";
import { fill } from "../base/text.js";
import { typedDay } from "../base/typed-date.js";
import { slider } from "../panels/date.js";
import { hush, tell } from "../panels/message.js";
import { clock } from "../state/clock.js";
import { player } from "../state/player.js";

const field = byId("date-field");

// no form: a frame of a learning platform would not let it be sent
field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
  if (event.key !== "Enter" || event.isComposing) return undefined;
  event.preventDefault();
  const day = typedDay(field.value, calendar, words.date.months);
  field.setAttribute("aria-invalid", String(day === null));
  if (day === null) return tell(fill(words.messages.bad_typed, { day: field.value }));
  hush();
  player.stop();
  clock.goTo(day);
  field.value = "";
  return slider.focus(); // so that the next key or click of a clicker is a step
});
field.addEventListener("input", () => field.removeAttribute("aria-invalid"));
