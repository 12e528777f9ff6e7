import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { chiSquare } from "./chi-square";

test("statistic, p value and Cramér's V equal SciPy's", () => {
  // scipy.stats.chi2_contingency(table, correction=False) and contingency.association(method="cramer"), SciPy 1.17
  const test3 = chiSquare([
    [12, 7, 3],
    [5, 9, 14],
    [20, 1, 6],
  ]);
  assert.ok(Math.abs(test3.statistic - 21.937608964463188) < 1e-12);
  assert.ok(Math.abs(test3.p - 0.00020623364274020609) < 1e-15);
  assert.equal(test3.degreesOfFreedom, 4);
  assert.ok(Math.abs(test3.cramersV - 0.37742814715220696) < 1e-14);
  assert.ok(Math.abs(test3.smallestExpected - 4.857142857142857) < 1e-14);
  const test2 = chiSquare([
    [10, 20],
    [20, 10],
  ]);
  assert.ok(Math.abs(test2.p - 0.009823274507519235) < 1e-14);
  assert.ok(Math.abs(test2.cramersV - 1 / 3) < 1e-14);
});

test("proportional rows give a statistic of zero and p of one; a perfect tie gives V of one", () => {
  const none = chiSquare([
    [1, 2, 3],
    [10, 20, 30],
  ]);
  assert.ok(none.statistic < 1e-12 && none.p > 1 - 1e-6 && none.cramersV < 1e-6);
  assert.ok(
    Math.abs(
      chiSquare([
        [5, 0],
        [0, 9],
      ]).cramersV - 1,
    ) < 1e-12,
  );
});

test("rows and columns may change places; empty ones do not count", () => {
  const row = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), (table) => {
      const found = chiSquare(table);
      const turned = chiSquare([0, 1, 2].map((j) => table.map((cells) => cells[j]!)));
      const padded = chiSquare([...table.map((cells) => [0, ...cells]), [0, 0, 0, 0]]);
      for (const other of [turned, padded]) {
        assert.ok(Math.abs(other.statistic - found.statistic) < 1e-9);
        assert.ok(Math.abs(other.p - found.p) < 1e-9);
        assert.equal(other.degreesOfFreedom, found.degreesOfFreedom);
      }
      assert.ok(found.cramersV >= 0 && found.cramersV <= 1 + 1e-12);
    }),
  );
});

test("tables that say nothing are refused", () => {
  assert.throws(() => chiSquare([]), /0 rows and 0 columns hold counts/);
  assert.throws(
    () =>
      chiSquare([
        [1, 2],
        [0, 0],
      ]),
    /1 rows and 2 columns/,
  );
  assert.throws(() => chiSquare([[1, 2], [3]]), /row 1 has 1 counts and row 0 2/);
  assert.throws(
    () =>
      chiSquare([
        [1, -2],
        [3, 4],
      ]),
    /row 0, column 1 is -2/,
  );
});
