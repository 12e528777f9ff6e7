import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { quantileBins, rank } from "./rank";

test("ranks equal pandas' for ties by average and by first", () => {
  // pandas.Series([7, 3, 7, 1, 3, 7]).rank(method=…)
  assert.deepEqual([...rank([7, 3, 7, 1, 3, 7])], [5, 2.5, 5, 1, 2.5, 5]);
  assert.deepEqual([...rank([7, 3, 7, 1, 3, 7], "first")], [4, 2, 5, 1, 3, 6]);
});

test("quantile bins equal pandas' qcut", () => {
  // pandas.qcut([1, 1, 2, 3, 5, 8, 13, 21, 34, 55], 5, labels=[1,2,3,4,5], retbins=True)
  const { bin, edges } = quantileBins([1, 1, 2, 3, 5, 8, 13, 21, 34, 55], 5);
  assert.deepEqual([...bin], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  const expected = [1, 1.8, 4.2, 10, 23.6, 55];
  for (const [i, edge] of edges.entries()) assertClose(edge, expected[i] as number, 1e-12);
});

test("a value on an edge falls into the lower bin", () => {
  assert.deepEqual([...quantileBins([1, 2, 3, 4, 5], 2).bin], [1, 1, 1, 2, 2]);
});

test("ranks by first are a permutation of 1..n, and bins of them differ in size by at most one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 10, maxLength: 80 }), (values) => {
      const ranks = rank(values, "first");
      assert.deepEqual(
        [...ranks].sort((a, b) => a - b),
        values.map((_, i) => i + 1),
      );
      const sizes = [0, 0, 0, 0, 0];
      for (const b of quantileBins(ranks, 5).bin) sizes[b - 1] = (sizes[b - 1] as number) + 1;
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join());
    }),
  );
});

test("equal quantiles are refused, with the way out", () => {
  assert.throws(() => quantileBins([1, 1, 1, 1, 2], 4), /both its edges are 1.*rank\(values, "first"\)/);
  assert.throws(() => quantileBins([1, 2], 1), /2 to 255/);
});
