import assert from "node:assert/strict";
import { test } from "node:test";
import { type IntervalRow, toIntervals } from "./interval-rows";

const row = (label: string, value: number, group?: string): IntervalRow => {
  return { label, value, low: value - 1, high: value + 1, ...(group && { group }) };
};

test("each row is compared with the named row of its own group", () => {
  const rows = [
    row("base", 5, "n = 5"),
    row("a", 7, "n = 5"),
    row("a", 9, "n = 10"),
    row("base", 6, "n = 10"),
  ];
  const found = toIntervals(rows, { row: "base" }, false);
  assert.deepEqual(
    found.map(({ reference }) => reference?.value),
    [5, 5, 6, 6],
  );
  assert.ok(found.every(({ holds }) => !holds));
  assert.throws(() => toIntervals(rows.slice(0, 3), { row: "base" }, false), /no row "base" in "n = 10"/);
});

test("an interval holds a fixed value that lies within it, ends included", () => {
  const rows = [row("in", 1), row("end", 2), row("out", 2.5)];
  const holds = toIntervals(rows, { value: 1, label: "one" }, false).map((found) => found.holds);
  assert.deepEqual(holds, [true, true, false]);
});

test("a fixed value may be for one group alone", () => {
  const found = toIntervals(
    [row("x", 1, "a"), row("x", 1, "b")],
    [{ value: 3, label: "three", group: "b" }],
    false,
  );
  assert.deepEqual(
    found.map(({ reference }) => reference?.value),
    [undefined, 3],
  );
});

test("what is no interval is refused, with its row", () => {
  const wrong = (rows: readonly IntervalRow[], log: boolean, message: RegExp) =>
    assert.throws(() => toIntervals(rows, undefined, log), message);
  wrong(
    [{ label: "a", value: 3, low: 1, high: 2 }],
    false,
    /Row 1 \(a\): 3 does not lie within its interval, 1 to 2/,
  );
  wrong([{ label: "a", value: 3, low: Number.NaN, high: 4 }], false, /Row 1, column "low": NaN/);
  wrong([row("a", 3), row("a", 4)], false, /The point "a" stands in rows 1 and 2/);
  wrong([row("a", 0.5)], true, /no place on a logarithmic axis/);
  assert.throws(() => toIntervals([row("a", 1)], { value: Infinity, label: "x" }, false), /"x" is Infinity/);
});
