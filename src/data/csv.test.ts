import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { csvCell, csvRecords } from "./csv";
import { openDuckDB } from "./duckdb";
import { texts } from "./engine";
import { type Layout, text as textColumn } from "./layout";
import { withFolder } from "./testing";

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
        assert.deepEqual([record.line, record.end], [line, end]);
        const broken = table[i]!.findIndex((text) => text.includes("\n"));
        assert.equal(record.quoting?.cell ?? -1, broken);
        line += lines[i]!.split("\n").length;
      }
    }),
  );
});

test("quotes that never close, run over a line break or end too early are told with their line and cell", () => {
  const faults = (text: string) => [...csvRecords(text)].map((record) => record.quoting);
  assert.deepEqual(faults('a,b\nc,"d\ne,f\n'), [null, { fault: "unclosed", line: 2, cell: 1 }]);
  assert.deepEqual(faults('a,"b\nc",d\n"x"y,z\n'), [
    { fault: "broken", line: 1, cell: 1 },
    { fault: "text after", line: 3, cell: 0 },
  ]);
  assert.deepEqual(faults('a" b,""\n "c, d" ,5" e\n'), [null, null]);
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

test("what the engine reads of any text, it reads as these rows, or refuses the text", async () => {
  const layout: Layout = {
    dataset: "any",
    encoding: "latin-1",
    numbered: true,
    columns: [textColumn("a", "a", true), textColumn("b", "b", true)],
  };
  const parts = fc.constantFrom(
    ",",
    ",",
    ",",
    '"',
    '"',
    '""',
    "\r\n",
    "\r\n",
    "\n",
    "a",
    " ",
    'x"',
    "x,y\r\n",
  );
  const engine = await openDuckDB();
  let read = 0;
  await withFolder(async (folder) => {
    const path = join(folder, "any.csv");
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 12 }), async (body) => {
        const text = `a,b\r\n${body.join("")}\r\n`;
        await writeFile(path, text, "latin1");
        await engine.execute("DROP TABLE IF EXISTS any_rows");
        try {
          await engine.readCsv(path, layout, "any_rows");
        } catch {
          return;
        }
        const found = await engine.query("SELECT a, b FROM any_rows ORDER BY line");
        const records = [...csvRecords(text)]
          .slice(1)
          .filter(({ cells }) => cells.join("") !== "" || cells.length > 1);
        if (records.some(({ quoting }) => quoting !== null)) return;
        const [a, b] = [texts(found, "a"), texts(found, "b")];
        const cellsOf = (row: number) => [a[row] ?? "", b[row] ?? ""];
        // A comma at the end of a row is passed over.
        for (const { cells } of records) assert.equal(cells.slice(2).join(""), "", JSON.stringify(text));
        assert.deepEqual(
          records.map(({ cells }) => cells.slice(0, 2)),
          a.map((_, row) => cellsOf(row)),
          JSON.stringify(text),
        );
        read++;
      }),
      { numRuns: 300, seed: 5 },
    );
  });
  assert.ok(read > 30, `${read} texts were read`);
  await engine.close();
});
