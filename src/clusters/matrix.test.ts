import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOf, matrixOf, requireFiniteCells } from "./matrix";

test("columns are laid out row after row, and come back as they were", () => {
  const matrix = matrixOf([
    ["recency", [1, 2, 3]],
    ["monetary", Float64Array.of(10, 20, 30)],
  ]);
  assert.deepEqual([...matrix.values], [1, 10, 2, 20, 3, 30]);
  assert.deepEqual([matrix.rows, matrix.columns], [3, 2]);
  assert.deepEqual([...columnOf(matrix, "monetary")], [10, 20, 30]);
});

test("columns of different length, no columns and unknown columns are refused", () => {
  assert.throws(() => matrixOf([]), /at least one column/);
  assert.throws(
    () =>
      matrixOf([
        ["a", [1]],
        ["b", [1, 2]],
      ]),
    /Column "b" has 2 rows and column "a" 1/,
  );
  assert.throws(() => columnOf(matrixOf([["a", [1]]]), "b"), /no column "b"; there are a/);
});

test("a number that is not finite is refused by its row, column and value", () => {
  const matrix = matrixOf([
    ["a", [1, 2]],
    ["b", [3, -Infinity]],
  ]);
  assert.throws(
    () => requireFiniteCells(matrix),
    /Row 2 of column "b" is -Infinity, not a finite number: leave/,
  );
  requireFiniteCells(matrixOf([["a", [1, -0]]]));
});
