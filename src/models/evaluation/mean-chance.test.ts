import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withMeanChance } from "./mean-chance";

test("chances are moved by one shift of the log odds to the mean asked for", () => {
  // scipy 1.17: b = brentq(lambda b: expit(logit([.2, .4]) + b).mean() - .2, -9, 9); expit(logit([.2, .4]) + b)
  const moved = withMeanChance([0.2, 0.4], 0.2);
  assert.ok(
    Math.abs(moved[0]! - 0.12469507659595984) < 1e-10 && Math.abs(moved[1]! - 0.27530492340404017) < 1e-10,
    moved.join(),
  );
});

test("the mean is met, the order stays, and all log odds move alike", () => {
  const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(fc.array(chance, { minLength: 1, maxLength: 40 }), chance, (chances, mean) => {
      const moved = withMeanChance(chances, mean);
      assert.ok(Math.abs(moved.reduce((a, b) => a + b, 0) / moved.length - mean) < 1e-9);
      const logOdds = (x: number) => Math.log(x / (1 - x));
      const shifts = chances.map((before, i) => logOdds(moved[i]!) - logOdds(before));
      for (const shift of shifts) assert.ok(Math.abs(shift - shifts[0]!) < 1e-6);
    }),
  );
});

test("no chances, certain ones and a certain mean are refused", () => {
  assert.throws(() => withMeanChance([], 0.2), /no chances/);
  assert.throws(() => withMeanChance([0.5, 1], 0.2), /chance of row 1 is 1/);
  assert.throws(() => withMeanChance([0.5], 0), /mean chance of 0/);
});
