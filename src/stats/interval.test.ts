import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { bootstrap, percentileInterval, resampled, wilson } from "./interval";
import { createRandom } from "./random";

const mean = (values: ArrayLike<number>) => (w: Float64Array) => {
  let sum = 0;
  let n = 0;
  w.forEach((k, i) => {
    sum += k * (values[i] as number);
    n += k;
  });
  return [sum / n];
};

test("Wilson's interval equals SciPy's", () => {
  // scipy.stats.binomtest(13, 100).proportion_ci(method="wilson"), and of (0, 20)
  const { low, high } = wilson(13, 100);
  assertClose(low, 0.07757167427240512, 1e-12);
  assertClose(high, 0.20980351440076428, 1e-12);
  assert.equal(wilson(0, 20).low, 0);
  assertClose(wilson(0, 20).high, 0.16112515805281935, 1e-12);
});

test("Wilson's interval equals SciPy's at the ends and at other coverages", () => {
  // scipy.stats.binomtest(k, n).proportion_ci(coverage, method="wilson"), z = scipy.stats.norm.ppf((1 + coverage) / 2)
  const z90 = 1.6448536269514722;
  const z99 = 2.5758293035489004;
  const expected: [k: number, n: number, z: number | undefined, low: number, high: number][] = [
    [0, 1, undefined, 0, 0.7934506856227626],
    [1, 1, undefined, 0.20654931437723745, 1],
    [3, 7, z90, 0.18644319036395607, 0.7105229089864071],
    [50, 99, z99, 0.3794299542155629, 0.6300366144296164],
    [123455, 123456, undefined, 0.9999541152124495, 0.9999985701405228],
  ];
  for (const [k, n, z, low, high] of expected) {
    const found = wilson(k, n, z);
    assertClose(found.low, low, 1e-14, `${k} of ${n}`);
    assertClose(found.high, high, 1e-14, `${k} of ${n}`);
    assert.equal(found.estimate, k / n);
  }
});

test("the bootstrap interval of a skewed mean is SciPy's", () => {
  // x = np.log1p(np.arange(50)); scipy.stats.bootstrap((x,), np.mean, method="percentile", n_resamples=200_000)
  const values = Array.from({ length: 50 }, (_, i) => Math.log1p(i));
  const [interval] = bootstrap(50, mean(values), { resamples: 20_000 });
  assertClose(interval?.estimate, 2.9695553390354608, 1e-14);
  // Twice the simulation's error of a 2.5 % quantile of 20,000 draws: .124 (the mean's) x 2.7 / sqrt(20,000) = .0024.
  assertClose(interval?.low, 2.71392, 0.005);
  assertClose(interval?.high, 3.2019, 0.005);
});

test("the bootstrap interval of a mean is as wide as theory says", () => {
  const values = Float64Array.from({ length: 400 }, (_, i) => i); // standard deviation 115.47, of the mean 5.77
  const [interval] = bootstrap(400, mean(values), { resamples: 4000, seed: 3 });
  assert.ok(interval);
  assert.equal(interval.estimate, 199.5);
  assertClose((interval.high - interval.low) / (2 * 1.96), 115.47 / 20, 0.3);
});

test("95 % intervals hold the true mean about 95 times in 100", () => {
  const random = createRandom(11);
  let held = 0;
  for (let trial = 0; trial < 300; trial++) {
    const values = Float64Array.from({ length: 60 }, () => random.normal());
    const [interval] = bootstrap(60, mean(values), { resamples: 200, seed: trial });
    if (interval && interval.low <= 0 && interval.high >= 0) held++;
  }
  assert.ok(held / 300 > 0.89 && held / 300 < 0.99, `${held} of 300`);
});

test("the same seed gives the same interval, another seed another", () => {
  const values = [1, 5, 2, 8, 3];
  assert.deepEqual(bootstrap(5, mean(values), { seed: 4 }), bootstrap(5, mean(values), { seed: 4 }));
  assert.notDeepEqual(bootstrap(5, mean(values), { seed: 4 }), bootstrap(5, mean(values), { seed: 5 }));
});

test("no units, no share and a bad coverage are refused", () => {
  assert.throws(() => bootstrap(0, () => [0]), /0 units/);
  assert.throws(() => bootstrap(3, () => [0], { level: 95 }), /coverage 95/);
  assert.throws(() => wilson(5, 4), /5 of 4/);
  const noShares = [
    [Number.NaN, 4],
    [1, Number.NaN],
    [0, 0],
    [-1, 4],
    [1, Infinity],
  ] as const;
  for (const [k, n] of noShares) assert.throws(() => wilson(k, n), /is not a share/);
  for (const z of [Number.NaN, 0, -1.96, Infinity]) assert.throws(() => wilson(1, 4, z), /is not above 0/);
});

test("a statistic that is not finite is refused, on the units and on a resample", () => {
  assert.throws(() => bootstrap(3, () => [1, Number.NaN]), /statistic 2 is NaN on the units as they are/);
  const firstOnly = (weights: Float64Array) => [1 / (weights[0] as number)];
  assert.throws(() => bootstrap(3, firstOnly), /statistic 1 is Infinity on resample \d+/);
});

test("statistics are drawn on the same resamples, and their intervals are the bootstrap's", () => {
  const a = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
  const b = a.map((x, i) => (x * 7 + i) % 5);
  const difference = a.map((x, i) => x - b[i]!);
  const all = (w: Float64Array) => [a, b, difference].map((values) => mean(values)(w)[0] as number);
  const { estimates, draws } = resampled(8, all, { resamples: 300, seed: 5 });
  const [ofA, ofB, between] = draws as [Float64Array, Float64Array, Float64Array];
  for (const [r, x] of between.entries()) assertClose(x, ofA[r]! - ofB[r]!, 1e-12);
  assert.ok(new Set(ofA).size > 20);
  const intervals = estimates.map((estimate, s) => percentileInterval(estimate, draws[s]!, 0.9));
  assert.deepEqual(intervals, bootstrap(8, all, { resamples: 300, seed: 5, level: 0.9 }));
});

test("Wilson's interval holds its estimate, for any share", () => {
  for (let n = 1; n <= 60; n++) {
    for (let successes = 0; successes <= n; successes++) {
      const { estimate, low, high } = wilson(successes, n);
      assert.ok(0 <= low && low <= estimate && estimate <= high && high <= 1, `${successes} of ${n}`);
    }
  }
});
