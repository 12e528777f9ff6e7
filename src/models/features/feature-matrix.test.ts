import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { featureMatrix, requireLabels } from "./feature-matrix";

const column = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 4 });

test("value and place of every feature are kept, row after row", () => {
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 3 }), (columns) => {
      const names = columns.map((_, j) => `x${j}`);
      const matrix = featureMatrix({ names, columns });
      assert.deepEqual([matrix.rows, matrix.columns, matrix.names], [4, columns.length, names]);
      for (const [j, values] of columns.entries())
        values.forEach((value, i) => {
          assert.equal(matrix.values[i * columns.length + j], value);
        });
    }),
  );
});

test("the one missing value of a table is named by row and feature", () => {
  fc.assert(
    fc.property(fc.nat(3), fc.nat(2), (row, at) => {
      const columns = Array.from({ length: 3 }, () => [1, 2, 3, 4]);
      columns[at]![row] = Number.NaN;
      assert.throws(
        () => featureMatrix({ names: ["a", "b", "c"], columns }),
        (error) =>
          error instanceof RangeError &&
          error.message.startsWith(`Feature "${"abc"[at]}" is missing in row ${row}:`),
      );
    }),
  );
});

test("labels are counted, and one that is neither 0 nor 1 is named", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1)), (labels) => {
      assert.equal(requireLabels(labels, labels.length), labels.filter((label) => label === 1).length);
    }),
  );
  assert.throws(() => requireLabels([0, 1, Number.NaN], 3), /label of row 2 is NaN: take 0 or 1/);
  assert.throws(() => requireLabels([0, 1], 3), /2 labels for 3 rows/);
});
