import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../../stats/random";
import { bestThreshold } from "../../evaluation/precision-recall";
import { rankScores } from "../../evaluation/ranked-scores";
import { tallyScores } from "../../evaluation/score-tally";
import { auditThreshold, type ScoredRows } from "./tuned-on-test";

function scored(seed: number, rows = 400): ScoredRows {
  const random = createRandom(seed);
  const labels = Array.from({ length: rows }, () => (random.next() < 0.2 ? 1 : 0));
  return { labels, scores: labels.map((label) => 1 / (1 + Math.exp(-random.normal() - label))) };
}
const bestOf = ({ labels, scores }: ScoredRows) =>
  bestThreshold(tallyScores(rankScores(labels, scores))).threshold;

test("a threshold that is best on the test is found, and what another gives is told", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const [rows, other] = [scored(seed), scored(1000 + seed)];
    const [finding] = auditThreshold({ threshold: bestOf(rows), test: rows, chosenOn: other });
    assert.equal(finding?.severity, "warning");
    const [best, honest] = [...finding!.figure.matchAll(/0\.\d+/g)].map(Number);
    assert.ok(best! >= honest!, finding!.figure);
    assert.equal(auditThreshold({ threshold: bestOf(rows), test: rows }).length, 1);
  }
});

test("thresholds chosen on other rows, and round ones, pass", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const [rows, other] = [scored(seed), scored(1000 + seed)];
    assert.deepEqual(auditThreshold({ threshold: bestOf(other), test: rows, chosenOn: other }), []);
    assert.deepEqual(auditThreshold({ threshold: bestOf(other), test: rows }), []);
    assert.deepEqual(auditThreshold({ threshold: 0.21, test: rows }), []);
  }
});

test("where few scores differ the best threshold of the test may well be the best elsewhere", () => {
  const coarse = ({ labels, scores }: ScoredRows) => ({
    labels,
    scores: Array.from(scores, (score) => Math.round(7 * score) / 7),
  });
  const rows = coarse(scored(1));
  assert.deepEqual(auditThreshold({ threshold: bestOf(rows), test: rows }), []);
});

test("a threshold that is best on both is not held against the test", () => {
  const rows = scored(3);
  assert.deepEqual(auditThreshold({ threshold: bestOf(rows), test: rows, chosenOn: rows }), []);
});

test("scores of three decimals may have their best at a round threshold", () => {
  const { labels, scores } = scored(4);
  const rows = { labels, scores: Array.from(scores, (score) => Math.round(1000 * score) / 1000) };
  assert.ok(new Set(rows.scores).size > 100);
  assert.deepEqual(auditThreshold({ threshold: bestOf(rows), test: rows }), []);
});
