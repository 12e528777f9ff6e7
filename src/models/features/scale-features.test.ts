import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { learnScale, scaleFeatures } from "./scale-features";

const gone = Number.NaN;
const train = {
  names: ["gap", "size", "always"],
  columns: [[2, 4, gone, 4, 5, 5, 7, 9, 4], [1, 2, 3, 4, 5, 6, 7, 8, 9], Array<number>(9).fill(0.1)],
};

test("features are scaled by the mean and the population deviation of what is known", () => {
  const scale = learnScale(train);
  // np.mean and np.std of 2 4 4 5 5 7 9 4 and of 1 … 9, NumPy 2
  assertClose(scale.means[0], 5, 1e-12);
  assertClose(scale.deviations[0], 2, 1e-12);
  assertClose(scale.deviations[1], 2.581988897471611, 1e-12);
  assert.deepEqual([scale.means[2], scale.deviations[2]], [0.1, 1]);
  const other = {
    names: train.names,
    columns: [
      [9, gone],
      [5, 5],
      [0.1, 1.1],
    ],
  };
  assert.deepEqual(
    scaleFeatures(scale, other).columns.map((column) => Array.from(column)),
    [
      [2, gone],
      [0, 0],
      [0, 1],
    ],
  );
});

test("a feature that is always missing, and other features, are refused by name", () => {
  assert.throws(() => learnScale({ names: ["gap"], columns: [[gone]] }), /"gap" is missing in every row/);
  assert.throws(
    () => scaleFeatures(learnScale(train), { names: ["size"], columns: [[1]] }),
    /Feature 1 is "size", the scale knows "gap"/,
  );
});
