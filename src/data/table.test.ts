import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf } from "./engine";
import { toTable } from "./table";

test("a table keeps order, numbers, texts and nulls, and gives UTC dates", () => {
  const day = Date.UTC(2011, 0, 2);
  const table = toTable(
    columnsOf([
      ["2011", { kind: "number", values: Float64Array.of(1, Number.NaN) }],
      ["a", { kind: "text", values: ["x", null] }],
      ["day", { kind: "date", values: Float64Array.of(day, Number.NaN) }],
    ]),
  );
  assert.deepEqual(table.columnNames(), ["2011", "a", "day"]);
  assert.deepEqual(table.objects(), [
    { "2011": 1, a: "x", day: new Date(day) },
    { "2011": Number.NaN, a: null, day: null },
  ]);
});

test("equal dates are one group", () => {
  const values = Float64Array.of(0, 86_400_000, 0);
  const table = toTable(columnsOf([["day", { kind: "date", values }]]));
  assert.equal(table.groupby("day").count().numRows(), 2);
});

test("a column named __proto__ is refused", () => {
  const columns = columnsOf([["__proto__", { kind: "text", values: ["x"] }]]);
  assert.throws(() => toTable(columns), /"__proto__"; rename it/);
  assert.equal(({} as Record<string, unknown>).x, undefined);
});
