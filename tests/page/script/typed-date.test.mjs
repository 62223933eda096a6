import assert from "node:assert/strict";
import { test } from "node:test";

import { typedDate } from "../../../campaign/page/script/base/typed-date.js";
import { MONTHS, calendar } from "./given.mjs";

const typed = (text) => typedDate(text, calendar, MONTHS);

const TAKEN = {
  "1945-08-18": ["1945-08-18", " 1945-08-18 ", "1945-8-18", "1945/8/18", "1945.8.18", "1945. 8. 18.", "1945 08 18",
    "1945–08–18", "19450818", "18081945", "18/8/1945", "18/08/1945", "8/18/1945", "08/18/45", "18-8-1945", "18.8.1945",
    "18.08.45", "18. 8. 1945", "18 8 1945", "18/8", "8/18", "18.8.", "18.8", "8.18", "18-08", "08-18", "1945/18/8",
    "18 Aug", "18 aug", "18 AUG", "18Aug", "18-Aug-1945", "18/Aug/45", "18. August", "Aug 18", "aug.18", "Aug. 18th, 1945",
    "18 August 1945", "August 18, 1945", "1945 August 18", "18th August", "18th of August", "the 18th of August, 1945",
    "August the 18th", "Aug 18 '45", "Sat 18 Aug", "Saturday, 18 August 1945", "18", "18th", "the 18th", "18.",
    "18 августа", "18 августа 1945 г.", "18 августа 1945 года", "18-го августа", "18 авг.", "18 авг 45", "август, 18",
    "18 АВГУСТА", "суббота, 18 августа", "сб 18.08", "в субботу 18 августа", "18.VIII.1945", "18/Ⅷ",
    "8月18日", "８月１８日", "1945年8月18日", "１９４５年８月１８日", "昭和20年8月18日", "八月十八日", "昭和二十年八月十八日",
    "8月18日(土)", "8月18日（土）", "8月18日土曜日", "18日", "１８", "１８／８／１９４５", "1945．8．18",
    "8月18号", "8月18號", "一九四五年八月十八日", "1945年8月18日 星期六", "8月18日周六", "民國34年8月18日", "8月18", "康德12年8月18日",
    "8월 18일", "8월18일", "1945년 8월 18일", "1945년 8월 18일 토요일", "8월 18일 (토)", "18일"],
  "1945-08-09": ["9", "9 Aug", "August 9th", "9.8.1945", "1945-8-9", "9 августа", "8月9日", "八月九日", "8월 9일", "9日"],
  "1945-08-10": ["8/10/1945", "10/8/1945", "10.8.", "八月十日", "10 авг"],
  "1945-08-20": ["二十日", "廿日", "八月廿日"],
  "1945-08-31": ["31", "31 Aug", "八月三十一日", "31 августа"],
  "1945-09-01": ["1", "1st", "1 Sep", "1st September", "Sept 1", "Sept. 1st", "1/9/1945", "9/1/1945", "1.9.45", "1 сентября",
    "1 сент.", "9月1日", "9월 1일"],
  "1945-09-02": ["2nd of September", "2 September 1945", "Sun 2 Sep", "воскресенье 2 сентября", "九月二日"],
  "1945-09-03": ["3", "3rd", "September 3rd", "9월3일"],
  "1945-09-05": ["5", "5/9/1945", "9/5", "5.9.", "5 сентября 1945", "5.IX.1945"],
};
for (const [iso, texts] of Object.entries(TAKEN)) {
  for (const text of texts) {
    test(`"${text}" is typed for ${iso}`, () => assert.deepEqual(typed(text), { day: calendar.dayOf(iso) }));
  }
}

const REFUSED = {
  unclear: ["8/9/1945", "9/8/1945", "8/9", "9-8", "8.9.", "9.8", "8 9", "８／９／１９４５", "08/09/45"],
  outside: ["8/8/1945", "8.9.1945", "8 Aug", "8 August 1945", "6 September", "1945-09-06", "1945-08-08", "18 Aug 1946",
    "1939-09-01", "18/8/1944", "8/9/1944", "7 июля 1945", "7月7日", "8月8日", "昭和19年8月18日", "7", "8", "8 8", "15 May 1945",
    "9월 6일", "12/10/1945", "20 Sept"],
  unreadable: ["", " ", "soon", "0", "32", "99", "45", "1945", "Aug", "August 1945", "18 Au", "18 Foo", "31 Sep", "31/9/1945",
    "1945-02-30", "1945-", "1945-13-40", "18-19 Aug", "18 Aug 1 Sep", "18 Aug Sep", "-", "8月", "day 10", "<b>18</b>",
    "Sunday 18 August", "18 Aug 1945 1946", "3 Aug 4", "¹⁸ of nothing", "18:00", "18 août", "VIII", "1e3", "20年8月18日"],
};
for (const [fault, texts] of Object.entries(REFUSED)) {
  for (const text of texts) {
    test(`"${text}" is refused as ${fault}`, () => assert.equal(typed(text).fault, fault));
  }
}

test("both days that two numbers can mean are named", () => {
  assert.deepEqual(typed("8/9/1945").dates.toSorted(), ["1945-08-09", "1945-09-08"]);
});

test("no two numbers mean a day unless only one reading touches the campaign", () => {
  for (let one = 1; one <= 31; one++) {
    for (let other = 1; other <= 31; other++) {
      const found = [[one, other], [other, one]].filter(([month, date]) =>
        (month === 8 || month === 9) && calendar.indexOf(`1945-0${month}-${String(date).padStart(2, "0")}`) !== null);
      const { day, fault } = typed(`${one}/${other}/1945`);
      if (new Set(found.map(String)).size > 1) assert.equal(fault, "unclear", `${one}/${other}`);
      else if (day !== undefined) {
        assert.equal(calendar.isoOf(day).slice(5), found[0].map((part) => String(part).padStart(2, "0")).join("-"));
      }
    }
  }
});

const PATTERNS = [
  ([year, month, date]) => `${year}-${month}-${date}`, ([year, month, date]) => `${year}年${month}月${date}日`,
  ([, month, date]) => `${month}월 ${date}일`, ([year, month, date]) => `${date}.${month}.${year}`,
  ([, month, date]) => `${date} ${["августа", "сентября"][month - 8]}`, ([, , date]) => `${date}`,
  ([, month, date]) => `${MONTHS[month - 1]} ${date}`, ([, month, date]) => `${date} ${MONTHS[month - 1].slice(0, 3)}`,
];
test("every day is found by each way to write it", () => {
  for (let day = 0; day <= calendar.last; day++) {
    const parts = calendar.isoOf(day).split("-").map(Number);
    for (const write of PATTERNS) assert.deepEqual(typed(write(parts)), { day }, write(parts));
  }
});
