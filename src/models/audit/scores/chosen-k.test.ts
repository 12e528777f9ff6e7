import assert from "node:assert/strict";
import { test } from "node:test";
import { auditChosenK } from "./chosen-k";

// Study 001: mean silhouettes of k-means on log1p and standardised R, F, M, by scikit-learn.
const honest = [0.4, 0.303, 0.309, 0.277, 0.272, 0.265, 0.26, 0.259].map((silhouette, i) => ({
  k: i + 2,
  silhouette,
}));
// As published, with the cluster labels among the features.
const leaked = [0.392, 0.421, 0.442, 0.385, 0.354, 0.327, 0.302, 0.303].map((silhouette, i) => ({
  k: i + 2,
  silhouette,
}));
// Study 002: of k-means on the score.
const deck = [0.646, 0.599, 0.576, 0.548].map((silhouette, i) => ({ k: i + 3, silhouette }));

test("study 001's four clusters have a lower silhouette than two", () => {
  const found = auditChosenK({ where: "study 001", chosen: 4, candidates: honest });
  assert.deepEqual(
    found.map(({ severity, figure }) => [severity, figure]),
    [["warning", "k = 2: 0.4, k = 4: 0.309"]],
  );
});

test("study 002's best silhouette is that of 3, neither 5 nor 6", () => {
  for (const chosen of [5, 6]) {
    assert.match(auditChosenK({ where: "deck", chosen, candidates: deck })[0]!.what, /k = 3 has the higher/);
  }
});

test("the best number is left alone, also where another is as good, and on the leaked curve, which is another check's", () => {
  assert.deepEqual(auditChosenK({ where: "", chosen: 2, candidates: honest }), []);
  assert.deepEqual(auditChosenK({ where: "", chosen: 4, candidates: leaked }), []);
  const tied = [2, 3].map((k) => ({ k, silhouette: 0.5 }));
  assert.deepEqual(auditChosenK({ where: "", chosen: 3, candidates: tied }), []);
});

test("where the intervals overlap it is but a note", () => {
  const candidates = (low: number) => [
    { k: 2, silhouette: 0.4, low, high: 0.45 },
    { k: 4, silhouette: 0.36, low: 0.33, high: 0.39 },
  ];
  const severity = (low: number) =>
    auditChosenK({ where: "", chosen: 4, candidates: candidates(low) })[0]?.severity;
  assert.deepEqual([severity(0.39), severity(0.391)], ["note", "warning"]);
});

test("a k that was not tried, and what is no silhouette, are refused", () => {
  assert.throws(
    () => auditChosenK({ where: "w", chosen: 10, candidates: honest }),
    /k = 10 is not among .*\(2, 3,/,
  );
  assert.throws(
    () => auditChosenK({ where: "w", chosen: 2, candidates: [{ k: 2, silhouette: 1.2 }] }),
    /is 1\.2/,
  );
});
