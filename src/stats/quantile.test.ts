import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { equalCuts, median, quantileSorted, quantiles } from "./quantile";
import { tied } from "./testing";

test("type 7 quantiles equal NumPy's", () => {
  // numpy.quantile([2, 3, 5, 7, 11, 13], [0.1, 0.25, 1/3, 0.5, 0.8, 0.95]), NumPy 2.x
  const expected = [2.5, 3.5, 4.333333333333333, 6, 11, 12.5];
  const found = quantiles([13, 2, 7, 3, 11, 5], [0.1, 0.25, 1 / 3, 0.5, 0.8, 0.95]);
  for (const [i, value] of found.entries()) assertClose(value, expected[i] as number, 1e-12, `level ${i}`);
});

test("type 7 quantiles of values with ties equal NumPy's", () => {
  // i = np.arange(50); np.quantile((i * 37 % 23) / 4, [.05, .25, 1/3, .5, .9, .99]), NumPy 2.4
  const found = quantiles(tied(50), [0.05, 0.25, 1 / 3, 0.5, 0.9, 0.99]);
  assert.deepEqual(found, [0.11250000000000004, 1.25, 1.75, 2.75, 5, 5.5]);
});

test("equal cuts lie where whole-number arithmetic puts them", () => {
  // Cut i of b lies (n - 1) i / b steps above the first of the numbers 1 … n.
  for (const n of [2, 31, 91, 200]) {
    const sorted = Float64Array.from({ length: n }, (_, i) => i + 1);
    for (let parts = 1; parts <= 12; parts++) {
      const cuts = equalCuts(sorted, parts);
      assert.equal(cuts.length, parts + 1);
      for (const [i, cut] of cuts.entries()) {
        const [steps, rest] = [Math.floor(((n - 1) * i) / parts), ((n - 1) * i) % parts];
        if (rest === 0) assert.equal(cut, 1 + steps, `cut ${i} of ${parts} of ${n}`);
        else assertClose(cut, 1 + steps + rest / parts, 1e-12 * n);
      }
    }
  }
  assert.deepEqual(equalCuts([5], 3), [5, 5, 5, 5]);
});

test("the ends are the minimum and the maximum, and a single value is every quantile", () => {
  assert.deepEqual(quantiles([9, -4, 2], [0, 1]), [-4, 9]);
  assert.deepEqual(quantiles([7], [0, 0.3, 1]), [7, 7, 7]);
});

test("quantiles do not depend on the order of the values and grow with the level", () => {
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), {
    minLength: 1,
    maxLength: 50,
  });
  fc.assert(
    fc.property(numbers, (values) => {
      const levels = [0, 0.1, 0.37, 0.5, 0.9, 1];
      const once = quantiles(values, levels);
      assert.deepEqual(quantiles([...values].reverse(), levels), once);
      assert.deepEqual(
        once,
        [...once].sort((a, b) => a - b),
      );
    }),
  );
});

test("quantiles follow shifts and scales", () => {
  const values = [3, 8, 1, 9, 4];
  assert.equal(median(values.map((v) => 2 * v + 1)), 2 * median(values) + 1);
});

test("no values, a bad level and a value that is no number are refused by name", () => {
  assert.throws(() => median([]), /at least one number/);
  assert.throws(() => quantileSorted([1], 1.5), /1\.5 is outside 0 to 1/);
  for (const value of [Number.NaN, Infinity, -Infinity]) {
    assert.throws(() => median([1, value]), new RegExp(`value ${value} at index 1 is not a finite number`));
    assert.throws(() => quantiles([1, value], [0.5]), /at index 1/);
  }
  assert.throws(() => quantiles([1, 2], [Number.NaN]), /level NaN/);
  assert.throws(() => equalCuts([1, 2], 0), /0 parts/);
  assert.throws(() => equalCuts([], 2), /at least one number/);
});
