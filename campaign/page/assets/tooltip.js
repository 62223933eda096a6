// The tooltip: one sentence about the ground or the place under the pointer or the focus.
//
// Its size is never measured: it hangs on the side of the pointer where there is room, by
// shares of its own size, so that following the pointer is one transform and no layout.

const tip = document.getElementById("tip");
const TIP_GAP = 14;
const things = new Map();
for (const piece of pieces) things.set(piece.path, [piece]);
for (const mark of placeMarks) things.set(mark.node, mark.places);

let under = null;
let windowSize = [innerWidth, innerHeight];
addEventListener("resize", () => { windowSize = [innerWidth, innerHeight]; });

const thingAt = (target) => target.closest?.(".ground, .place") ?? null;

function moveTip(x, y) {
  const [width, height] = windowSize;
  const across = x > width / 2 ? `calc(${x - TIP_GAP}px - 100%)` : `${x + TIP_GAP}px`;
  const down = y > height / 2 ? `calc(${y - TIP_GAP}px - 100%)` : `${y + TIP_GAP}px`;
  tip.style.transform = `translate(${across}, ${down})`;
}

function showTip(node, x, y) {
  if (node === under) return moveTip(x, y);
  const about = things.get(node);
  openTip(node, x, y, make("strong", {}, titleOf(about[0])),
    ...about.map((thing) => make("p", {}, sentenceOf(thing))));
}

function openTip(node, x, y, ...lines) {
  moveTip(x, y);
  hideTip();
  under = node;
  tip.replaceChildren(...lines);
  tip.hidden = false;
  node.setAttribute("aria-describedby", "tip");
}

/** Whether there was one to hide. */
function hideTip() {
  if (!under) return false;
  under.removeAttribute("aria-describedby");
  under = null;
  tip.hidden = true;
  return true;
}

const followPointer = (event) => moveTip(event.clientX, event.clientY);

element.addEventListener("pointerover", (event) => {
  const node = event.pointerType === "mouse" && event.buttons === 0 ? thingAt(event.target) : null;
  if (!node) return;
  showTip(node, event.clientX, event.clientY);
  element.addEventListener("pointermove", followPointer, { passive: true });
});
element.addEventListener("pointerout", (event) => {
  if (event.pointerType !== "mouse" || (event.relatedTarget && thingAt(event.relatedTarget))) return;
  element.removeEventListener("pointermove", followPointer);
  hideTip();
});
element.addEventListener("pointerdown", hideTip);
map.on("movestart", hideTip);

element.addEventListener("focusin", ({ target }) => {
  const node = thingAt(target);
  if (!node?.matches(":focus-visible")) return;
  const box = node.getBoundingClientRect();
  showTip(node, box.x + box.width / 2, box.y + box.height / 2);
});
element.addEventListener("focusout", hideTip);
