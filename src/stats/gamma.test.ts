import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logGamma, upperGamma } from "./gamma";

const near = (found: number, wanted: number, relative: number, what: string) =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.abs(wanted), `${what}: ${found}, not ${wanted}`);

test("the logarithm of gamma equals SciPy's", () => {
  // scipy.special.gammaln, SciPy 1.17
  const values = [
    [0.001, 6.907178885383853],
    [0.3, 1.0957979948180756],
    [0.5, 0.5723649429247],
    [2.5, 0.2846828704729192],
    [10, 12.801827480081469],
    [171.5, 709.1431630309283],
    [1e5, 1051287.7089736569],
  ] as const;
  for (const [x, wanted] of values) near(logGamma(x), wanted, 1e-13, `ln gamma of ${x}`);
  assert.ok(Math.abs(logGamma(1)) < 1e-14);
});

test("the incomplete gamma function equals SciPy's, below the bulk, above it and far out", () => {
  // scipy.special.gammaincc, SciPy 1.17
  const values = [
    [0.5, 0.1, 0.6547208460185768],
    [1, 2, 0.1353352832366127],
    [2.5, 8, 0.006844073922420431],
    [19, 17.004, 0.6545946088185557],
    [50, 80, 0.0001307839765914092],
    [400, 380, 0.8414492902157051],
    [0.5, 200, 5.507248237212379e-89],
    [1e4, 9900, 0.8413488078064354],
  ] as const;
  for (const [a, x, wanted] of values) near(upperGamma(a, x), wanted, 1e-10, `Q(${a}, ${x})`);
  assert.equal(upperGamma(3, 0), 1);
});

test("Q falls in x, lies from 0 to 1, and obeys Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ / Γ(a + 1)", () => {
  const a = fc.double({ min: 0.1, max: 300, noNaN: true });
  const x = fc.double({ min: 0.01, max: 600, noNaN: true });
  fc.assert(
    fc.property(a, x, (a, x) => {
      const q = upperGamma(a, x);
      assert.ok(q >= 0 && q <= 1 + 1e-12);
      assert.ok(upperGamma(a, x * 1.01) <= q + 1e-12);
      const step = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
      assert.ok(Math.abs(upperGamma(a + 1, x) - q - step) < 1e-11);
    }),
  );
});

test("arguments outside are refused by value", () => {
  assert.throws(() => logGamma(0), /log gamma of 0/);
  assert.throws(() => logGamma(Number.NaN), /log gamma of NaN/);
  assert.throws(() => upperGamma(0, 1), /a = 0/);
  assert.throws(() => upperGamma(1, -1), /x = -1/);
});
