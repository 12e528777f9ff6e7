import assert from "node:assert/strict";
import { test } from "node:test";
import { pearson, spearman } from "./correlation";
import { correlationInterval } from "./correlation-interval";
import { createRandom } from "./random";

/** Pairs of standard normal numbers of correlation rho. */
function pairs(n: number, rho: number, seed: number): [Float64Array, Float64Array] {
  const random = createRandom(seed);
  const x = Float64Array.from({ length: n }, () => random.normal());
  return [x, x.map((value) => rho * value + Math.sqrt(1 - rho * rho) * random.normal())];
}

test("the estimate is the correlation of the values as they are, by ranks or not", () => {
  const [x, y] = pairs(50, 0.5, 1);
  assert.equal(correlationInterval(x, y, { resamples: 10 }).estimate, spearman(x, y));
  assert.equal(correlationInterval(x, y, { resamples: 10, of: "pearson" }).estimate, pearson(x, y));
});

test("intervals of 95 % hold the true correlation about 95 times in 100", () => {
  let held = 0;
  for (let t = 0; t < 200; t++) {
    const [x, y] = pairs(80, 0.6, t);
    const { low, high } = correlationInterval(x, y, { resamples: 200, seed: t, of: "pearson" });
    if (low <= 0.6 && high >= 0.6) held++;
  }
  // Binomial with p = .95: 190 ± 3.1; the percentile bootstrap of 80 pairs holds a little less.
  assert.ok(held >= 178 && held <= 198, `${held} of 200`);
});

test("its width follows Fisher's: about 2 × 1.96 (1 − r²) / √n", () => {
  const [x, y] = pairs(2000, 0.6, 3);
  const { estimate, low, high } = correlationInterval(x, y, { resamples: 400, of: "pearson" });
  const expected = (2 * 1.96 * (1 - estimate ** 2)) / Math.sqrt(2000);
  assert.ok(Math.abs((high - low) / expected - 1) < 0.15, `${high - low}, not ${expected}`);
});

test("lists of different length and constants are refused", () => {
  assert.throws(() => correlationInterval([1, 2], [1]), /2 values with 1/);
  assert.throws(() => correlationInterval([1, 1, 1], [1, 2, 3]), /constant/);
});
