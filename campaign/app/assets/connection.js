// Says when the app is not heard, and leads to the map as a file.
//
// Streamlit writes the state of its websocket to its root. A map that has come works without the
// server and gives itself to be saved; where none has come, the file is fetched over plain HTTP.

const SAID_AFTER = 3; // looks, one a second: a short break mends itself
const LED_AFTER = 15;

const line = document.getElementById("connection");
const saving = line.querySelector(".lost a");
let unheard = 0;

// the page alone reads what a link asks for
line.querySelector(".blocked a").search = location.search;

const state = () => document.querySelector(".stApp")?.dataset.testConnectionState;
const map = () => document.querySelector("iframe.stCustomComponentV1")?.contentWindow?.campaign;

/** Whether the server speaks, and has shown the map or told what it is at. */
const isHeard = () => state() === "CONNECTED"
  && document.querySelector(".stSpinner, .stAlert, .stException, iframe.stCustomComponentV1") !== null;

function server() {
  if (unheard < SAID_AFTER) return "heard";
  if (!map()) return unheard < LED_AFTER ? "heard" : "blocked";
  return unheard < LED_AFTER ? "lost" : "gone";
}

setInterval(() => {
  unheard = isHeard() ? 0 : unheard + 1;
  if (line.dataset.server !== server()) line.dataset.server = server();
}, 1000);

saving.addEventListener("click", () => {
  saving.href = URL.createObjectURL(new Blob([map().html], { type: "text/html" }));
});

// what says so in a dialog holds the keys of the map for as long as it is open, seen or not
new MutationObserver(() => {
  if (state() !== "CONNECTED") document.querySelector(".stDialog [aria-label=Close]")?.click();
}).observe(document.body, { childList: true });
