import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { solvePositiveDefinite } from "./positive-definite";

test("a solution, put in, gives the right side, whatever the units", () => {
  const number = fc.integer({ min: -9, max: 9 });
  const square = fc.tuple(fc.array(number, { minLength: 9, maxLength: 9 }), fc.tuple(number, number, number));
  fc.assert(
    fc.property(square, fc.constantFrom(1, 1e8), ([m, x], unit) => {
      // M Mᵀ + 1 is positive definite; the second variable is counted in another unit.
      const units = [1, unit, 1];
      const a = Float64Array.from({ length: 9 }, (_, p) => {
        const [i, j] = [Math.floor(p / 3), p % 3];
        const product = [0, 1, 2].reduce((sum, k) => sum + m[3 * i + k]! * m[3 * j + k]!, i === j ? 1 : 0);
        return product * units[i]! * units[j]!;
      });
      const b = Float64Array.from([0, 1, 2], (i) =>
        [0, 1, 2].reduce((sum, j) => sum + (a[3 * i + j]! * x[j]!) / units[j]!, 0),
      );
      const solved = solvePositiveDefinite(a, b);
      assert.ok("solution" in solved);
      x.forEach((value, i) => {
        assertClose(solved.solution[i]! * units[i]!, value, 1e-6);
      });
    }),
  );
});

test("the first variable that depends on others is named", () => {
  assert.deepEqual(solvePositiveDefinite(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1)), { lost: 1 });
  assert.deepEqual(solvePositiveDefinite(Float64Array.of(1, 2, 2, 3), Float64Array.of(1, 1)), { lost: 1 });
  assert.deepEqual(solvePositiveDefinite(Float64Array.of(0, 0, 0, 1), Float64Array.of(1, 1)), { lost: 0 });
  // A second variable that differs from the first by rounding only.
  const copied = Float64Array.of(1, 1, 1, 1 + 2 * Number.EPSILON);
  assert.deepEqual(solvePositiveDefinite(copied, Float64Array.of(1, 1)), { lost: 1 });
});
