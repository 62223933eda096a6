// Links as mail, chats, word processors and hurried hands send them on: what they show is what was
// meant, or the part that was lost is named.

import assert from "node:assert/strict";
import { test } from "node:test";

import { makeAddress } from "../../../campaign/page/script/state/address.js";
import { makeShown } from "../../../campaign/page/script/state/shown.js";
import { calendar, dice, messages } from "./given.mjs";

const VIEWS = ["theatre", "manchuria", "south-kurils"];
const CARDS = ["mukden-air", "manchuria-2rba-heihe-0822"];
const address = makeAddress({
  calendar, views: Object.fromEntries(VIEWS.map((view) => [view, []])), sheet: [14, 88, 68, 180], chapters: 15,
  cards: { has: (id) => CARDS.includes(id), idOf: (thing) => thing.id }, messages,
});

const random = dice(1945);
const pick = (values) => values[Math.floor(random() * values.length)];
const within = (least, most, decimals) => Number((least + random() * (most - least)).toFixed(decimals));

function someLink() {
  const view = pick([...VIEWS, null]);
  const shown = makeShown();
  shown.change({
    day: Math.floor(random() * 28), view,
    at: view ? null : [within(14, 68, 3), within(88, 180, 3), within(2, 11, 2)],
    sure: pick([true, false]), compare: pick([null, 0, 13, 27]), mode: pick([null, "lecture"]),
    chapter: pick([null, 0, 12]), card: pick([null, ...CARDS.map((id) => ({ things: [{ id }] }))]),
  });
  return address.join(shown);
}

/** Changes the texts of some parts, as they stand when nothing is encoded. */
const inTexts = (change) => (link) => link.split("&").map((pair) => {
  const [name, ...texts] = pair.split("=");
  return [name, ...texts.map((text) => (random() < 0.7 ? change(decodeURIComponent(text)) : text))].join("=");
}).join("&");
const swap = (from, to) => (link) => link.replaceAll(from, () => (random() < 0.7 ? pick(to) : from));
const around = (before, after) => inTexts((text) => before + text + after);
const shift = (first) => inTexts((text) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(first.codePointAt(0) + Number(digit))));
/** Puts something between two letters, never within an encoded one. */
const insert = (what) => (link) => link.replace(/%..|./g, (letter) => (random() < 0.1 ? letter + pick(what) : letter));

