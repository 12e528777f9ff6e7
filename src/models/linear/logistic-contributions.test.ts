import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fitLogistic, logisticProbabilities } from "./logistic";
import { logisticContributions } from "./logistic-contributions";

test("contributions and what is expected add up to the log odds of every row", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
        minLength: 4,
        maxLength: 30,
      }),
      (rows) => {
        const features = { names: ["a", "b"], columns: [rows.map(([a]) => a), rows.map(([, b]) => b)] };
        const model = fitLogistic(
          features,
          rows.map((_, i) => i % 2),
        );
        const { expected, columns } = logisticContributions(model, features);
        const chances = logisticProbabilities(model, features);
        for (const [i, chance] of chances.entries()) {
          const margin = expected + columns[0]![i]! + columns[1]![i]!;
          assert.ok(Math.abs(margin - Math.log(chance / (1 - chance))) < 1e-9);
        }
      },
    ),
  );
});

test("a contribution is the coefficient times the deviations above the mean", () => {
  const model = {
    names: ["a"],
    means: [3],
    deviations: [2],
    coefficients: [0.5],
    intercept: -1,
    iterations: 1,
    converged: true,
    whyNot: null,
  };
  const { expected, columns } = logisticContributions(model, { names: ["a"], columns: [[3, 7, 1]] });
  assert.equal(expected, -1);
  assert.deepEqual([...columns[0]!], [0, 1, -0.5]);
  assert.throws(
    () => logisticContributions(model, { names: ["b"], columns: [[3]] }),
    /Feature 1 is "b", the model knows "a"/,
  );
});
