import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { bootstrap, wilson } from "./interval";
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
});
