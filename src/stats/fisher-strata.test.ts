import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fisherExact } from "./fisher-exact";
import { fisherStrata, type Stratum } from "./fisher-strata";
import { logHypergeometric } from "./hypergeometric";

const tables = (...rows: readonly (readonly [number, number, number, number])[]): Stratum[] =>
  rows.map(([both, a, b, n]) => ({ both, a, b, n }));

function assertClose(found: number, wanted: number): void {
  assert.ok(Math.abs(found - wanted) <= 1e-11 * wanted, `${found}, not ${wanted}`);
}

test("p values equal those of exact fractions", () => {
  // Python: the distributions of the strata as fractions.Fraction from math.comb, convolved, summed from the count found
  assertClose(fisherStrata(tables([8, 10, 9, 20], [2, 4, 5, 30])), 0.0006768060040185588);
  assertClose(
    fisherStrata(tables([3, 40, 50, 900], [12, 60, 80, 700], [30, 90, 100, 400])),
    0.002972498010261551,
  );
  assertClose(fisherStrata(tables([60, 90, 100, 900], [70, 80, 80, 700])), 1.7015415442587575e-111);
  assertClose(
    fisherStrata(tables([20, 200, 210, 1500], [22, 300, 190, 2500], [3, 3, 50, 60])),
    0.9208100852184351,
  );
  assertClose(fisherStrata(tables([5, 5, 5, 50], [4, 4, 9, 40])), 6.507139278939269e-10);
});

const stratum = fc
  .tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(400))
  .map(([both, onlyA, onlyB, none]) => ({
    both,
    a: both + onlyA,
    b: both + onlyB,
    n: both + onlyA + onlyB + none,
  }));

test("one stratum gives Fisher's exact test, and strata that say nothing change nothing", () => {
  fc.assert(
    fc.property(stratum, (table) => {
      const wanted = fisherExact(table, "greater");
      const found = fisherStrata([table]);
      assert.ok(Math.abs(found - wanted) <= 1e-10 * wanted, `${found}, not ${wanted}`);
      const padded = fisherStrata([{ both: 0, a: 0, b: 5, n: 9 }, table, { both: 4, a: 4, b: 7, n: 7 }]);
      assert.equal(padded, found);
    }),
    { numRuns: 300 },
  );
});

test("p values of three strata are what convolving the whole distributions gives", () => {
  const whole = ({ a, b, n }: Stratum) =>
    Array.from({ length: Math.min(a, b) + 1 }, (_, k) => Math.exp(logHypergeometric(k, a, b, n)));
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 3, maxLength: 3 }), (strata) => {
      let sums = [1];
      for (const next of strata.map(whole)) {
        const longer = new Array<number>(sums.length + next.length - 1).fill(0);
        sums.forEach((p, i) => {
          next.forEach((q, j) => {
            longer[i + j]! += p * q;
          });
        });
        sums = longer;
      }
      const found = strata.reduce((sum, { both }) => sum + both, 0);
      const wanted = sums.slice(found).reduce((sum, p) => sum + p, 0);
      const p = fisherStrata(strata);
      assert.ok(Math.abs(p - wanted) <= 1e-10 * wanted, `${p}, not ${wanted}`);
    }),
    { numRuns: 300 },
  );
});

test("the order of strata does not matter, and more of both in one is never less unlikely", () => {
  fc.assert(
    fc.property(stratum, stratum, stratum, (one, two, three) => {
      const p = fisherStrata([one, two, three]);
      const turned = fisherStrata([three, one, two]);
      assert.ok(Math.abs(p - turned) <= 1e-10 * p, `${p}, ${turned}`);
      if (one.both < Math.min(one.a, one.b))
        assert.ok(fisherStrata([{ ...one, both: one.both + 1 }, two, three]) <= p * (1 + 1e-10));
    }),
    { numRuns: 300 },
  );
});

test("what only strata bring about is no evidence", () => {
  // Within each kind of basket A and B are independent; over both they go together.
  const small = { both: 10, a: 100, b: 100, n: 1000 };
  const large = { both: 160, a: 400, b: 400, n: 1000 };
  assert.ok(fisherExact({ both: 170, a: 500, b: 500, n: 2000 }, "greater") < 1e-6);
  assert.ok(fisherStrata([small, large]) > 0.5);
});

test("counts that are no table are refused", () => {
  assert.throws(() => fisherStrata(tables([0, 5, 5, 9])), /0 both, 5 and 5 of 9/);
});
