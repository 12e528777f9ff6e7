import assert from "node:assert/strict";
import { test } from "node:test";
import { exportColumns } from "./columns";

const kinds = (rows: readonly object[]) => exportColumns(rows).map(({ kind }) => kind);

test("whole numbers are integers, a column with one fraction is of numbers", () => {
  assert.deepEqual(
    kinds([
      { a: 1, b: 1, c: 1n, d: 2 ** 60 },
      { a: -2, b: 1.5, c: 3 },
    ]),
    ["integer", "number", "integer", "number"],
  );
});

test("minus zero is zero in both files", () => {
  const [whole, broken] = exportColumns([{ a: -0, b: -0 }, { b: 0.5 }]);
  assert.deepEqual(whole?.values, [0n, null]);
  assert.ok(Object.is(broken?.values[0], 0));
});

test("columns come in the order of their first row, and those that are lacking are null", () => {
  const columns = exportColumns([{ b: true }, { a: "x", b: false }]);
  assert.deepEqual(columns, [
    { name: "b", kind: "boolean", values: [true, false] },
    { name: "a", kind: "text", values: [null, "x"] },
  ]);
  assert.deepEqual(exportColumns([{ a: undefined }]), [{ name: "a", kind: "text", values: [null] }]);
});

test("a value that cannot be written is told by row and column", () => {
  const wrong: [readonly object[], RegExp][] = [
    [[{ a: 1 }, { a: "x" }], /Row 2, column "a": this is a text, but the rows above hold a number/],
    [[{ a: Number.NaN }], /Row 1, column "a": NaN is not a finite number/],
    [[{ a: 1 }, { a: -Infinity }], /Row 2, column "a": -Infinity/],
    [[{ rule: ["x"] }], /Row 1, column "rule": this is a list/],
    [[{ a: {} }], /Row 1, column "a": this is of type object/],
    [[{ a: 2n ** 63n }], /does not fit into 64 bits/],
    [[{ a: new Date(Number.NaN) }], /no date of the years/],
    [[{ a: new Date(Date.UTC(10_000, 0)) }], /no date of the years/],
    [[{ a: new Date("0000-12-31") }], /no date of the years/],
    [[{ a: 1, A: 2 }], /"a" and "A" are one/],
    [[{ "": 1 }], /no name/],
    [[{ "a\0b": 1 }], /"a\\u0000b" has a NUL/],
    [[null as unknown as object], /Row 1 is null/],
    [[], /name the columns/],
  ];
  for (const [rows, message] of wrong) assert.throws(() => exportColumns(rows), message);
  assert.throws(() => exportColumns([{ a: 1 }], ["b"]), /No row has a column "b". There are: "a"/);
});

test("a column named __proto__ is a column", () => {
  const row = JSON.parse('{"__proto__": "x", "b": 1}') as object;
  assert.deepEqual(
    exportColumns([{ b: 2 }, row]).map(({ name, values }) => [name, values]),
    [
      ["b", [2n, 1n]],
      ["__proto__", [null, "x"]],
    ],
  );
});
