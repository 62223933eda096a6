import assert from "node:assert/strict";
import { test } from "node:test";

import { isCharacter, isComposed, keyName } from "../../../campaign/page/script/base/keys.js";

// what browsers send for the places of B, L, S, "." and "/" in these layouts
const LAYOUTS = {
  "US": { KeyB: "b", KeyL: "l", KeyS: "s", Period: ".", Slash: "/" },
  "US with Caps Lock": { KeyB: "B", KeyL: "L", KeyS: "S", Period: ".", Slash: "/" },
  "Russian": { KeyB: "и", KeyL: "д", KeyS: "ы", Period: "ю", Slash: null },
  "Ukrainian, Caps Lock": { KeyB: "И", KeyL: "Д", KeyS: "І", Period: "Ю", Slash: null },
  "Korean": { KeyB: "ㅠ", KeyL: "ㅣ", KeyS: "ㄴ", Period: ".", Slash: "/" },
  "Japanese kana": { KeyB: "こ", KeyL: "り", KeyS: "と", Period: "る", Slash: "め" },
  "Japanese full width": { KeyB: "ｂ", KeyL: "ｌ", KeyS: "ｓ", Period: "。", Slash: "・" },
  "input method": { KeyB: "Process", KeyL: "Process", KeyS: "Process", Period: "Process", Slash: "Process" },
  "not told": { KeyB: "Unidentified", KeyL: "Unidentified", KeyS: "Unidentified", Period: "Unidentified", Slash: "Unidentified" },
  "Bopomofo": { KeyB: "ㄖ", KeyL: "ㄠ", KeyS: "ㄋ", Period: "ㄡ", Slash: "ㄥ" },
  "Greek": { KeyB: "β", KeyL: "λ", KeyS: "σ", Period: ".", Slash: "/" },
  "Hebrew": { KeyB: "נ", KeyL: "ך", KeyS: "ד", Period: "ץ", Slash: null },
  "Arabic": { KeyB: "لا", KeyL: "م", KeyS: "س", Period: "ز", Slash: "ظ" },
  "Thai": { KeyB: "ิ", KeyL: "ส", KeyS: "ห", Period: "ใ", Slash: "ฝ" },
  "Hindi": { KeyB: "व", KeyL: "त", KeyS: "े", Period: ".", Slash: "य" },
};
const OWN = { KeyB: "b", KeyL: "l", KeyS: "s", Period: ".", Slash: "/" };
for (const [layout, keys] of Object.entries(LAYOUTS)) {
  for (const [code, given] of Object.entries(keys)) {
    test(`${layout}: ${code} is ${OWN[code]}, or nothing where it writes "."`, () => {
      assert.equal(keyName({ key: given ?? ".", code }), given === null ? null : OWN[code]);
    });
  }
}

const LATIN = [
  // a Latin letter is the one that is read on the key, wherever it stands
  ["q", "KeyA", "q"], ["a", "KeyQ", "a"], ["x", "KeyB", "x"], ["n", "KeyL", "n"], ["v", "Period", "v"],
  [".", "KeyE", "."], [":", "Period", ":"], ["-", "Slash", "-"], ["é", "Digit2", "é"], ["ö", "Semicolon", "ö"],
  ["ı", "KeyI", "ı"], ["Dead", "Equal", "Dead"], ["€", "KeyE", "€"], ["?", "Digit7", "?"], ["?", "Minus", "?"],
  ["+", "BracketRight", "+"], [".", "", "."], [".", "NumpadDecimal", "."], ["b", "", "b"],
];
for (const [key, code, name] of LATIN) {
  test(`"${key}" at ${code || "no place"} is ${name}`, () => assert.equal(keyName({ key, code }), name));
}

const NAMED = [
  ["PageDown", "PageDown", "PageDown"], ["PageDown", "Numpad3", "PageDown"], ["F5", "F5", "F5"],
  ["Process", "PageDown", "PageDown"], ["Process", "ArrowLeft", "ArrowLeft"], ["Process", "Space", " "],
  [" ", "Space", " "], ["　", "Space", " "], ["Process", "Minus", "-"], ["Process", "Escape", "Escape"],
];
for (const [key, code, name] of NAMED) {
  test(`${key} at ${code} is ${name}`, () => assert.equal(keyName({ key, code }), name));
}

test("the question mark is found in an input method", () => {
  assert.equal(keyName({ key: "Process", code: "Slash", shiftKey: true }), "?");
  assert.equal(keyName({ key: "？", code: "Slash", shiftKey: true }), "?");
});

for (const event of [{}, { key: undefined }, { key: "" }, { key: "", code: "" }, { key: "Unidentified", code: "" }]) {
  test(`a key event of ${JSON.stringify(event)} names no key`, () => assert.equal(keyName(event), null));
}

test("the Enter that ends a composition is the input method's", () => {
  assert.ok(isComposed({ key: "Enter", isComposing: true }));
  assert.ok(isComposed({ key: "Enter", isComposing: false, keyCode: 229 }));
  assert.ok(!isComposed({ key: "Enter", isComposing: false, keyCode: 13 }));
  assert.ok(!isComposed({ key: "Process", code: "KeyB", keyCode: 229 }));
  assert.ok(!isComposed({}));
});

test("letters and signs are characters, what has a name and the space are not", () => {
  assert.deepEqual(["b", ".", "/", "?", "+", " ", "Enter", "PageDown", "F5"].map(isCharacter),
    [true, true, true, true, true, false, false, false, false]);
});
