// The one owner of the date. Everything that shows a day follows it; whoever changes it tells it.
//
// A day may be *shown* many times while the slider is dragged. It is *settled* when the
// reader has chosen it: the slider let go, a step not followed by another, play at rest.
//
// Drawn at once, a day takes more than a frame of a machine without a graphics card. So it comes
// in turns: with the step the date and the ground, a frame later what lies over the ground, and
// what is read when the slider pauses, which is soon enough to be taken for at once.

const PAUSE_MS = 90;
const SETTLE_MS = 250;
const followers = { step: [], frame: [], pause: [] };
const settlers = [];
let today = -1;
let pausing = 0;
let settling = 0;
let isFrameAsked = false;

const clock = {
  get day() { return today; },
  onShow: (follower) => followers.step.push(follower),
  onNextFrame: (follower) => followers.frame.push(follower),
  onPause: (follower) => followers.pause.push(follower),
  onSettle: (settler) => settlers.push(settler),

  show(day) {
    const wanted = Math.min(LAST, Math.max(0, day));
    clearTimeout(settling);
    if (wanted === today) return;
    const before = today;
    today = wanted;
    for (const follow of followers.step) follow(today, before);
    if (before < 0) {
      drawOver();
      pause();
      return;
    }
    askForFrame();
    clearTimeout(pausing);
    pausing = setTimeout(pause, PAUSE_MS);
  },

  settle() {
    clearTimeout(settling);
    for (const settler of settlers) settler(today);
  },

  /** Shows a day and settles it unless another follows at once. */
  goTo(day) {
    clock.show(day);
    settling = setTimeout(clock.settle, SETTLE_MS);
  },
};

/** A frame asked for while the slider moves may be the one that this step is drawn in. */
function askForFrame() {
  if (isFrameAsked) return;
  isFrameAsked = true;
  requestAnimationFrame(() => requestAnimationFrame(drawOver));
}

function drawOver() {
  isFrameAsked = false;
  for (const follow of followers.frame) follow(today);
  // by then the slider may be further than what is painted
  const painted = isoOf(today);
  requestAnimationFrame(() => { document.documentElement.dataset.day = painted; });
}

function pause() {
  for (const follow of followers.pause) follow(today);
}

// play: one day after the other, never by itself, at rest on the last day

let stepMs = 1000;
let playing = 0;
const playListeners = [];

function run() {
  clearInterval(playing);
  playing = setInterval(() => {
    clock.show(today + 1);
    if (today === LAST) player.stop();
  }, stepMs);
}

const player = {
  get isOn() { return playing !== 0; },
  onChange: (listener) => playListeners.push(listener),

  start() {
    if (playing) return;
    if (today === LAST) clock.show(0);
    run();
    for (const listener of playListeners) listener(true);
  },

  /** Days a second, now and whenever it plays. */
  setSpeed(days) {
    stepMs = 1000 / days;
    if (playing) run();
  },

  stop() {
    if (!playing) return;
    clearInterval(playing);
    playing = 0;
    for (const listener of playListeners) listener(false);
    clock.settle();
  },

  toggle() {
    if (playing) player.stop();
    else player.start();
  },
};
