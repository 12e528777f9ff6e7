import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { LOSSES, type LossName } from "./loss";

/** The loss, gradient and hessian of one row. */
function at(name: LossName, y: number, margin: number, weight?: number): [number, number, number] {
  const into = new Float64Array(2);
  const weights = weight === undefined ? undefined : Float64Array.of(weight);
  const { loss, gradient, hessian } = LOSSES[name].slope(
    { target: [y], margins: Float64Array.of(margin), weights },
    0,
    1,
    into,
  );
  assert.deepEqual([gradient, hessian], [Math.abs(into[0]!), into[1]]);
  return [loss, into[0]!, into[1]!];
}

const margin = fc.double({ min: -8, max: 8, noNaN: true });

test("derivatives are those of the loss, by finite differences", () => {
  const h = 1e-4;
  fc.assert(
    fc.property(fc.constantFrom("log loss", "squared error"), margin, fc.constantFrom(0, 1), (name, m, y) => {
      const [middle, gradient, hessian] = at(name, y, m);
      const [[above], [below]] = [at(name, y, m + h), at(name, y, m - h)];
      assertClose(gradient, (above - below) / (2 * h), 1e-6);
      assertClose(hessian, (above - 2 * middle + below) / (h * h), 1e-5);
    }),
  );
});

test("a weight multiplies loss and derivatives", () => {
  fc.assert(
    fc.property(fc.constantFrom("log loss", "squared error"), margin, fc.constantFrom(0, 1), (name, m, y) => {
      const heavy = at(name, y, m, 3);
      for (const [i, part] of at(name, y, m).entries()) assertClose(heavy[i], 3 * part, 1e-12);
    }),
  );
});

test("a chunk's loss is the sum of its rows'", () => {
  const margins = Float64Array.from({ length: 512 }, (_, i) => (i % 17) - 8);
  const target = margins.map((_, i) => i % 2);
  const { loss } = LOSSES["log loss"].slope({ target, margins }, 0, 512);
  const sum = margins.reduce((total, m, i) => total + at("log loss", target[i]!, m)[0], 0);
  assertClose(loss, sum, 1e-9);
  // The factors are largest where all margins are 0.
  const even = LOSSES["log loss"].slope({ target, margins: new Float64Array(512) }, 0, 512);
  assertClose(even.loss, 512 * Math.LN2, 1e-9);
});

test("the base is the margin at which the gradients cancel out", () => {
  const labels = fc.array(fc.constantFrom(0, 1), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(fc.constantFrom("log loss", "squared error"), labels, (name, drawn) => {
      const target = [0, 1, ...drawn];
      const loss = LOSSES[name];
      const margins = new Float64Array(target.length).fill(loss.base(target));
      const into = new Float64Array(2 * target.length);
      loss.slope({ target, margins }, 0, target.length, into);
      const gradients = into.filter((_, i) => i % 2 === 0);
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
  const { predict } = LOSSES["log loss"];
  assert.equal(at("log loss", 0, 1000)[0], 1000);
  assert.equal(at("log loss", 1, 1000)[0], 0);
  assert.equal(at("log loss", 1, -1000)[0], 1000);
  assertClose(at("log loss", 1, 0)[0], Math.LN2, 1e-15);
  assert.deepEqual([predict(-1000), predict(0), predict(1000)], [0, 0.5, 1]);
});
