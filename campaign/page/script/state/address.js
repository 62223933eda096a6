// The address: one table of its parts, read from links and written for them. It alone spells their names.

import { fill } from "../base/text.js";

/**
 * @typedef {import("./shown.js").Parts} Parts
 *
 * @typedef {object} AddressPart
 * @property {(text: string, complain: (text: string) => void) => Partial<Parts>} read
 *   what of `shown` the text asks for; what cannot be followed is complained of
 * @property {(shown: Readonly<Parts>) => string | null} write null where it has nothing to say
 *
 * @typedef {object} Known what a link can name
 * @property {import("../base/calendar.js").Calendar} calendar
 * @property {Record<string, unknown>} views
 * @property {[number, number, number, number]} sheet south, west, north and east
 * @property {number} chapters
 * @property {Record<string, string>} messages
 */

/** @param {Known} known */
export function makeAddress({ calendar, views, sheet, chapters, messages }) {
  const [south, west, north, east] = sheet;

  /** @type {Record<string, AddressPart>} */
  const parts = {
    day: {
      read(text, complain) {
        const day = calendar.dayOf(text);
        if (day === null) complain(fill(messages.bad_day, { day: text }));
        return { day: day ?? 0 };
      },
      write: ({ day }) => calendar.isoOf(day),
    },
    view: {
      read(text, complain) {
        if (Object.hasOwn(views, text)) return { view: text };
        complain(fill(messages.bad_view, { view: text, views: Object.keys(views).join(", ") }));
        return { view: "theatre" };
      },
      write: ({ view }) => view,
    },
    at: {
      read(text, complain) {
        const [latitude, longitude, zoom, ...rest] = text.split(",").map(Number);
        const isGood = !rest.length && [latitude, longitude, zoom].every(Number.isFinite)
          && latitude >= south && latitude <= north && longitude >= west && longitude <= east;
        if (isGood) return { at: [latitude, longitude, zoom] };
        complain(fill(messages.bad_at, { at: text }));
        return {};
      },
      write({ view, at }) {
        if (view || !at) return null;
        const [latitude, longitude, zoom] = at;
        return [latitude.toFixed(3), longitude.toFixed(3), zoom.toFixed(2)].join();
      },
    },
    sure: {
      read: (text) => ({ sure: text === "1" }),
      write: ({ sure }) => (sure ? "1" : null),
    },
    compare: {
      read(text, complain) {
        const day = calendar.dayOf(text);
        if (day === null) complain(fill(messages.bad_compare, { day: text }));
        return { compare: day };
      },
      write: ({ compare }) => (compare === null ? null : calendar.isoOf(compare)),
    },
    mode: {
      read: (text) => ({ mode: text === "lecture" ? "lecture" : null }),
      write: ({ mode }) => mode,
    },
    story: {
      read(text, complain) {
        const number = /^\d+$/.test(text) ? Number(text) : 0;
        if (number >= 1 && number <= chapters) return { chapter: number - 1 };
        complain(fill(messages.bad_story, { story: text, count: chapters }));
        return {};
      },
      write: ({ chapter }) => (chapter === null ? null : String(chapter + 1)),
    },
  };

  return Object.freeze({
    /**
     * The parts that a query or a fragment names; a word without "=" names none.
     * @param {string} text without its "?" or "#"
     * @returns {Record<string, string>}
     */
    split(text) {
      const named = text.split("&").filter((pair) => pair.includes("="));
      return Object.fromEntries(new URLSearchParams(named.join("&")));
    },

    /**
     * What of `shown` these parts ask for, and what of them cannot be followed.
     * @param {Record<string, string>} asked parts that are not ours are left alone
     */
    read(asked) {
      /** @type {string[]} */
      const complaints = [];
      /** @type {Partial<Parts>} */
      const wanted = {};
      for (const [name, { read }] of Object.entries(parts)) {
        const isNamed = Object.hasOwn(asked, name) && !(name === "at" && Object.hasOwn(asked, "view"));
        if (isNamed) Object.assign(wanted, read(asked[name], (text) => complaints.push(text)));
      }
      return { wanted, complaints };
    },

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
