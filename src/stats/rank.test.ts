import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { quantileBins, rank } from "./rank";
import { tied } from "./testing";

test("ranks equal pandas' for ties by average and by first", () => {
  // pandas.Series([7, 3, 7, 1, 3, 7]).rank(method=…)
  assert.deepEqual([...rank([7, 3, 7, 1, 3, 7])], [5, 2.5, 5, 1, 2.5, 5]);
  assert.deepEqual([...rank([7, 3, 7, 1, 3, 7], "first")], [4, 2, 5, 1, 3, 6]);
});

// i = np.arange(50); x = pd.Series((i * 37 % 23) / 4), pandas 3.1
test("ranks of fifty values with ties equal pandas'", () => {
  // x.rank() and x.rank(method="first")
  assert.deepEqual(
    [...rank(tied(50))],
    [
      2, 32, 13, 43, 23.5, 4.5, 34.5, 15.5, 45.5, 25.5, 6.5, 36.5, 17.5, 47.5, 27.5, 8.5, 38.5, 19.5, 49.5,
      29.5, 10.5, 40.5, 21.5, 2, 32, 13, 43, 23.5, 4.5, 34.5, 15.5, 45.5, 25.5, 6.5, 36.5, 17.5, 47.5, 27.5,
      8.5, 38.5, 19.5, 49.5, 29.5, 10.5, 40.5, 21.5, 2, 32, 13, 43,
    ],
  );
  assert.deepEqual(
    [...rank(tied(50), "first")],
    [
      1, 31, 12, 42, 23, 4, 34, 15, 45, 25, 6, 36, 17, 47, 27, 8, 38, 19, 49, 29, 10, 40, 21, 2, 32, 13, 43,
      24, 5, 35, 16, 46, 26, 7, 37, 18, 48, 28, 9, 39, 20, 50, 30, 11, 41, 22, 3, 33, 14, 44,
    ],
  );
});

test("quantile bins of fifty values with ties equal pandas' qcut", () => {
  // pd.qcut(x, 4, labels=False, retbins=True) and with 5, plus one
  const quarters = quantileBins(tied(50), 4);
  assert.deepEqual(
    [...quarters.bin],
    [
      1, 3, 1, 4, 2, 1, 3, 2, 4, 2, 1, 3, 2, 4, 3, 1, 4, 2, 4, 3, 1, 4, 2, 1, 3, 1, 4, 2, 1, 3, 2, 4, 2, 1, 3,
      2, 4, 3, 1, 4, 2, 4, 3, 1, 4, 2, 1, 3, 1, 4,
    ],
  );
  assert.deepEqual(quarters.edges, [0, 1.25, 2.75, 4.1875, 5.5]);
  const fifths = quantileBins(tied(50), 5);
  assert.deepEqual(
    [...fifths.bin],
    [
      1, 4, 2, 5, 3, 1, 4, 2, 5, 3, 1, 4, 2, 5, 3, 1, 4, 2, 5, 3, 1, 4, 3, 1, 4, 2, 5, 3, 1, 4, 2, 5, 3, 1, 4,
      2, 5, 3, 1, 4, 2, 5, 3, 1, 4, 3, 1, 4, 2, 5,
    ],
  );
  [0, 1, 2.15, 3.35, 4.5, 5.5].forEach((edge, i) => {
    assertClose(fifths.edges[i], edge, 1e-12);
  });
});

test("bins of ranks are as large as pandas makes them", () => {
  // np.bincount(pd.qcut(np.arange(1, n + 1), bins, labels=False))
  const expected: [n: number, bins: number, sizes: number[]][] = [
    [13, 4, [4, 3, 3, 3]],
    [13, 5, [3, 2, 3, 2, 3]],
    [13, 10, [2, 1, 1, 1, 2, 1, 1, 1, 1, 2]],
    [48, 7, [7, 7, 7, 6, 7, 7, 7]],
    [91, 10, [10, 9, 9, 9, 9, 9, 9, 9, 9, 9]],
    [4323, 5, [865, 864, 865, 864, 865]],
    [4334, 5, [867, 867, 866, 867, 867]],
  ];
  for (const [n, bins, sizes] of expected) assert.deepEqual(sizesOf(n, bins), sizes, `${n} in ${bins}`);
});

test("ranks fall into the bin that whole-number arithmetic gives, for every number of values and bins", () => {
  // Rank k lies on or below edge i of b when (k - 1) b <= (n - 1) i.
  for (let n = 13; n <= 130; n++) {
    for (let bins = 2; bins <= 12; bins++) {
      const upTo = Array.from({ length: bins + 1 }, (_, i) =>
        i === 0 ? 0 : 1 + Math.floor(((n - 1) * i) / bins),
      );
      const sizes = upTo.slice(1).map((count, i) => count - upTo[i]!);
      assert.deepEqual(sizesOf(n, bins), sizes, `${n} in ${bins}`);
    }
  }
});

/** How many of the numbers 1 … n are in each bin. */
function sizesOf(n: number, bins: number): number[] {
  const sizes = new Array<number>(bins).fill(0);
  for (const bin of quantileBins(
    Float64Array.from({ length: n }, (_, i) => i + 1),
    bins,
  ).bin)
    sizes[bin - 1]!++;
  return sizes;
}

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
  assert.throws(() => quantileBins([], 2), /at least one number/);
  for (const value of [Number.NaN, Infinity]) {
    assert.throws(() => quantileBins([1, 2, value], 2), new RegExp(`value ${value} at index 2`));
    assert.throws(() => rank([value]), new RegExp(`value ${value} at index 0`));
  }
});
