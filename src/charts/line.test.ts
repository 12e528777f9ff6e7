import assert from "node:assert/strict";
import { test } from "node:test";
import { lineChart } from "./line";

const rows = [
  { day: "2011-12-08", revenue: 81_417 },
  { day: "2011-12-09", revenue: 184_170.66 },
];
const options = { title: "t", x: "day", y: "revenue", format: "money" } as const;

test("dates may be text or dates, and stand on the axis in UTC", () => {
  const dates = rows.map(({ day, revenue }) => ({ day: new Date(`${day}T00:00:00Z`), revenue }));
  assert.equal(lineChart(dates, options).wide, lineChart(rows, options).wide);
  assert.equal(lineChart(rows, options).alt, "Highest: £184k at 2011-12-09; lowest: £81.4k at 2011-12-08.");
});

test("a text that only looks like a date is refused with its row", () => {
  assert.throws(
    () => lineChart([...rows, { day: "2011-13-41", revenue: 1 }], options),
    /Row 3: 2011-13-41 is not a date/,
  );
});

test("an annotation at an x that is not there is refused", () => {
  const annotations = [{ x: "2011-12-10", text: "peak" }];
  assert.throws(
    () => lineChart(rows, { ...options, annotations }),
    /"peak" is to stand at x = 2011-12-10, but no row/,
  );
});

test("several lines differ by dash as well as by colour", () => {
  const two = rows.map((row) => ({ ...row, corrected: row.revenue / 2 }));
  const { wide } = lineChart(two, { ...options, y: ["revenue", "corrected"] });
  const lines = [...wide.matchAll(/<path d="M[^"]*L[^"]*"[^>]*stroke-width="2"[^>]*>/g)].map(
    ([path]) => path,
  );
  assert.equal(lines.length, 2);
  assert.equal(new Set(lines.map((path) => /stroke-dasharray="([^"]*)"/.exec(path)?.[1])).size, 2);
});

test("the words of a reference line stand beyond the end of all lines", () => {
  for (const svg of ["wide", "narrow"] as const) {
    const drawn = lineChart(rows, { ...options, reference: { y: 28_643, text: "mean £28.6k" } })[svg];
    const words = [
      ...drawn.matchAll(/<text [^>]*transform="translate\(([\d.]+),[^>]*>(?:mean|£28.6k|mean £28.6k)</g),
    ];
    const end = Number(/<path d="M[^"]*L([\d.]+),[\d.]+"[^>]*stroke-width="2"/.exec(drawn)![1]);
    assert.ok(words.length > 0);
    for (const [, x] of words) assert.ok(Number(x) > end, `${x} > ${end}`);
  }
});

test("a sum of decimals is told as people write it", () => {
  const steps = [1, 2, 3].map((i) => ({ threshold: i * 0.1, f1: i }));
  const { alt } = lineChart(steps, { title: "t", x: "threshold", y: "f1" });
  assert.equal(alt, "Highest: 3 at 0.3; lowest: 1 at 0.1.");
});
