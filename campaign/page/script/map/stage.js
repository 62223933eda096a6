// Where the page is and what is shown, as classes of the document, which the style sheets read; before anything is measured.

import { isFramed } from "../base/dom.js";
import { shown } from "../state/shown.js";

document.documentElement.classList.toggle("framed", isFramed);

shown.subscribe(({ sure, compare, mode, playing }) => {
  document.documentElement.classList.toggle("lecture", mode === "lecture");
  const { classList } = document.body;
  classList.toggle("doubting", sure);
  classList.toggle("comparing", compare !== null);
  classList.toggle("playing", playing);
}, "sure", "compare", "mode", "playing");
