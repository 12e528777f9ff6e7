import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { pearson, spearman } from "./correlation";
import { squares, tied } from "./testing";

const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

test("Pearson's correlation of Anscombe's first quartet is the published .816", () => {
  // Anscombe (1973), "Graphs in statistical analysis"; scipy.stats.pearsonr gives 0.81642051634484
  assertClose(pearson(x, y), 0.81642051634484, 1e-12);
});

test("Spearman's correlation equals SciPy's, with ties", () => {
  // scipy.stats.spearmanr: .81818181818… without ties; of [1,2,2,4,5] and [2,1,3,3,9]: 0.7631578947368421
  assertClose(spearman(x, y), 9 / 11, 1e-12);
  assertClose(spearman([1, 2, 2, 4, 5], [2, 1, 3, 3, 9]), 0.7631578947368421, 1e-12);
});

test("both correlations of fifty pairs with ties equal SciPy's", () => {
  // i = np.arange(50); x, y = (i * 37 % 23) / 4, i * i % 17; scipy.stats.pearsonr(x, y), spearmanr(x, y), SciPy 1.17
  assertClose(pearson(tied(50), squares(50)), 0.12067474956318641, 1e-15);
  assertClose(spearman(tied(50), squares(50)), 0.12576992409160942, 1e-15);
});

test("a large mean does not wash the correlation out", () => {
  const far = x.map((v) => v + 1e9);
  assertClose(pearson(far, y), pearson(x, y), 1e-15);
});

test("correlation ignores shift and positive scale, and turns with the sign", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      (a, b) => {
        const moved = x.map((v) => a + b * v);
        assert.ok(Math.abs(pearson(moved, y) - pearson(x, y)) < 1e-9);
        assert.ok(
          Math.abs(
            pearson(
              moved.map((v) => -v),
              y,
            ) + pearson(x, y),
          ) < 1e-9,
        );
      },
    ),
  );
});

test("unequal lengths and constants are refused", () => {
  assert.throws(() => pearson([1, 2], [1]), /2 values with 1/);
  assert.throws(() => pearson([1, 1, 1], [1, 2, 3]), /constant/);
  assert.throws(() => pearson([1], [1]), /two values/);
  for (const value of [Number.NaN, Infinity, -Infinity]) {
    assert.throws(
      () => pearson([1, 2, 3], [1, value, 3]),
      new RegExp(`value ${value} at index 1 is not a finite`),
    );
    assert.throws(
      () => spearman([value, 2, 3], [1, 2, 3]),
      new RegExp(`value ${value} at index 0 is not a finite`),
    );
  }
});