/** @type {Record<string, (link: string) => string>} */
const HURTS = {
  "a full stop after it": (link) => link + pick([".", ",", ":", "!", "…", "。", "、", "،", "-", "—", "/", "\\"]),
  "a bracket after it": (link) => link + pick([")", ").", "),", "]", "}", ">", "&gt;", "）", "」", "』", "】", ")*"]),
  "a quote after it": (link) => link + pick(["\"", "'", "”", "’", "»", "`", "&quot;", "%22", "*", "**", "_", "~~"]),
  "its & written for HTML": swap("&", ["&amp;", "&amp;amp;", "&#38;", "&#x26;", "&AMP;"]),
  "its & and = encoded": (link) => link.replaceAll("&", "%26").replaceAll("=", "%3D"),
  "some & and = encoded": (link) => link.replace(/[&=]/g, (sign) => (random() < 0.5 ? encodeURIComponent(sign) : sign)),
  "its & for HTML and encoded": (link) => link.replaceAll("&", "%26amp%3B"),
  "encoded once more": (link) => encodeURIComponent(link),
  "encoded twice more": (link) => encodeURIComponent(encodeURIComponent(link)),
  "its texts encoded once more": inTexts((text) => encodeURIComponent(encodeURIComponent(text))),
  "another dash": swap("-", ["–", "—", "‑", "‐", "−", "－", "﹣", "%E2%80%93"]),
  "other signs in its days": (link) => link.replace(/(\d{4})-(\d\d)-(\d\d)(?!\d)/g, (_, ...date) => date.slice(0, 3).join(pick(["/", ".", "_", "%2F", ""]))),
  "no noughts in its days": (link) => link.replace(/(\d{4})-0(\d)-0?(\d+)/g, "$1-$2-$3"),
  "in capitals": (link) => link.replace(/%..|./g, (letter) => letter.toUpperCase()),
  "a capital to each word": (link) => link.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  "in quotes": around("“", "”"),
  "in encoded quotes": around("%22", "%22"),
  "in brackets": around("(", ")"),
  "in angles": around("<", ">"),
  "in stars": around("**", "**"),
  "wide digits": shift("０"),
  "Arabic digits": shift("٠"),
  "Persian digits": shift("۰"),
  "all wide": (link) => link.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.codePointAt(0) + 0xfee0)),
  "soft hyphens": insert(["\u00ad", "%C2%AD"]),
  "spaces of no width": insert(["\u200b", "\u2060", "\ufeff", "%E2%80%8B", "\u200e", "\u202c"]),
  "line ends": insert(["%0A", "%0D%0A", "\n"]),
  "spaces around it": around("\u00a0", "%20"),
  "spaces after dashes and commas": inTexts((text) => text.replace(/[-,]/g, "$&%20")),
  "spaces for commas": (link) => link.replaceAll("%2C", "%20"),
  "signs of the other kind": (link) => link.replaceAll("&", () => pick(["#", "?", "&"])),
  "two signs before it": (link) => pick(["?", "/", "!/", "#", "/?", "&"]) + link,
  "semicolons": (link) => link.replaceAll("&", ";"),
  "two &": (link) => link.replaceAll("&", "&&"),
  "two =": (link) => link.replaceAll("=", "=="),
  "quoted-printable": (link) => link.replaceAll("=", "=3D"),
  "what a network appends": (link) => link + pick(["&fbclid=IwAR0", "?utm_source=chat&utm_day=3", "&gclid=a%26b", "#:~:text=Mukden"]),
  "twice": (link) => `${link}&${link}`,
  "its whole address before it": (link) => `https://example.org/map.html?${link}`,
};
const asked = (link) => address.read(link);
/** As the app hands it on: parted by the browser and by Streamlit, which know only "#", "&" and "=". */
function throughTheApp(link) {
  const [query, ...fragment] = link.replace(/^[?#]+/, "").split("#");
  return `#${fragment.join("#")}&${new URLSearchParams(Object.fromEntries(new URLSearchParams(query)))}`;
}

/** @param {string} hurt @param {string} whole @param {string} how */
function assertMeant(hurt, whole, how) {
  for (const link of [hurt, throughTheApp(hurt)]) {
    const { wanted, complaints } = asked(link);
    assert.deepEqual(wanted, asked(whole).wanted, `${how}: ${link}`);
    assert.deepEqual(complaints, [], `${how}: ${link}`);
  }
}

for (const [how, hurt] of Object.entries(HURTS)) {
  test(`a link is mended: ${how}`, () => {
    for (let round = 0; round < 40; round++) {
      const whole = someLink();
      assertMeant(hurt(whole), whole, how);
    }
  });
}

test("a link is mended or its loss named, hurt in two hundred random ways", () => {
  const ways = Object.entries(HURTS);
  for (let round = 0; round < 200; round++) {
    const whole = someLink();
    const hurts = [pick(ways), pick(ways)];
    const hurt = hurts.reduce((link, [, change]) => change(link), whole);
    const { wanted, complaints } = asked(hurt);
    const meant = asked(whole).wanted;
    const how = `${hurts.map(([name]) => name).join(", then ")}: ${whole} → ${hurt} → ${complaints}`;
    const lost = Object.keys(meant).filter((part) => JSON.stringify(meant[part]) !== JSON.stringify(wanted[part]));
    const named = { chapter: "story", opens: "card" };
    for (const part of lost) {
      assert.ok(complaints.some((complaint) => complaint.startsWith(named[part] ?? part)), `${part}, ${how}`);
    }
  }
});

// what is cut between two parts, or within a number or an id that is one all the same, cannot be seen
test("a link that is cut off says so", () => {
  for (let round = 0; round < 400; round++) {
    const whole = someLink().replace(/&(story|card|at)=[^&]*/g, "");
    const cut = whole.slice(0, whole.length - 1 - Math.floor(random() * 12));
    const { wanted, complaints } = asked(cut);
    const lost = JSON.stringify(wanted) !== JSON.stringify(asked(whole).wanted);
    const isSeen = cut.includes("=") && !whole.startsWith(`${cut}&`) && !cut.endsWith("&");
    if (lost && isSeen) assert.equal(complaints.length, 1, `${whole} → ${cut}`);
  }
});

test("what of a link is lost is quoted, shortly", () => {
  const { wanted, complaints } = asked("day=1945-08-18&view=korea-see-" + "this".repeat(30));
  assert.deepEqual(wanted, { day: 9, view: "theatre" });
  assert.match(complaints.join(""), /^view korea-see-(this)+t?h?…/);
  assert.ok(complaints.join("").length < 100);
});

test("a link within somebody else's part is none of ours", () => {
  for (const text of ["return=https%3A%2F%2Fexample.org%2F%3Fday%3D1945-08-30", "from=a%26view%3Dmanchuria", "my_day=1945-08-18"]) {
    assert.deepEqual(asked(text), { wanted: {}, complaints: [] }, text);
  }
});

test("no text at all throws", () => {
  const signs = [..."0123456789-,.{}<>&=%+#?;:~/ abc٣１ж満\u0000\u00ad\ud800", "day=", "view=", "at=", "%2", "%26", "%E0%A4"];
  for (let round = 0; round < 3000; round++) {
    asked(Array.from({ length: random() * 30 }, () => pick(signs)).join(""));
  }
});

test("a query keeps what is not ours", () => {
  assert.equal(address.othersIn("?from=course&day=1945-08-18&amp;view=korea&utm_source=x"), "from=course&utm_source=x");
  assert.equal(address.othersIn("?day=1945-08-18"), "");
  assert.equal(address.othersIn(""), "");
});
