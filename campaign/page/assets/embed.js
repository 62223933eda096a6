// Inside a Streamlit app: its component protocol, spoken by messages to the parent window.
//
// The page owns the date. It reports once when a day is settled, and obeys what the app
// asks only when that is news: neither what it was asked before nor what it reported itself.

const told = { day: null, view: null };
const asked = { link: null, day: null, view: null, message: null, height: null };

function send(type, content = {}) {
  window.parent.postMessage({ isStreamlitMessage: true, type, ...content }, "*");
}

function report() {
  const value = { day: isoOf(clock.day), view: views.current };
  if (value.day === told.day && value.view === told.view) return;
  Object.assign(told, value);
  send("streamlit:setComponentValue", { dataType: "json", value });
}

/** Whether an argument says something new. */
function isNews(name, value) {
  if (value === undefined || value === null || value === asked[name]) return false;
  asked[name] = value;
  return value !== told[name];
}

function obey({ link, day, view, message, height }) {
  // the reader followed another link, or went back: what was asked before may be asked again
  if (isNews("link", link)) Object.assign(asked, { day: null, view: null, message: null });
  if (isNews("height", height)) send("streamlit:setFrameHeight", { height });
  if (isNews("day", day)) {
    clock.show(dayFrom(day));
    told.day = isoOf(clock.day);
  }
  const jump = asked.view === null;
  if (isNews("view", view)) {
    told.view = viewFrom(view);
    views.fly(told.view, { jump });
  }
  if (isNews("message", message)) tell(message);
}

function embed() {
  if (!isFramed) return;
  Object.assign(told, { day: isoOf(clock.day), view: views.current });
  addEventListener("message", (event) => {
    if (event.source === window.parent && event.data?.type === "streamlit:render") {
      obey(event.data.args ?? {});
    }
  });
  clock.onSettle(report);
  views.onChange((view) => { if (view && told.view !== view) report(); });
  send("streamlit:componentReady", { apiVersion: 1 });
}
