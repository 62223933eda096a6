// The address: one table of its parts, read from links and written for them. It alone spells their names.

import { endOf, pairsOf } from "../base/mending.js";
import { fill } from "../base/text.js";

/**
 * @typedef {import("./shown.js").Parts} Parts
 *
 * @typedef {Partial<Parts> & { opens?: string }} Wanted with the id of the thing whose card is to be opened
 *
 * @typedef {object} AddressPart
 * @property {(text: string) => Wanted | null} read what the text asks for; null where it cannot be followed
 * @property {(text: string) => string} complaint
 * @property {Wanted} [instead] what is shown where it cannot be followed
 * @property {(shown: Readonly<Parts>) => string | null} write null where it has nothing to say
 *
 * @typedef {object} Known what a link can name
 * @property {import("../base/calendar.js").Calendar} calendar
 * @property {Record<string, unknown>} views
 * @property {[number, number, number, number]} sheet south, west, north and east
 * @property {number} chapters
 * @property {{ has: (id: string) => boolean, idOf: (thing: any) => string }} cards
 * @property {Record<string, string>} messages
 */

const DATE = /^(\d{4})(?:(\d\d)(\d\d)|[^\p{L}\p{N}]+(\d\d?)[^\p{L}\p{N}]+(\d\d?))$/u;
const MOST_QUOTED = 40;

/**
 * A date in the order of ISO, with whatever between its numbers.
 * @param {string} text
 */
function isoIn(text) {
  const [year, ...rest] = (DATE.exec(text) ?? []).slice(1).filter(Boolean);
  return [year, ...rest.map((number) => number.padStart(2, "0"))].join("-");
}

/**
 * The letters of a name, which are enough to know it by.
 * @param {string} text
 */
const lettersOf = (text) => text.toLowerCase().replace(/[^a-z]/g, "");

/** @param {Known} known */
export function makeAddress({ calendar, views, sheet, chapters, cards, messages }) {
  const [south, west, north, east] = sheet;

  /** @param {string} name @param {string} text */
  const unknown = (name, text) => fill(messages.bad_part, { part: name, text });

  /** @type {Record<string, AddressPart>} */
  const parts = {
    day: {
      read(text) {
        const day = calendar.dayOf(isoIn(text));
        return day === null ? null : { day };
      },
      complaint: (text) => fill(messages.bad_day, { day: text }),
      instead: { day: 0 },
      write: ({ day }) => calendar.isoOf(day),
    },
    view: {
      read(text) {
        const view = Object.keys(views).find((name) => lettersOf(name) === lettersOf(text));
        return view ? { view } : null;
      },
      complaint: (text) => fill(messages.bad_view, { view: text, views: Object.keys(views).join(", ") }),
      instead: { view: "theatre" },
      write: ({ view }) => view,
    },
    at: {
      read(text) {
        const numbers = text.split(/[\s,،、/]+/);
        const [latitude, longitude, zoom] = numbers.map(Number);
        const isGood = numbers.length === 3 && numbers.every((number) => /^\d+(\.\d+)?$/.test(number))
          && latitude >= south && latitude <= north && longitude >= west && longitude <= east;
        return isGood ? { at: [latitude, longitude, zoom] } : null;
      },
      complaint: (text) => fill(messages.bad_at, { at: text }),
      write({ view, at }) {
        if (view || !at) return null;
        const [latitude, longitude, zoom] = at;
        return [latitude.toFixed(3), longitude.toFixed(3), zoom.toFixed(2)].join();
      },
    },
    sure: {
      read: (text) => (/^[01]$/.test(text) ? { sure: text === "1" } : null),
      complaint: (text) => unknown("sure", text),
      instead: { sure: false },
      write: ({ sure }) => (sure ? "1" : null),
    },
    compare: {
      read(text) {
        const compare = calendar.dayOf(isoIn(text));
        return compare === null ? null : { compare };
      },
      complaint: (text) => fill(messages.bad_compare, { day: text }),
      instead: { compare: null },
      write: ({ compare }) => (compare === null ? null : calendar.isoOf(compare)),
    },
    mode: {
      read: (text) => (lettersOf(text) === "lecture" ? { mode: "lecture" } : null),
      complaint: (text) => unknown("mode", text),
      instead: { mode: null },
      write: ({ mode }) => mode,
    },
    story: {
      read(text) {
        const number = /^\d+$/.test(text) ? Number(text) : 0;
        return number >= 1 && number <= chapters ? { chapter: number - 1 } : null;
      },
      complaint: (text) => fill(messages.bad_story, { story: text, count: chapters }),
      write: ({ chapter }) => (chapter === null ? null : String(chapter + 1)),
    },
    card: {
      read(text) {
        const opens = text.toLowerCase().replace(/[\s_]+/g, "-");
        return cards.has(opens) ? { opens } : null;
      },
      complaint: (text) => fill(messages.bad_card, { card: text }),
      write: ({ card }) => card && cards.idOf(card.things[0]),
    },
  };
  const isOurs = (/** @type {string} */ name) => Object.hasOwn(parts, name);

  /**
   * A link that says nothing at its end may have been cut off within a name.
   * @param {string} link
   */
  function cutOff(link) {
    const end = endOf(link).toLowerCase();
    const isStart = end && Object.keys(parts).some((name) => name.startsWith(end));
    return isStart ? [fill(messages.cut_off, { end })] : [];
  }

  return Object.freeze({
    /**
     * What of `shown` a link asks for, and what of it cannot be followed.
     * @param {string} link query, fragment or one after the other; parts that are not ours are left alone
     */
    read(link) {
      const asked = new Map(pairsOf(link, isOurs).map((pair) => [pair.name, pair]));
      const complaints = asked.size ? cutOff(link) : [];
      if (asked.has("view")) asked.delete("at");
      /** @type {Wanted} */
      const wanted = {};
      for (const [name, { read, complaint, instead }] of Object.entries(parts)) {
        const { text, said } = asked.get(name) ?? {};
        if (text === undefined || said === undefined) continue;
        const found = read(text);
        const quoted = said.length > MOST_QUOTED ? `${said.slice(0, MOST_QUOTED)}…` : said;
        if (!found) complaints.push(complaint(quoted));
        Object.assign(wanted, found ?? instead);
      }
      return { wanted, complaints };
    },

    /**
     * The query without our parts, however they are written.
     * @param {string} query
     */
    othersIn: (query) => query.replace(/^\?/, "").split("&")
      .filter((piece) => !pairsOf(piece, isOurs).length).join("&"),

    /**
     * Every part, with its text or null.
     * @param {Readonly<Parts>} shown
     * @returns {Record<string, string | null>}
     */
    write: (shown) =>
      Object.fromEntries(Object.entries(parts).map(([name, { write }]) => [name, write(shown)])),

    /**
     * The query or fragment that leads back to what is shown.
     * @param {Readonly<Parts>} shown
     */
    join(shown) {
      const told = Object.entries(parts).flatMap(([name, { write }]) => {
        const text = write(shown);
        return text === null ? [] : [[name, text]];
      });
      return String(new URLSearchParams(told));
    },
  });
}
