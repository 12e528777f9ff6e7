import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clusterMeans, groupRows } from "./labels";
import { matrixOf } from "./matrix";

test("every row stands once, in its cluster's place and in its old order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 5, maxLength: 40 }), (labels) => {
      const { k, sizes, rows, starts } = groupRows(labels);
      assert.deepEqual(
        [...rows].sort((a, b) => a - b),
        labels.map((_, i) => i),
      );
      for (let c = 0; c < k; c++) {
        const members = [...rows.subarray(starts[c], starts[c + 1])];
        assert.equal(members.length, sizes[c]);
        assert.deepEqual(
          members,
          labels.flatMap((label, i) => (label === c ? [i] : [])),
        );
      }
    }),
  );
});

test("means are of the cluster's rows, and zero where there are none", () => {
  const matrix = matrixOf([
    ["x", [1, 2, 6]],
    ["y", [10, 20, 30]],
  ]);
  assert.deepEqual([...clusterMeans(matrix, groupRows([0, 2, 0]))], [3.5, 20, 0, 0, 2, 20]);
});
