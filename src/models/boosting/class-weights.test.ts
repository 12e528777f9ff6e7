import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { balancedWeights } from "./class-weights";

test("both labels come to half of the weight", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1), { maxLength: 30 }), (drawn) => {
      const labels = [0, 1, ...drawn];
      const weights = balancedWeights(labels);
      const ones = weights.reduce((sum, weight, row) => sum + weight * labels[row]!, 0);
      assertClose(ones, labels.length / 2, 1e-9);
      assertClose(
        weights.reduce((a, b) => a + b),
        labels.length,
        1e-9,
      );
    }),
  );
});

test("labels that cannot be balanced are refused", () => {
  assert.throws(() => balancedWeights([0, 0]), /Every label is 0/);
  assert.throws(() => balancedWeights([0, 1, 2]), /row 2 is 2/);
});
