import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { adjustPValues, type Correction } from "./adjust-p-values";

const p = [0.01, 0.04, 0.03, 0.005, 0.2, 0.0001, 0.04];

function assertNear(found: ArrayLike<number>, wanted: readonly number[]): void {
  assert.equal(found.length, wanted.length);
  wanted.forEach((value, i) => {
    assert.ok(Math.abs((found[i] as number) - value) < 1e-14, `${i}: ${found[i]}, not ${value}`);
  });
}

test("corrected p values equal statsmodels' and SciPy's", () => {
  // statsmodels 0.15 multipletests(p, method=…)[1]; scipy.stats.false_discovery_control(p, method=…) gives the last two
  assertNear(adjustPValues(p, "none"), p);
  assertNear(adjustPValues(p, "bonferroni"), [0.07, 0.28, 0.21, 0.035, 1, 0.0007, 0.28]);
  assertNear(adjustPValues(p, "holm"), [0.05, 0.12, 0.12, 0.03, 0.2, 0.0007, 0.12]);
  const bh = [
    0.023333333333333334, 0.04666666666666667, 0.04666666666666667, 0.0175, 0.2, 0.0007, 0.04666666666666667,
  ];
  assertNear(adjustPValues(p, "benjamini-hochberg"), bh);
  const by = [0.0605, 0.121, 0.121, 0.045375, 0.5185714285714286, 0.0018149999999999998, 0.121];
  assertNear(adjustPValues(p, "benjamini-yekutieli"), by);
});

test("tests that were made and not found count as p values of one", () => {
  // statsmodels 0.15 multipletests(p + [1] * 6, method=…)[1][:7]
  assertNear(adjustPValues(p, "holm", 13), [0.11, 0.36, 0.3, 0.06, 1, 0.0013, 0.36]);
  const bh = [
    0.043333333333333335, 0.08666666666666667, 0.08666666666666667, 0.0325, 0.37142857142857144, 0.0013,
    0.08666666666666667,
  ];
  assertNear(adjustPValues(p, "benjamini-hochberg", 13), bh);
  const by = [
    0.13780579605579604, 0.27561159211159214, 0.27561159211159214, 0.10335434704184704, 1,
    0.004134173881673881, 0.27561159211159214,
  ];
  assertNear(adjustPValues(p, "benjamini-yekutieli", 13), by);
});

test("stricter corrections never find more, and the order of p values stays", () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.nat(1000), (list, others) => {
      const by = (correction: Correction) => adjustPValues(list, correction, list.length + others);
      const [bonferroni, holm, bh] = [by("bonferroni"), by("holm"), by("benjamini-hochberg")];
      list.forEach((value, i) => {
        assert.ok(value <= bh[i]! * (1 + 1e-12) && bh[i]! <= holm[i]! * (1 + 1e-12));
        assert.ok(holm[i]! <= bonferroni[i]! * (1 + 1e-12) && bonferroni[i]! <= 1);
        list.forEach((other, j) => {
          for (const corrected of [bonferroni, holm, bh])
            if (value <= other) assert.ok(corrected[i]! <= corrected[j]!);
        });
      });
    }),
  );
});

test("what is no p value, or too few tests, is refused", () => {
  assert.throws(() => adjustPValues([0.5, 1.5], "holm"), /p value 1.5 at index 1/);
  assert.throws(() => adjustPValues([Number.NaN], "none"), /p value NaN at index 0/);
  assert.throws(() => adjustPValues([0.5, 0.1], "holm", 1), /1 tests for 2 p values/);
});
