import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { expectedKinds } from "./rarefaction";

// sum(1 - scipy.stats.hypergeom.pmf(0, 90, k, n) for k in counts), SciPy 1.17.
const counts = [40, 25, 13, 7, 3, 1, 1];
for (const [n, expected] of [
  [1, 1],
  [10, 3.8728355348031447],
  [50, 6.024509036050837],
  [90, 7],
] as const) {
  test(`${n} of 90 things are of as many kinds as SciPy expects`, () => {
    assert.ok(Math.abs(expectedKinds(counts, n) - expected) < 1e-12);
  });
}

test("none drawn are of no kind, and all of every kind that is there", () => {
  assert.equal(expectedKinds([3, 0, 2], 0), 0);
  assert.equal(expectedKinds([3, 0, 2], 5), 2);
});

test("more things are never of fewer kinds, and never of more kinds than things", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), (kinds) => {
      const all = kinds.reduce((a, b) => a + b, 0);
      const curve = Array.from({ length: all + 1 }, (_v, n) => expectedKinds(kinds, n));
      for (const [n, value] of curve.entries()) {
        assert.ok(value <= n + 1e-9);
        assert.ok(n === 0 || value >= curve[n - 1]! - 1e-12);
      }
    }),
    { numRuns: 50 },
  );
});

test("what cannot be counted or drawn is refused", () => {
  assert.throws(() => expectedKinds([1.5], 1), /kind 0 counts 1\.5/);
  assert.throws(() => expectedKinds([1, -1], 0), /kind 1 counts -1/);
  assert.throws(() => expectedKinds([2, 1], 4), /4 of 3 things cannot be drawn/);
  assert.throws(() => expectedKinds([2], Number.NaN), /NaN of 2/);
});
