import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { gaussLegendre } from "./gauss-legendre";

test("two points and three are those of the textbook", () => {
  const two = gaussLegendre(2);
  assertClose(two.points[0], 0.5 - Math.sqrt(3) / 6, 1e-15);
  assertClose(two.weights[1], 0.5, 1e-15);
  const three = gaussLegendre(3);
  assertClose(three.points[2], 0.5 + Math.sqrt(0.6) / 2, 1e-15);
  assertClose(three.points[1], 0.5, 1e-15);
  assertClose(three.weights[1], 4 / 9, 1e-15);
  assertClose(three.weights[0], 5 / 18, 1e-15);
});

test("polynomials of a degree below twice the points are integrated exactly, and the next is not", () => {
  for (const n of [1, 2, 5, 12, 40]) {
    const { points, weights } = gaussLegendre(n);
    const integral = (power: number) => points.reduce((sum, x, i) => sum + weights[i]! * x ** power, 0);
    for (let power = 0; power < 2 * n; power++)
      assertClose(integral(power), 1 / (power + 1), 1e-14, `x^${power} at ${n}`);
    if (n < 5) assert.ok(Math.abs(integral(2 * n) - 1 / (2 * n + 1)) > 1e-6);
  }
});
