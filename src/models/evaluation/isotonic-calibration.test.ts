import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { calibrate } from "./calibrate";
import { isotonicCalibration } from "./isotonic-calibration";
import { brierScore } from "./probability-loss";
import { plain, sixtyRows, someRows, weighted } from "./testing";

test("the line is scikit-learn's, at its knots, between and beyond them", () => {
  // scikit-learn 1.9.1: IsotonicRegression(out_of_bounds="clip").fit(s, y, sample_weight=w).predict(q)
  const queries = [-1, 0.03, 0.3, 0.52, 0.77, 2];
  const found = [plain(sixtyRows()), weighted(sixtyRows())].map((tally) =>
    calibrate(isotonicCalibration(tally), queries),
  );
  const expected = [
    [0, 0, 0.45454545454545453, 0.7222222222222222, 0.7444444444444445, 1],
    [0, 0, 0.3333333333333333, 0.8333333333333334, 0.8333333333333334, 1],
  ];
  expected.forEach((values, f) => {
    values.forEach((value, i) => {
      assertClose(found[f]![i], value, 1e-14, `query ${queries[i]}`);
    });
  });
  // its X_thresholds_ and y_thresholds_
  const { scores, probabilities } = isotonicCalibration(weighted(sixtyRows()));
  assert.deepEqual(scores, [0, 0.25, 0.3, 0.35, 0.45, 0.5, 0.9, 0.95]);
  [0, 0, 1 / 3, 1 / 3, 0.5, 5 / 6, 5 / 6, 1].forEach((value, i) => {
    assertClose(probabilities[i], value, 1e-15);
  });
});

test("each probability is the highest over starts of the lowest over ends of the shares around it", () => {
  fc.assert(
    fc.property(someRows(20), (rows) => {
      const tally = weighted(rows);
      const scores = tally.thresholds.toReversed();
      const [positives, negatives] = [tally.positives.toReversed(), tally.negatives.toReversed()];
      const shareOf = (from: number, to: number) => {
        const [hit, missed] = [positives, negatives].map((counts) =>
          counts.subarray(from, to + 1).reduce((sum, count) => sum + count, 0),
        );
        return hit! / (hit! + missed!);
      };
      const found = calibrate(isotonicCalibration(tally), scores);
      scores.forEach((_, i) => {
        let highest = 0;
        for (let from = 0; from <= i; from++) {
          let lowest = 1;
          for (let to = i; to < scores.length; to++) lowest = Math.min(lowest, shareOf(from, to));
          highest = Math.max(highest, lowest);
        }
        assertClose(found[i], highest, 1e-12);
      });
    }),
  );
});

test("it never falls, keeps the mean, and its Brier score is no higher than before", () => {
  fc.assert(
    fc.property(someRows(20), ({ labels, scores }) => {
      const line = isotonicCalibration(plain({ labels, scores }));
      const probabilities = [...calibrate(line, scores)];
      const grid = calibrate(
        line,
        Array.from({ length: 41 }, (_, i) => i / 20 - 0.5),
      );
      for (let i = 1; i < grid.length; i++) assert.ok(grid[i]! >= grid[i - 1]!);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      assertClose(sum(probabilities), sum(labels), 1e-9);
      const after = brierScore(plain({ labels, scores: probabilities }));
      assert.ok(after <= brierScore(plain({ labels, scores })) + 1e-12);
    }),
  );
});

test("rows of one label have one probability", () => {
  assert.deepEqual(isotonicCalibration(plain({ labels: [1, 1], scores: [2, 3] })), {
    method: "isotonic",
    scores: [2, 3],
    probabilities: [1, 1],
  });
});
