// What is shown: one value with one owner. Whoever changes it says so here; what draws it follows.

/**
 * @typedef {object} Parts
 * @property {number} day counted from 0; -1 as long as none has been shown
 * @property {string | null} view the named view; null when the map was moved by hand
 * @property {[number, number, number] | null} at latitude, longitude and zoom, where no view is named
 * @property {boolean} sure whether the doubt is drawn
 * @property {number | null} compare the day that is held while others are compared with it
 * @property {"lecture" | null} mode
 * @property {number | null} chapter of the story; null while it is closed
 * @property {number | null} event the number of the one that is marked
 * @property {Card | null} card
 * @property {boolean} panel whether the day's panel is open
 * @property {boolean} playing
 *
 * @typedef {object} Card the thing whose card is open
 * @property {Record<string, any>[]} things
 * @property {string} kind
 * @property {Uint8Array} states
 * @property {any} point where on the map it was chosen
 * @property {any} outline what of it is outlined
 *
 * @typedef {{ jump?: boolean }} Manner of a change; with jump the map is there at once
 * @typedef {(now: Readonly<Parts>, before: Readonly<Parts>, manner: Manner) => void} Listener
 */

/** @type {Parts} */
const START = {
  day: -1, view: null, at: null, sure: false, compare: null, mode: null, chapter: null,
  event: null, card: null, panel: false, playing: false,
};

/** Makes the owner of a value of these parts. */
export function makeShown() {
  let now = START;
  /** @type {{ listener: Listener, parts: (keyof Parts)[] }[]} */
  const followers = [];

  const owner = {
    /**
     * Changes what is named; says whether anything was different.
     * @param {Partial<Parts>} wanted
     * @param {Manner} manner
     */
    change(wanted, manner = {}) {
      const names = /** @type {(keyof Parts)[]} */ (Object.keys(wanted));
      const changed = names.filter((name) => wanted[name] !== now[name]);
      if (!changed.length) return false;
      const before = now;
      now = { ...now, ...wanted };
      for (const { listener, parts } of followers) {
        // one that changes more is followed at once, so those after it hear of the newest
        if (!parts.length || parts.some((part) => changed.includes(part))) listener(now, before, manner);
      }
      return true;
    },

    /**
     * Calls the listener after each change of the parts it names, or of any.
     * @param {Listener} listener
     * @param {...(keyof Parts)} parts
     */
    subscribe(listener, ...parts) {
      followers.push({ listener, parts });
    },
  };

  for (const part of /** @type {(keyof Parts)[]} */ (Object.keys(START))) {
    Object.defineProperty(owner, part, { get: () => now[part], enumerable: true });
  }
  return /** @type {Readonly<Parts> & typeof owner} */ (Object.freeze(owner));
}

export const shown = makeShown();
