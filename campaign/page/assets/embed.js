// Inside a Streamlit app: its component protocol, spoken by messages to the parent window.
//
// The page owns the date. It reports once when a day is settled or what is shown is changed,
// and follows a link only once: neither what it was asked before nor what it reported itself.

let told = "";
let followed = null;
let height = null;
let isOpening = false;

function send(type, content = {}) {
  window.parent.postMessage({ isStreamlitMessage: true, type, ...content }, "*");
}

const valueNow = () => ({ view: null, ...Object.fromEntries(addressParts()) });

function report() {
  const value = valueNow();
  if (isOpening || JSON.stringify(value) === told) return;
  told = JSON.stringify(value);
  send("streamlit:setComponentValue", { dataType: "json", value });
}

/** Follows a link that the app was opened with or led to; the same again is no news. */
function followLink({ link, day = null, view = null, options = {} }) {
  const asked = JSON.stringify([link, day, view, options]);
  if (asked === followed || (link === undefined && day === null && view === null)) return;
  const isFirst = followed === null;
  followed = asked;
  const nothing = Object.fromEntries(ADDRESS_PARTS.map((name) => [name, null]));
  isOpening = true;
  openAddress({ ...nothing, ...options, day, view }, { jump: isFirst, home: isFirst ? homeView() : null });
  isOpening = false;
  // the app knows what it asked for; where it left the day to a chapter, it has to be told
  told = JSON.stringify({ ...valueNow(), day: day ?? data.first });
  report();
}

function obey(args) {
  appAddress = args.base ?? appAddress;
  if (args.height && args.height !== height) {
    height = args.height;
    send("streamlit:setFrameHeight", { height });
  }
  const before = followed;
  followLink(args);
  if (args.message && (followed !== before || followed === null)) complain(args.message);
}

function embed() {
  if (!isFramed) return;
  told = JSON.stringify(valueNow());
  addEventListener("message", (event) => {
    if (event.source === window.parent && event.data?.type === "streamlit:render") {
      obey(event.data.args ?? {});
    }
  });
  clock.onSettle(report);
  // a map moved by hand is told with the next day
  views.onChange((view) => { if (view) report(); });
  for (const part of [sure, compare, story, lecture]) part.onChange(report);
  send("streamlit:componentReady", { apiVersion: 1 });
}
