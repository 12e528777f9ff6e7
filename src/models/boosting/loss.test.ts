import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { LOSSES } from "./loss";

const margin = fc.double({ min: -8, max: 8, noNaN: true });

test("derivatives are those of the loss, by finite differences", () => {
  const h = 1e-4;
  fc.assert(
    fc.property(fc.constantFrom("log loss", "squared error"), margin, fc.constantFrom(0, 1), (name, m, y) => {
      const loss = LOSSES[name];
      const at = (x: number) => loss.mean([y], Float64Array.of(x));
      const { gradients, hessians } = loss.derivatives([y], Float64Array.of(m));
      assertClose(gradients[0], (at(m + h) - at(m - h)) / (2 * h), 1e-6);
      assertClose(hessians[0], (at(m + h) - 2 * at(m) + at(m - h)) / (h * h), 1e-5);
    }),
  );
});

test("the base is the margin at which the gradients cancel out", () => {
  const labels = fc.array(fc.constantFrom(0, 1), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(fc.constantFrom("log loss", "squared error"), labels, (name, drawn) => {
      const target = [0, 1, ...drawn];
      const loss = LOSSES[name];
      const margins = new Float64Array(target.length).fill(loss.base(target));
      const { gradients } = loss.derivatives(target, margins);
      assertClose(
        gradients.reduce((a, b) => a + b, 0),
        0,
        1e-12,
      );
      assertClose(loss.predict(margins[0]!), target.reduce((a, b) => a + b, 0) / target.length, 1e-12);
    }),
  );
});

test("log loss stays finite and right far out", () => {
  const { mean, predict } = LOSSES["log loss"];
  assert.equal(mean([0], Float64Array.of(1000)), 1000);
  assert.equal(mean([1], Float64Array.of(1000)), 0);
  assert.equal(mean([1], Float64Array.of(-1000)), 1000);
  assertClose(mean([1, 0], Float64Array.of(0, 0)), Math.LN2, 1e-15);
  assert.deepEqual([predict(-1000), predict(0), predict(1000)], [0, 0.5, 1]);
});
