import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { drawDifference } from "./draw-difference";
import { resampled } from "./interval";

test("a difference of four draws, by hand: three above 0, one below", () => {
  const draws = [Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 4, 6, 3)];
  const { difference, p } = drawDifference({ estimates: [2, 4], draws }, 0, 1, 0.5);
  // Differences 1, 2, 3 and -1; quartiles of -1, 1, 2, 3 by linear interpolation.
  assert.deepEqual(difference, { estimate: 2, low: 0.5, high: 2.25 });
  assert.equal(p, (2 * (1 + 1)) / 5);
});

test("a statistic does not differ from itself", () => {
  const { difference, p } = drawDifference(
    resampled(5, (w) => [w[0]!]),
    0,
    0,
  );
  assert.deepEqual({ ...difference, p }, { estimate: 0, low: 0, high: 0, p: 1 });
});

test("turned round, the difference changes its sign and the p value stays", () => {
  const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(values, fc.nat(100), (all, seed) => {
      const both = resampled(all.length, (w) => [w[0]!, w.reduce((sum, x, i) => sum + x * all[i]!, 0)], {
        resamples: 40,
        seed,
      });
      const there = drawDifference(both, 0, 1);
      const back = drawDifference(both, 1, 0);
      assert.equal(there.p, back.p);
      assertClose(there.difference.low, -back.difference.high, 1e-9);
    }),
  );
});

test("the p value falls below 0.05 where the 95 % interval leaves out 0, and not elsewhere", () => {
  for (let shift = 0; shift <= 40; shift++) {
    const n = 400;
    const values = Array.from({ length: n }, (_, i) => ((i * 37) % 101) / 101 - 0.5 + shift / 400);
    const both = resampled(n, (w) => [0, w.reduce((sum, x, i) => sum + x * values[i]!, 0) / n], { seed: 3 });
    const { difference, p } = drawDifference(both, 0, 1);
    if (p < 0.049) assert.ok(difference.low > 0, `${shift}: ${p}`);
    if (p > 0.053) assert.ok(difference.low <= 0, `${shift}: ${p}`);
  }
});
