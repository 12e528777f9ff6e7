import assert from "node:assert/strict";
import { test } from "node:test";
import { pointBiserial } from "./point-biserial";

const ones = [3, 1, 0, 7, 2];
const rows = [4, 4, 5, 9, 2];
const values = [6, 1, 2, 5, 3];

test("the correlation is SciPy's of the rows themselves", () => {
  // scipy.stats.pointbiserialr of the 24 rows that these counts stand for, SciPy 1.17.
  const { estimate } = pointBiserial(ones, rows, values, { resamples: 20 });
  assert.ok(Math.abs(estimate - 0.5368859223327068) < 1e-12);
});

test("turning ones and zeros, or the values, round turns the sign, and the unit of the values does not matter", () => {
  const of = (a: readonly number[], b: readonly number[]) =>
    pointBiserial(a, rows, b, { resamples: 1 }).estimate;
  const known = of(ones, values);
  assert.ok(
    Math.abs(
      of(
        ones.map((k, i) => rows[i]! - k),
        values,
      ) + known,
    ) < 1e-12,
  );
  assert.ok(
    Math.abs(
      of(
        ones,
        values.map((v) => -v),
      ) + known,
    ) < 1e-12,
  );
  assert.ok(
    Math.abs(
      of(
        ones,
        values.map((v) => 3 * v + 100),
      ) - known,
    ) < 1e-12,
  );
});

test("the interval holds the estimate, and comes the same from the same seed", () => {
  const many = Array.from({ length: 40 }, (_v, i) => i);
  const found = () =>
    pointBiserial(
      many.map((i) => 1 + (i % 5)),
      many.map(() => 9),
      many.map((i) => (i * 7) % 11),
      { seed: 3 },
    );
  const { estimate, low, high } = found();
  assert.ok(low < estimate && estimate < high);
  assert.deepEqual(found(), { estimate, low, high });
});

test("counts that do not fit, and rows that are all the same, are refused", () => {
  assert.throws(() => pointBiserial([1], rows, values), /1 counts of ones, 5 of rows and 5 values/);
  assert.throws(() => pointBiserial([5, 1], [4, 4], [1, 2]), /unit 0 has 5 ones of 4 rows/);
  assert.throws(() => pointBiserial([Number.NaN, 1], [4, 4], [1, 2]), /unit 0 has NaN ones/);
  assert.throws(() => pointBiserial([1, 1], [4, 4], [2, 2]), /are the same/);
  assert.throws(() => pointBiserial([4, 4], [4, 4], [1, 2]), /are the same/);
});
