import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { naturalBreaks } from "./natural-breaks";

const inertiaOf = (values: readonly number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
};

/** The least sum of squares over all ways to cut sorted values into k intervals. */
function leastInertia(sorted: readonly number[], k: number): number {
  if (k === 1) return inertiaOf(sorted);
  let least = Infinity;
  for (let end = k - 1; end < sorted.length; end++) {
    least = Math.min(least, leastInertia(sorted.slice(0, end), k - 1) + inertiaOf(sorted.slice(end)));
  }
  return least;
}

test("two heaps are parted between them", () => {
  const { cuts, labels, sizes, inertia } = naturalBreaks([10, 1, 9, 2, 11], 2);
  assert.deepEqual(cuts, [5.5]);
  assert.deepEqual([...labels], [1, 0, 1, 0, 1]);
  assert.deepEqual(sizes, [2, 3]);
  assert.equal(inertia, 2.5);
});

test("no way of cutting has a smaller sum of squares", () => {
  const values = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 6, maxLength: 11 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 4 }), (list, k) => {
      fc.pre(new Set(list).size >= k);
      const found = naturalBreaks(list, k);
      const sorted = [...list].sort((a, b) => a - b);
      assertClose(found.inertia, leastInertia(sorted, k), 1e-9);
      const parts = Array.from({ length: k }, (_, c) => list.filter((_value, i) => found.labels[i] === c));
      assertClose(
        parts.reduce((sum, part) => sum + inertiaOf(part), 0),
        found.inertia,
        1e-9,
      );
      assert.deepEqual(
        found.sizes,
        parts.map((part) => part.length),
      );
    }),
    { numRuns: 60 },
  );
});

test("order, shift and scale of the values do not matter", () => {
  const values = Array.from({ length: 60 }, (_, i) => ((i * 37) % 53) ** 2);
  const { labels } = naturalBreaks(values, 4);
  assert.deepEqual(naturalBreaks([...values].reverse(), 4).labels, labels.slice().reverse());
  const moved = values.map((x) => 1e7 + 3 * x);
  assert.deepEqual(naturalBreaks(moved, 4).labels, labels);
});

test("the optimum is the one scikit-learn finds with many starts", () => {
  // x = (np.arange(200) * 37 % 199) ** 1.5; KMeans(5, n_init=200, random_state=0).fit(x[:, None]): inertia_, bincount
  const values = Array.from({ length: 200 }, (_, i) => ((i * 37) % 199) ** 1.5);
  const { inertia, sizes } = naturalBreaks(values, 5);
  assertClose(inertia / 5086965.974759111, 1, 1e-12);
  assert.deepEqual(sizes, [58, 42, 36, 33, 31]);
});

test("labels follow from the cuts, and as many clusters as different values leave no inertia", () => {
  const values = Array.from({ length: 300 }, (_, i) => ((i * 37) % 53) ** 2);
  const { cuts, labels } = naturalBreaks(values, 5);
  assert.deepEqual(
    [...labels],
    values.map((value) => cuts.filter((cut) => value > cut).length),
  );
  const all = { cuts: [1.5, 2.5], labels: Int32Array.of(2, 0, 2, 1), sizes: [1, 1, 2], inertia: 0 };
  assert.deepEqual(naturalBreaks([3, 1, 3, 2], 3), all);
});

test("more clusters than different values, broken counts and values that are not finite are refused", () => {
  assert.throws(() => naturalBreaks([1, 1, 2], 3), /3 clusters of 2 different values/);
  for (const k of [0, 1.5, Number.NaN]) {
    assert.throws(
      () =>
        naturalBreaks(
          Array.from({ length: 300 }, (_, i) => i),
          k,
        ),
      /take a whole number from 1 to 300/,
    );
  }
  assert.throws(() => naturalBreaks([1, Number.NaN], 1), /value NaN at index 1/);
});
