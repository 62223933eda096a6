// What is kept for the visit: over a reload, but not over closing the tab.

/** Reads what was kept; null where nothing was, or where the browser or a frame forbids keeping. */
export function kept(/** @type {string} */ name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text where that is allowed. */
export function keep(/** @type {string} */ name, /** @type {string} */ text) {
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // the choice then holds until the page is left
  }
}
