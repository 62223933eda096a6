// The story: chapters told beside the map, each with its day, its view and its sources.

const storyCard = byId("story");
const storyButton = byId("story-button");
const storyListeners = [];
const chapters = data.story.map(([iso, view, title, text, sources]) => ({
  day: indexOf(iso), view, title, text, sources: sources.split(";").filter(Boolean),
}));
const storyMoves = { previous: byId("story-previous"), next: byId("story-next") };
let chapterShown = -1;
let hidPanel = false;

const UNBREAKABLE = new RegExp(`(\\d[\\d-]* (?:${words.date.months.join("|")})|\\p{Lu}-\\d+)`, "u");

/** A text in which no date and no name like L-19 is torn at the end of a line. */
const unbroken = (text) => text.split(UNBREAKABLE)
  .map((part, n) => (n % 2 ? make("span", { class: "unbroken" }, part) : part));

const LEAST_PX = 18;

/** In a lecture nobody scrolls: the text becomes as much smaller as it must to be seen whole. */
function fitChapter() {
  const [body, text] = [byId("story-body"), byId("story-text")];
  text.style.fontSize = "";
  if (!lecture.isOn) return;
  let size = parseFloat(getComputedStyle(text).fontSize);
  while (body.scrollHeight > body.clientHeight && size > LEAST_PX) text.style.fontSize = `${--size}px`;
}

function writeChapter({ title, text, sources }) {
  byId("story-number").textContent =
    fill(words.story.number, { n: chapterShown + 1, count: chapters.length });
  byId("story-title").textContent = title;
  byId("story-text").replaceChildren(...unbroken(text));
  byId("story-sources").replaceChildren(...sources.map(reference));
  const upcoming = chapters[chapterShown + 1];
  byId("story-upcoming").textContent =
    upcoming ? fill(words.story.upcoming, { title: upcoming.title }) : words.story.last;
  byId("story-body").scrollTop = 0;
  greyAtEnd(storyMoves.previous, chapterShown === 0);
  greyAtEnd(storyMoves.next, !upcoming);
}

/** The card takes its place beside the map before the map is fitted into the rest. */
function openStory() {
  if (!storyCard.hidden) return;
  hidPanel = !panel.hidden;
  openPanel(false);
  storyCard.hidden = false;
  storyButton.setAttribute("aria-expanded", "true");
  map.invalidateSize({ animate: false, pan: false });
}

const story = {
  get isOpen() { return !storyCard.hidden; },
  get chapter() { return story.isOpen ? chapterShown : -1; },
  get count() { return chapters.length; },
  onChange: (listener) => storyListeners.push(listener),

  /** Tells a chapter: its day, its view, its text. */
  tell(number, options = {}) {
    player.stop();
    closeCard();
    openStory();
    chapterShown = Math.min(chapters.length - 1, Math.max(0, number));
    const chapter = chapters[chapterShown];
    writeChapter(chapter);
    fitChapter();
    clock.goTo(chapter.day);
    views.fly(chapter.view, options);
    for (const listener of storyListeners) listener(chapterShown);
  },

  step(way) {
    const wanted = chapterShown + way;
    if (chapters[wanted]) story.tell(wanted);
  },

  /** The texts are read out in a lecture; their sources stay a click away. */
  foldSources(folded) { storyCard.querySelector(".sources").open = !folded; },

  close() {
    if (!story.isOpen) return false;
    const hadFocus = storyCard.contains(document.activeElement);
    storyCard.hidden = true;
    storyButton.setAttribute("aria-expanded", "false");
    if (hidPanel) openPanel(true);
    if (hadFocus) storyButton.focus({ preventScroll: true });
    for (const listener of storyListeners) listener(-1);
    return true;
  },

  toggle() {
    if (!chapters.length || story.close()) return;
    story.tell(Math.max(0, chapterShown));
  },
};

/** What a clicker sends: the next chapter while the story is told, else the next day. */
const turn = (way) => (story.isOpen ? story.step(way) : step(way));

storyButton.hidden = !chapters.length;
storyButton.addEventListener("click", story.toggle);
byId("story-close").addEventListener("click", story.close);
storyMoves.previous.addEventListener("click", () => story.step(-1));
storyMoves.next.addEventListener("click", () => story.step(1));
// the day's panel and the story share one place
panelButton.addEventListener("click", () => {
  if (panel.hidden) return;
  hidPanel = false;
  story.close();
});
