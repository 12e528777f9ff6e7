import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stratifiedFolds } from "./folds";

test("without a seed rows are dealt out as scikit-learn does", () => {
  // scikit-learn 1.9.1: for i, (_, t) in enumerate(StratifiedKFold(3).split(y, y)): fold[t] = i
  const folds = (labels: readonly number[]) => [...stratifiedFolds(labels, { folds: 3 })];
  assert.deepEqual(folds([1, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0]), [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2]);
  assert.deepEqual(folds([0, 0, 1, 1, 1, 0, 1]), [0, 1, 0, 0, 1, 2, 2]);
});

test("folds are of equal size and share of 1s, but for one row, with and without a seed", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 10, maxLength: 60 }),
      fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
      (folds, labels, seed) => {
        const ones = labels.filter((label) => label === 1).length;
        fc.pre(ones >= folds && labels.length - ones >= folds);
        const foldOf = stratifiedFolds(labels, seed === undefined ? { folds } : { folds, seed });
        const sizes = (rows: (label: number) => boolean) =>
          Array.from(
            { length: folds },
            (_, f) => labels.filter((label, i) => rows(label) && foldOf[i] === f).length,
          );
        for (const rows of [() => true, (label: number) => label === 1, (label: number) => label === 0]) {
          const all = sizes(rows);
          assert.ok(Math.max(...all) - Math.min(...all) <= 1, all.join());
        }
      },
    ),
  );
});

test("a seed gives the same folds again, another one others", () => {
  const labels = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 1 : 0));
  const one = stratifiedFolds(labels, { seed: 1 });
  assert.deepEqual(stratifiedFolds(labels, { seed: 1 }), one);
  assert.notDeepEqual(stratifiedFolds(labels, { seed: 2 }), one);
  assert.notDeepEqual(stratifiedFolds(labels), one);
});

test("too few rows of a label, wrong labels and one fold are refused", () => {
  assert.throws(
    () => stratifiedFolds([0, 0, 1], { folds: 2 }),
    /1 rows have the label 1: too few for 2 folds/,
  );
  assert.throws(() => stratifiedFolds([0, 2], { folds: 2 }), /label of row 1 is 2/);
  assert.throws(() => stratifiedFolds([0, 1], { folds: 1 }), /1 folds/);
});
