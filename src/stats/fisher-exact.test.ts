import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Alternative, fisherExact } from "./fisher-exact";

/** Asserts that a p value has ten digits of the other one. */
function assertClose(found: number, wanted: number, digits = 1e-10): void {
  assert.ok(Math.abs(found - wanted) <= digits * wanted, `${found}, not ${wanted}`);
}

const table = ([both, a, b, n]: readonly [number, number, number, number]) => ({ both, a, b, n });

test("p values of small tables equal SciPy's", () => {
  // scipy.stats.fisher_exact([[both, a-both], [b-both, n-a-b+both]], alternative), SciPy 1.17.1
  const known = [
    [[8, 10, 9, 20], 0.002738747320790664, 0.005477494641581329],
    [[20, 30, 30, 100], 4.3943423105361613e-7, 4.3943423105361624e-7],
    [[0, 5, 7, 40], 1, 0.5646861436335121],
    [[3, 3, 3, 50], 5.10204081632653e-5, 5.102040816326532e-5],
    [[9, 100, 90, 1000], 0.5572787150845077, 1],
    [[11, 100, 90, 1000], 0.28087170977039927, 0.4607956540340499],
    [[120, 250, 611, 1800], 5.076096582531811e-7, 8.415014770412483e-7],
  ] as const;
  for (const [counts, greater, twoSided] of known) {
    assertClose(fisherExact(table(counts), "greater"), greater);
    assertClose(fisherExact(table(counts), "two-sided"), twoSided);
  }
});

test("p values of millions of things have ten digits", () => {
  // Python's decimal with 60 digits: the hypergeometric weights by recurrence from the mode, summed. SciPy 1.17.1 itself
  // is right to 9 digits here.
  const known = [
    [[2100, 40_000, 50_000, 1_000_000], 0.010285108823224828, 0.019813605807003542],
    [[2300, 40_000, 50_000, 1_000_000], 3.2942870820063333e-12, 6.1922573776484096e-12],
    [[1900, 40_000, 50_000, 1_000_000], 0.9910624343577736, 0.019200039504782742],
    [[2001, 40_000, 50_000, 1_000_000], 0.49404076377531864, 0.981319038174261],
    [[12_700, 300_000, 200_000, 5_000_000], 1.313505453621722e-11, 2.5651932226950883e-11],
    [[11_900, 300_000, 200_000, 5_000_000], 0.8329002727420655, 0.3389877839924246],
    [[60, 400, 3000, 3_200_000], 1.2754533617388793e-110, 1.2754533617388793e-110],
  ] as const;
  for (const [counts, greater, twoSided] of known) {
    assertClose(fisherExact(table(counts), "greater"), greater);
    assertClose(fisherExact(table(counts), "two-sided"), twoSided);
  }
  assert.equal(fisherExact({ both: 90_000, a: 100_000, b: 110_000, n: 3_200_000 }, "greater"), 0);
});

const tables = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60)).map(([both, onlyA, onlyB, none]) => ({
  both,
  a: both + onlyA,
  b: both + onlyB,
  n: both + onlyA + onlyB + none,
}));

/** The p value by its definition, in whole numbers. */
function byCounting(t: { both: number; a: number; b: number; n: number }, alternative: Alternative): number {
  const choose = (n: number, k: number) => {
    let product = 1n;
    for (let i = 0; i < k; i++) product = (product * BigInt(n - i)) / BigInt(i + 1);
    return product;
  };
  const ways = (k: number) => choose(t.a, k) * choose(t.n - t.a, t.b - k);
  let [counted, all] = [0n, 0n];
  for (let k = Math.max(0, t.a + t.b - t.n); k <= Math.min(t.a, t.b); k++) {
    all += ways(k);
    if (alternative === "greater" ? k >= t.both : ways(k) <= ways(t.both)) counted += ways(k);
  }
  return Number((counted * 10n ** 60n) / all) / 1e60;
}

test("p values are what counting all tables in whole numbers gives", () => {
  fc.assert(
    fc.property(tables, (t) => {
      for (const alternative of ["greater", "two-sided"] as const)
        assertClose(fisherExact(t, alternative), byCounting(t, alternative), 1e-11);
    }),
    { numRuns: 500 },
  );
});

test("a and b may change places, and more of both is never less unlikely", () => {
  fc.assert(
    fc.property(tables, (t) => {
      for (const alternative of ["greater", "two-sided"] as const)
        assertClose(fisherExact({ ...t, a: t.b, b: t.a }, alternative), fisherExact(t, alternative));
      if (t.both < Math.min(t.a, t.b)) {
        assert.ok(
          fisherExact({ ...t, both: t.both + 1 }, "greater") <= fisherExact(t, "greater") * (1 + 1e-12),
        );
      }
    }),
  );
});

test("counts that are no table are refused", () => {
  for (const counts of [
    [5, 4, 9, 20],
    [-1, 4, 9, 20],
    [1, 4, 18, 20],
    [0.5, 4, 9, 20],
  ] as const) {
    assert.throws(() => fisherExact(table(counts), "greater"), /no 2 × 2 table of counts/);
  }
});
