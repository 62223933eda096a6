// Lecture mode: the map from edge to edge with a large date, for a room, a projector and a clicker.

const lectureButton = byId("lecture");
const lectureListeners = [];
const nextUp = byId("next-up");

/** The first event of a later day. */
const eventAfter = (day) => dayEvents.find((event) => event.day > day);

function showNextUp(day) {
  if (!lecture.isOn) return;
  const event = eventAfter(day);
  nextUp.hidden = story.isOpen || !dayEvents.length;
  // a line on the last day too, so that the map does not move
  nextUp.textContent = event
    ? fill(words.lecture.next_up, { day: shortDate(isoOf(event.day)), title: event.title })
    : words.lecture.last;
}
clock.onShow(showNextUp);
story.onChange(() => showNextUp(clock.day));

const ROOM_PX = 641;

const lecture = {
  get isOn() { return document.documentElement.classList.contains("lecture"); },
  onChange: (listener) => lectureListeners.push(listener),

  set(wanted) {
    const on = wanted && innerWidth >= ROOM_PX;
    if (wanted && !on) tell(words.lecture.too_small);
    if (on === lecture.isOn) return;
    document.documentElement.classList.toggle("lecture", on);
    lectureButton.setAttribute("aria-pressed", String(on));
    wantLegends(on);
    story.foldSources(on);
    if (clock.day >= 0) {
      showLegendKeys(clock.day);
      showNextUp(clock.day);
    }
    nextUp.hidden ||= !on;
    map.invalidateSize({ animate: false, pan: false });
    measureLabels();
    if (story.isOpen) fitChapter();
    if (views.current) views.fly(views.current, { jump: true });
    for (const listener of lectureListeners) listener(on);
  },

  /** By hand, so that the browser may allow the full screen; where it does not, the mode stays. */
  toggle() {
    lecture.set(!lecture.isOn);
    if (lecture.isOn === Boolean(document.fullscreenElement)) return;
    const change = lecture.isOn ? document.documentElement.requestFullscreen?.() : document.exitFullscreen();
    change?.catch(() => {});
  },

  /** Whether there was a lecture to leave. */
  leave() {
    if (!lecture.isOn) return false;
    lecture.toggle();
    return true;
  },
};
lectureButton.addEventListener("click", lecture.toggle);

// a date of another height leaves the map another room
let topSeen = 0;
new ResizeObserver(() => {
  if (coveredTop() === topSeen) return;
  topSeen = coveredTop();
  document.documentElement.style.setProperty("--covered-top", `${topSeen}px`);
  if (views.current) views.fly(views.current, { jump: true });
  else layOut();
}).observe(document.querySelector(".masthead"));
