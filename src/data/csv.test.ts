import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { csvCell, csvRecords } from "./csv";

test("rows written with csvCell are read back, each with its line", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", " ", "£") });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.constantFrom("\n", "\r\n"), (table, end) => {
      const lines = table.map((row) => row.map(csvCell).join(","));
      const records = [...csvRecords(lines.map((line) => line + end).join(""))];
      assert.deepEqual(
        records.map((record) => record.cells),
        table,
      );
      let line = 1;
      for (const [i, record] of records.entries()) {
        assert.deepEqual([record.line, record.unclosed], [line, null]);
        line += lines[i]!.split("\n").length;
      }
    }),
  );
});

test("a quote that never closes is told with the line where it opens", () => {
  const records = [...csvRecords('a,b\nc,"d\ne,f\n')];
  assert.deepEqual(
    records.map((record) => [record.line, record.unclosed]),
    [
      [1, null],
      [2, 2],
    ],
  );
});

test("a last line without a line break, empty cells and no text at all are read as they stand", () => {
  const cells = (text: string) => [...csvRecords(text)].map((record) => record.cells);
  assert.deepEqual(cells("a,\n,b"), [
    ["a", ""],
    ["", "b"],
  ]);
  assert.deepEqual(cells("a,"), [["a", ""]]);
  assert.deepEqual(cells(""), []);
});
