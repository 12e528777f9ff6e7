import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { medianInterval } from "./median-interval";
import { median } from "./quantile";
import { tied } from "./testing";

test("the estimate is the median, inside its interval, whatever the order of the values", () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, (list) => {
      const { estimate, low, high } = medianInterval(list, { resamples: 40 });
      assert.equal(estimate, median(list));
      assert.ok(low <= high && low >= Math.min(...list) && high <= Math.max(...list));
      assert.deepEqual(medianInterval([...list].reverse(), { resamples: 40 }), { estimate, low, high });
    }),
    { numRuns: 40 },
  );
});

test("the interval is SciPy's", () => {
  // x = np.arange(200) * 37 % 23 / 4; scipy.stats.bootstrap((x,), np.median, method="percentile", n_resamples=20_000)
  const { estimate, low, high } = medianInterval(tied(200), { resamples: 4000 });
  assert.deepEqual([estimate, low, high], [2.75, 2.25, 3.125]);
});

test("the interval of many normal-like values is as wide as theory has it", () => {
  const values = Array.from({ length: 2001 }, (_, i) => i);
  const { low, high } = medianInterval(values, { resamples: 2000 });
  // Ranks of the median are binomial: half ± 1.96 sqrt(n) / 2.
  assertClose((high - low) / (1.96 * Math.sqrt(2001)), 1, 0.06);
});

test("no values and values that are not finite are refused", () => {
  assert.throws(() => medianInterval([]), /0 units/);
  assert.throws(() => medianInterval([1, Number.NaN]), /value NaN at index 1/);
});
