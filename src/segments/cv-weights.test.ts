import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { cvWeights, weightsOf } from "./cv-weights";
import { definitions } from "./definitions";
import { describedBy } from "./variables";

const customers = describedBy(
  ["a", "b", "c", "d"],
  [
    { ...definitions.recency, values: Float64Array.of(1, 3, 10, 31) },
    { ...definitions.monetary, values: Float64Array.of(4, 5, 8, 12) },
  ],
);
const labels = { recency: [0, 0, 1, 1], monetary: [1, 0, 1, 0] };

test("weights come from the least variation in a cluster over all of them", () => {
  // g = pd.Series([1, 3, 10, 31]).groupby([0, 0, 1, 1]); cv = g.std() / g.mean(); cv.min() / cv.sum();
  // the same of [4, 5, 8, 12] by [1, 0, 1, 0], then of [1, 3, 10, 31] by [1, 0, 1, 0]
  const [recency, monetary] = cvWeights(customers, labels, { cvOf: "own" });
  assertClose(recency?.coefficient, 0.49397590361445787, 1e-15);
  assertClose(monetary?.variation[0], 0.5823232315653921, 1e-15);
  assertClose(monetary?.coefficient, 0.4473684210526316, 1e-15);
  assertClose(monetary?.weight, 0.4473684210526316 / (0.4473684210526316 + 0.49397590361445787), 1e-15);
  const foreign = cvWeights(customers, labels, { cvOf: "recency" })[1];
  assertClose(foreign?.coefficient, 0.49837133550488605, 1e-15);
  assert.deepEqual(Object.keys(weightsOf([recency!, monetary!])), ["recency", "monetary"]);
});

test("missing, short and broken labels and clusters of one are refused", () => {
  const refused = (other: object, message: RegExp) =>
    assert.throws(() => cvWeights(customers, { ...labels, ...other }, { cvOf: "own" }), message);
  refused({ monetary: undefined }, /"monetary" has no labels/);
  refused({ monetary: [0, 0, 1] }, /"monetary" has 3 labels for 4 customers/);
  refused({ monetary: [0, 0, 0, 1] }, /cluster 1 of "monetary" has 1 customers/);
  refused({ monetary: [0, 0, -1, 0] }, /label -1 of "monetary" at index 2/);
});
