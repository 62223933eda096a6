"""What a browser that translates does to a page."""

#: As browsers that translate do: each text becomes other elements.
TRANSLATED = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found) {
        const parent = text.parentElement;
        if (!text.data.trim() || parent.closest("script, style, [translate=no]")) continue;
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = `‹${text.data}›`;
        outer.append(inner);
        text.replaceWith(outer);
    }
    return found.length;
}"""
