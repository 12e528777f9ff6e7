import assert from "node:assert/strict";
import { test } from "node:test";
import { cells, distinct, isoDate, labels, numbers, requireUnique, toRows, zip } from "./rows";

test("rows come from an array or from anything with objects", () => {
  const rows = [{ a: 1 }];
  assert.equal(toRows(rows), rows);
  assert.equal(toRows({ objects: () => rows }), rows);
});

test("a number may be a bigint; anything else is refused with row, column and value", () => {
  assert.deepEqual(numbers([{ a: 1 }, { a: 2n }], "a"), [1, 2]);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "5", null, undefined])
    assert.throws(
      () => numbers([{ a: 1 }, { a: value }], "a"),
      /Row 2, column "a": .* is not a finite number/,
    );
});

test("labels are text: dates in ISO form, what is missing by name", () => {
  const values = [
    "x",
    "",
    null,
    undefined,
    5,
    new Date(Date.UTC(2011, 11, 9)),
    new Date(Date.UTC(2011, 11, 9, 12, 50)),
  ];
  assert.deepEqual(
    labels(
      values.map((a) => ({ a })),
      "a",
    ),
    ["x", "(none)", "(none)", "(none)", "5", "2011-12-09", "2011-12-09 12:50"],
  );
});

test("a column is the row's own, whatever its name, and one that is not there is refused", () => {
  const row = JSON.parse('{"__proto__": 1}') as object;
  assert.deepEqual(cells([row], "__proto__"), [1]);
  assert.throws(
    () => cells([{ a: 1 }], "constructor"),
    /Row 1 has no column "constructor"\. Its columns are "a"/,
  );
  assert.throws(() => cells([{}], "a"), /Its columns are none/);
});

test("distinct values keep their order, and a value that stands twice is refused with both rows", () => {
  assert.deepEqual(distinct(["b", "a", "b"]), ["b", "a"]);
  requireUnique(["a", "b"], "The bar");
  assert.throws(() => requireUnique(["a", "b", "a"], "The bar"), /The bar "a" stands in rows 1 and 3/);
});

test("columns become rows, gaps null", () => {
  assert.deepEqual(zip(["a", "b"], [1]), [
    ["a", 1],
    ["b", null],
  ]);
  assert.deepEqual(zip(), []);
});

test("a date is written in UTC, with its time of day if it has one", () => {
  assert.equal(isoDate(new Date(Date.UTC(2011, 0, 1, 0, 0, 30))), "2011-01-01 00:00");
});
