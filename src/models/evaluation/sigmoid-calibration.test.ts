import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { calibrate } from "./calibrate";
import { sigmoidCalibration } from "./sigmoid-calibration";
import { plain, sixtyRows, someRows, weighted } from "./testing";

test("slope and intercept are those of SciPy's root of the gradient, and scikit-learn's to its precision", () => {
  // scipy.optimize.root of the two sums of w (expit(a s + b) − t), tol=1e-14, t being Platt's targets
  // scikit-learn 1.9.1: _sigmoid_calibration(s, y, sample_weight=w), with signs turned
  const plainly = sigmoidCalibration(plain(sixtyRows()));
  assertClose(plainly.slope, 4.726918496742559, 1e-12);
  assertClose(plainly.intercept, -2.2946410440449596, 1e-12);
  assertClose(plainly.slope, 4.726919832406107, 2e-6);
  assertClose(plainly.intercept, -2.2946417188450376, 2e-6);
  const byWeight = sigmoidCalibration(weighted(sixtyRows()));
  assertClose(byWeight.slope, 6.2294814890488945, 1e-12);
  assertClose(byWeight.intercept, -2.9017820072426033, 1e-12);
  assertClose(byWeight.slope, 6.229481457330655, 1e-7);
  assertClose(byWeight.intercept, -2.901781990196543, 1e-7);
});

const different = someRows(20).filter(({ scores, weights }) => {
  return new Set(scores.filter((_, row) => weights[row]! > 0)).size > 1;
});

test("the loss is level where the search ends", () => {
  fc.assert(
    fc.property(different, (rows) => {
      const tally = weighted(rows);
      const probabilities = calibrate(sigmoidCalibration(tally), rows.scores);
      const high = (tally.totalPositives + 1) / (tally.totalPositives + 2);
      const low = 1 / (tally.totalNegatives + 2);
      let [byIntercept, bySlope] = [0, 0];
      rows.labels.forEach((label, row) => {
        const off = rows.weights[row]! * (probabilities[row]! - (label === 1 ? high : low));
        byIntercept += off;
        bySlope += off * rows.scores[row]!;
      });
      assertClose(byIntercept, 0, 1e-9);
      assertClose(bySlope, 0, 1e-9);
    }),
  );
});

test("probabilities do not depend on the unit or the zero of the scores", () => {
  fc.assert(
    fc.property(different, fc.constantFrom(1e-150, 0.01, 7, 1e150), (rows, unit) => {
      const moved = rows.scores.map((score) => (score - 0.4) * unit);
      const before = calibrate(sigmoidCalibration(weighted(rows)), rows.scores);
      const after = calibrate(sigmoidCalibration(weighted({ ...rows, scores: moved })), moved);
      before.forEach((probability, row) => {
        assertClose(after[row], probability, 1e-9);
      });
    }),
  );
});

test("labels that the scores part, rare labels and outliers settle", () => {
  const parted = sigmoidCalibration(plain({ labels: [0, 0, 1, 1], scores: [1, 2, 3, 4] }));
  const [low, high] = calibrate(parted, [1, 4]);
  assert.ok(low! > 0.1 && low! < 0.3 && high! > 0.7 && high! < 0.9);
  const labels = Array.from({ length: 3000 }, (_, i) => (i % 1000 === 0 ? 1 : 0));
  const scores = labels.map((label, i) => (i === 7 ? 1e9 : label + (i % 7) / 10));
  const probabilities = calibrate(sigmoidCalibration(plain({ labels, scores })), scores);
  assertClose(
    probabilities.reduce((sum, value) => sum + value, 0),
    3 * (4 / 5) + 2997 / 2999,
    1e-6,
  );
});

test("two different scores get their own mean targets, however uneven the rows", () => {
  const counts = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(
      fc.tuple(counts, fc.nat(5000), fc.nat(5000), counts),
      ([hitLow, missLow, hitHigh, missHigh]) => {
        const rows = {
          labels: [1, 0, 1, 0],
          scores: [-3, -3, 2, 2],
          weights: [hitLow, missLow, hitHigh, missHigh],
        };
        const [toHit, toMiss] = [
          (hitLow + hitHigh + 1) / (hitLow + hitHigh + 2),
          1 / (missLow + missHigh + 2),
        ];
        const [low, high] = calibrate(sigmoidCalibration(weighted(rows)), [-3, 2]);
        assertClose(low, (hitLow * toHit + missLow * toMiss) / (hitLow + missLow), 1e-9);
        assertClose(high, (hitHigh * toHit + missHigh * toMiss) / (hitHigh + missHigh), 1e-9);
      },
    ),
  );
  // A score that only hits have, beside many misses.
  const parted = { labels: [1, 1, 0], scores: [0, 1e-6, 0], weights: [1, 5, 530] };
  const [low, high] = calibrate(sigmoidCalibration(weighted(parted)), [0, 1e-6]);
  assertClose(low, (7 / 8 + 530 / 532) / 531, 1e-9);
  assertClose(high, 7 / 8, 1e-9);
});

test("what has no sigmoid is refused", () => {
  assert.throws(
    () => sigmoidCalibration(plain({ labels: [1, 0], scores: [3, 3] })),
    /All rows have the score 3: a sigmoid needs at least two/,
  );
  assert.throws(() => sigmoidCalibration(plain({ labels: [1, 1], scores: [3, 4] })), /needs rows of both/);
  const close = plain({ labels: [0, 1], scores: [0, 5e-324] });
  assert.throws(
    () => sigmoidCalibration(close),
    /No sigmoid was found in 100 rounds for scores from 0 to 5e-324/,
  );
});
