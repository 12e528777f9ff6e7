import assert from "node:assert/strict";
import { test } from "node:test";
import { balancedRows } from "./balanced-rows";

test("the rarer label stays whole, of the commoner one as many are drawn", () => {
  const labels = [0, 1, 0, 0, 1, 0, 1, 1];
  const rows = [7, 5, 3, 2, 0, 4];
  const found = [...balancedRows(labels, rows, 3)];
  assert.deepEqual(
    found.toSorted((a, b) => a - b),
    found,
  );
  assert.deepEqual(
    found.filter((row) => labels[row] === 1),
    [4, 7],
  );
  const zeros = found.filter((row) => labels[row] === 0);
  assert.equal(zeros.length, 2);
  assert.ok(zeros.every((row) => rows.includes(row)));
  const drawn = Array.from({ length: 40 }, (_, seed) => [...balancedRows(labels, rows, seed)].join());
  assert.equal(new Set(drawn).size, 6, "each pair of the four zeros comes up");
});

test("where ones are the commoner label they are drawn", () => {
  assert.deepEqual([...balancedRows([1, 1, 0], [0, 1, 2], 1)].includes(2), true);
  assert.equal(balancedRows([1, 1, 0], [0, 1, 2], 1).length, 2);
});

test("rows of one label are refused", () => {
  assert.throws(() => balancedRows([1, 1, 0], [0, 1], 1), /All 2 rows have one label/);
});
