// Small helpers for the document. Texts are always texts, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** Whether another page holds this one in a frame. */
export const isFramed = window.parent !== window;

export const reducesMotion = matchMedia("(prefers-reduced-motion: reduce)");

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/**
 * @param {Element} node
 * @param {Record<string, string | number | undefined>} attributes what is empty is left out
 */
function describe(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "") node.setAttribute(name, String(value));
  }
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | undefined>} attributes
 * @param {...(Node | string | null | undefined)} children
 * @returns {any}
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  describe(node, attributes);
  node.append(...children.flatMap((child) => child || []));
  return node;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | undefined>} attributes
 * @param {...Node} children
 */
export function makeSvg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  describe(node, attributes);
  node.append(...children);
  return node;
}

/**
 * Acts whenever a node has come to another size; with its window, where the browser cannot watch it.
 * @param {Element} node
 * @param {() => void} act
 */
export function onResize(node, act) {
  if ("ResizeObserver" in globalThis) new ResizeObserver(act).observe(node);
  else {
    globalThis.addEventListener("resize", act);
    requestAnimationFrame(act);
  }
}

/**
 * Enter and Space do on the map what they do on a button.
 * @param {HTMLElement} node
 * @param {() => void} act
 */
export function onPress(node, act) {
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  });
}

/**
 * Greys a button that leads no further; disabled, it would take the focus from who has just pressed it.
 * @param {HTMLElement} button
 * @param {boolean} isAtEnd
 */
export const greyAtEnd = (button, isAtEnd) => button.setAttribute("aria-disabled", String(isAtEnd));

/**
 * Marks the one thing of a list that is current.
 * @param {Element} node
 * @param {boolean} isCurrent
 */
export function markCurrent(node, isCurrent) {
  if (isCurrent) node.setAttribute("aria-current", "true");
  else node.removeAttribute("aria-current");
}
