import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { brierScore, logLoss } from "./probability-loss";
import { plain, sixtyRows, someRows, weighted } from "./testing";

test("log loss and Brier score are scikit-learn's", () => {
  // scikit-learn 1.9.1: log_loss, brier_score_loss(y, s, sample_weight=w)
  assertClose(logLoss(plain(sixtyRows())), 0.4841103803376788, 1e-14);
  assertClose(logLoss(weighted(sixtyRows())), 0.4405870319231802, 1e-14);
  assertClose(brierScore(plain(sixtyRows())), 0.16275, 1e-15);
  assertClose(brierScore(weighted(sixtyRows())), 0.14030555555555557, 1e-15);
});

test("a certain error costs 52 doublings of the odds, and a certain hit nothing to speak of", () => {
  assertClose(logLoss(plain({ labels: [1], scores: [0] })), 52 * Math.LN2, 1e-12);
  assertClose(logLoss(plain({ labels: [0], scores: [1] })), 52 * Math.LN2, 1e-12);
  assertClose(logLoss(plain({ labels: [0, 1], scores: [0, 1] })), 0, 1e-15);
  assert.equal(brierScore(plain({ labels: [0, 1], scores: [1, 0] })), 1);
});

test("both are means over rows, and one half for all costs what it should", () => {
  fc.assert(
    fc.property(someRows(), ({ labels, scores }) => {
      const squares = labels.map((label, row) => (label - scores[row]!) ** 2);
      const mean = squares.reduce((sum, square) => sum + square, 0) / labels.length;
      assertClose(brierScore(plain({ labels, scores })), mean, 1e-12);
      const halves = plain({ labels, scores: scores.map(() => 0.5) });
      assertClose(logLoss(halves), Math.LN2, 1e-12);
      assert.equal(brierScore(halves), 0.25);
    }),
  );
});

test("scores that are no probabilities are refused", () => {
  const tally = plain({ labels: [1, 0], scores: [1.2, 0] });
  assert.throws(() => logLoss(tally), /A score of 1.2 is no probability: calibrate/);
  assert.throws(
    () => brierScore(plain({ labels: [1], scores: [-0.1] })),
    /A score of -0.1 is no probability/,
  );
});
