// The day can be typed.

import { calendar, shortDate, words } from "../base/campaign.js";
import { byId } from "../base/dom.js";
import { isComposed } from "../base/keys.js";
import { fill } from "../base/text.js";
import { typedDate } from "../base/typed-date.js";
import { slider } from "../panels/date.js";
import { hush, tell } from "../panels/message.js";
import { clock } from "../state/clock.js";
import { player } from "../state/player.js";

const field = byId("date-field");

/**
 * Why a text is not taken, and how to write it.
 * @param {string} text
 * @param {Extract<ReturnType<typeof typedDate>, { fault: string }>} refused
 */
function refusal(text, refused) {
  if (refused.fault !== "unclear") return fill(words.messages[`typed_${refused.fault}`], { day: text });
  const [one, other] = refused.dates;
  const inside = calendar.dayOf(one) === null ? other : one;
  return fill(words.messages.typed_unclear,
    { day: text, one: shortDate(one), other: shortDate(other), word: shortDate(inside), iso: inside });
}

// no form: a frame of a learning platform would not let it be sent
field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
  if (event.key !== "Enter" || isComposed(event)) return undefined;
  event.preventDefault();
  const typed = typedDate(field.value, calendar, words.date.months);
  field.setAttribute("aria-invalid", String("fault" in typed));
  if ("fault" in typed) return tell(refusal(field.value, typed));
  hush();
  player.stop();
  clock.goTo(typed.day);
  field.value = "";
  return slider.focus(); // so that the next key or click of a clicker is a step
});
field.addEventListener("input", () => field.removeAttribute("aria-invalid"));
