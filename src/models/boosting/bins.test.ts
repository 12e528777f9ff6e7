import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { binCategories, binEdges, binValues, categoriesOf, MISSING_BIN, UNKNOWN_BIN } from "./bins";

const binOf = (value: number, edges: Float64Array) => binValues([value], edges, new Uint8Array(1))[0]!;

const numbers = fc.array(fc.oneof(fc.double({ noDefaultInfinity: true }), fc.integer({ min: -3, max: 3 })), {
  maxLength: 60,
});

test("few distinct numbers have a bin each, with edges halfway", () => {
  assert.deepEqual(binEdges([4, 1, 2, 2, Number.NaN], 255), Float64Array.of(1.5, 3));
  assert.deepEqual(binEdges([7, 7, Number.NaN], 255), new Float64Array());
  assert.deepEqual(binEdges([], 255), new Float64Array());
});

test("edges of many distinct numbers are scikit-learn's", () => {
  // x = np.array([(i * i * 7 + 3 * i) % 101 for i in range(40)], dtype=float)
  // sklearn.ensemble._hist_gradient_boosting.binning._find_binning_thresholds(x, max_bins), scikit-learn 1.9.1
  const x = Array.from({ length: 40 }, (_, i) => (i * i * 7 + 3 * i) % 101);
  const reference: [maxBins: number, edges: number[]][] = [
    [2, [34.5]],
    [3, [23.0, 61.0]],
    [7, [10.0, 21.0, 33.0, 53.0, 64.0, 89.0]],
    [10, [8.0, 16.0, 21.5, 29.5, 34.5, 56.0, 63.5, 72.0, 91.5]],
    [16, [4.0, 10.0, 15.0, 19.5, 22.0, 25.0, 33.0, 34.5, 53.0, 58.5, 63.0, 68.0, 72.0, 89.5, 95.0]],
  ];
  for (const [maxBins, expected] of reference) assert.deepEqual([...binEdges(x, maxBins)], expected);
});

test("a number's bin is the only one whose edges hold it", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 2, max: 12 }), (values, maxBins) => {
      const edges = binEdges(values, maxBins);
      assert.ok(edges.length < maxBins);
      for (const value of values) {
        const bin = binOf(value, edges);
        if (Number.isNaN(value)) assert.equal(bin, MISSING_BIN);
        else {
          assert.ok(bin === 0 || value > edges[bin - 1]!);
          assert.ok(bin === edges.length || value <= edges[bin]!);
        }
      }
    }),
  );
});

test("edges ascend, and the first and the last bin hold a row", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 2, max: 12 }), (values, maxBins) => {
      const edges = binEdges(values, maxBins);
      for (let i = 1; i < edges.length; i++) assert.ok(edges[i]! > edges[i - 1]!);
      const present = values.filter((value) => !Number.isNaN(value));
      if (present.length === 0) return;
      const filled = new Set(present.map((value) => binOf(value, edges)));
      assert.ok(filled.has(0) && filled.has(edges.length));
    }),
  );
});

test("rows in another order have the same edges", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      assert.deepEqual(binEdges(values, 7), binEdges([...values].reverse(), 7));
    }),
  );
});

test("numbers with none between them are told apart", () => {
  const next = 1 + Number.EPSILON;
  const edges = binEdges([1, next], 255);
  assert.deepEqual([binOf(1, edges), binOf(next, edges)], [0, 1]);
  const large = binEdges([-Number.MAX_VALUE, 1.7e308, Number.MAX_VALUE], 255);
  assert.deepEqual(
    [binOf(-Number.MAX_VALUE, large), binOf(1.7e308, large), binOf(1.79e308, large)],
    [0, 1, 2],
  );
});

test("bins out of range are refused", () => {
  assert.throws(() => binEdges([1, 2], 256), /256 bins/);
  assert.throws(() => binEdges([1, 2], 1.5), /1.5 bins/);
});

test("categories have a bin each, whatever their numbers", () => {
  const known = categoriesOf([7, -2, 7, Number.NaN, -0, 0], "c");
  assert.deepEqual(known, Float64Array.of(-2, 0, 7));
  const bins = binCategories([0, 7, 3, Number.NaN, -2], known, new Uint8Array(5));
  assert.deepEqual([...bins], [1, 2, UNKNOWN_BIN, MISSING_BIN, 0]);
});
