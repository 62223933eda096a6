// The document as it came, for a reader in a frame whose server is gone; it is read before anything is drawn.

export const source = window.parent === window ? "" : `<!DOCTYPE html>\n${document.documentElement.outerHTML}`;
