// The address of the Streamlit app around the page, written before the app writes it.
//
// Streamlit makes an entry in the history of every change, so that Back would lead from day to day;
// of an address that stands there already it makes none.

/** Written as Python writes a query. */
const asPython = (/** @type {[string, string][]} */ pairs) =>
  String(new URLSearchParams(pairs)).replaceAll("*", "%2A").replaceAll("%7E", "~");

/** @param {Record<string, string | null>} address every part with its text, or null where it has none */
export function writeAppAddress(address) {
  try {
    const { history, location } = window.parent;
    const others = [...new URLSearchParams(location.search)].filter(([name]) => !Object.hasOwn(address, name));
    const own = Object.entries(address).flatMap(([name, text]) => (text === null ? [] : [[name, text]]));
    const search = `?${asPython(/** @type {[string, string][]} */ ([...others, ...own]))}`;
    if (search !== location.search) history.replaceState(history.state, "", search + location.hash);
  } catch (error) {
    // an app of another origin, or a browser that finds it too often
    if (!(error instanceof DOMException)) throw error;
  }
}
