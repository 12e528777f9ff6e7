import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { crossPredict, type Learner } from "./cross-predict";

/** Scores every row by the mean label learnt from. */
const meanLabel: Learner = (_features, labels) => {
  const mean = Array.from(labels).reduce((a, b) => a + b, 0) / labels.length;
  return (others) => Float64Array.from(others.columns[0]!, () => mean);
};

test("each row is scored by what the other folds say", async () => {
  const features = { names: ["x"], columns: [[5, 6, 7, 8]] };
  assert.deepEqual(
    [...(await crossPredict(features, [1, 0, 0, 0], [7, 7, 2, 2], meanLabel))],
    [0, 0, 0.5, 0.5],
  );
});

test("of three folds, the model of each learns from both others", async () => {
  const features = { names: ["x"], columns: [[1, 2, 3, 4]] };
  const scores = await crossPredict(features, [1, 0, 0, 1], [0, 1, 2, 2], meanLabel);
  assert.deepEqual([...scores], [1 / 3, 2 / 3, 0.5, 0.5]);
});

test("no row is learnt from by the model that scores it, and each row gets its own score", async () => {
  const numbered = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(numbered, async (foldOf) => {
      fc.pre(new Set(foldOf).size > 1);
      const rows = foldOf.map((_, row) => row);
      const learner: Learner = (features) => {
        const learnt = new Set(Array.from(features.columns[0]!));
        return (others) => Float64Array.from(others.columns[0]!, (row) => (learnt.has(row) ? -1 : row));
      };
      const scores = await crossPredict(
        { names: ["row"], columns: [rows] },
        rows.map(() => 0),
        foldOf,
        learner,
      );
      assert.deepEqual([...scores], rows);
    }),
  );
});

test("labels or folds that are not one a row, and a single fold, are refused", async () => {
  const features = { names: ["x"], columns: [[5, 6]] };
  await assert.rejects(crossPredict(features, [1], [0, 1], meanLabel), /1 labels for 2 rows/);
  await assert.rejects(crossPredict(features, [1, 0], [0], meanLabel), /1 folds for 2 rows/);
  await assert.rejects(crossPredict(features, [1, 0], [3, 3], meanLabel), /All rows are in one fold/);
});
