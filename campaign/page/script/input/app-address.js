// The address of the Streamlit app around the page, written in the app's stead.
//
// Streamlit makes an entry in the history of every change, so that Back would lead from day to day,
// and changes it late: a reader who is on the next day already would be led back.

/** The window of the app; null where it is of another origin. */
export function windowOfApp() {
  try {
    return window.parent.location.href ? window.parent : null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "SecurityError") return null;
    throw error;
  }
}

/**
 * A query as Python writes it.
 * @param {[string, string][]} pairs
 */
const asPython = (pairs) => String(new URLSearchParams(pairs)).replaceAll("*", "%2A").replaceAll("%7E", "~");

/**
 * @param {Record<string, string | null>} address every part with its text, or null where it has none
 * @returns {boolean} whether it stands where the reader sees it
 */
export function writeAppAddress(address) {
  const app = windowOfApp();
  if (!app) return false;
  const { history, location } = app;
  const others = [...new URLSearchParams(location.search)].filter(([name]) => !Object.hasOwn(address, name));
  const own = Object.entries(address).flatMap(([name, text]) => (text === null ? [] : [[name, text]]));
  const search = `?${asPython(/** @type {[string, string][]} */ ([...others, ...own]))}`;
  // a host that frames the app shows an address of its own, which Streamlit alone can change
  const isSeen = app === app.top;
  if (search === location.search) return isSeen;
  try {
    history.replaceState(history.state, "", search);
    return isSeen;
  } catch (error) {
    // a browser that finds it too often
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}
