// The keyboard, and presentation clickers, which send Page Down and Page Up.
//
// Keys are taken before the focused element sees them: a range input would step
// backwards on Page Down, and a page around the map may have shortcuts of its own.

const PAN_PX = 120;
const HOST_SHORTCUTS = new Set(["r", "c"]);

const typesText = (node) =>
  node.isContentEditable || node.matches?.("textarea, select, input:not([type]), "
    + "input[type=text], input[type=search], input[type=date], input[type=email], "
    + "input[type=number], input[type=url], input[type=tel], input[type=password]");
const hasOwnSpace = (node) =>
  node.matches?.("button, summary, a[href], input[type=checkbox], [role=button]");

const ACTIONS = {
  ArrowLeft: () => step(-1),
  ArrowRight: () => step(1),
  PageUp: () => turn(-1),
  PageDown: () => turn(1),
  Home: () => step(-LAST),
  End: () => step(LAST),
  " ": () => player.toggle(),
  "+": () => zoomBy(1),
  "=": () => zoomBy(1),
  "-": () => zoomBy(-1),
  b: () => toggleBlack(),
  ".": () => toggleBlack(),
  f: () => toggleFullscreen(),
  l: () => lecture.toggle(),
  "/": () => searchBox.focus(),
  n: () => walk(1),
  p: () => walk(-1),
  s: () => shareLink(),
  u: () => sure.toggle(),
  "?": () => (helpDialog.open ? helpDialog.close() : helpDialog.showModal()),
};
const REPEATS = new Set(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "n", "p"]);
const PANS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function take(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function onKey(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || typesText(target)) return;
  if (key === "Escape") return escape(event);
  if (event.shiftKey && PANS[key]) {
    take(event);
    map.panBy(PANS[key].map((way) => way * PAN_PX), { animate: !reducesMotion.matches });
    return;
  }
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (HOST_SHORTCUTS.has(name)) return event.stopPropagation();
  const act = ACTIONS[name];
  if (!act || (name === " " && hasOwnSpace(target))) return;
  if (helpDialog.open && name !== "?") return;
  take(event);
  if (event.repeat && !REPEATS.has(name)) return;
  if (!black.hidden && name !== "b" && name !== ".") toggleBlack(false);
  act();
}

/** Closes the topmost thing that is open; the help dialog closes itself. */
function escape(event) {
  if (helpDialog.open) return;
  const hadTip = hideTip();
  if (!black.hidden) toggleBlack(false);
  else if (!closeCard() && !hadTip && !hush() && !story.close() && !compare.hold(null) && !lecture.leave()) {
    byId("layers").open = false;
    return;
  }
  take(event);
}

addEventListener("keydown", onKey, true);
for (const kind of ["keypress", "keyup"]) {
  addEventListener(kind, (event) => {
    if (!typesText(event.target) && HOST_SHORTCUTS.has(event.key.toLowerCase())) event.stopPropagation();
  }, true);
}
