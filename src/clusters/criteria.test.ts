import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { calinskiHarabasz, daviesBouldin } from "./criteria";
import { matrixOf } from "./matrix";
import { fourClouds, sixtyRows } from "./testing";

const labels = Array.from({ length: 60 }, (_, i) => ((i * 7) % 11) % 3);
const alone = Array.from({ length: 60 }, (_, i) => (i === 5 ? 2 : Math.floor(i / 30)));

test("both criteria are scikit-learn's", () => {
  // the matrix of sixtyRows; calinski_harabasz_score, davies_bouldin_score, scikit-learn 1.9
  assertClose(calinskiHarabasz(sixtyRows(), labels), 0.3780176402472766, 1e-10);
  assertClose(daviesBouldin(sixtyRows(), labels), 15.85669501799542, 1e-10);
  assertClose(calinskiHarabasz(sixtyRows(), alone), 0.37435783419323876, 1e-10);
  assertClose(daviesBouldin(sixtyRows(), alone), 33.203299282911956, 1e-10);
});

test("clouds further apart score better by both, and a true label beats a shuffled one", () => {
  const near = fourClouds(50, 3, 1);
  const far = fourClouds(50, 9, 1);
  const mixed = near.truth.map((_, i) => i % 4);
  assert.ok(calinskiHarabasz(far.matrix, far.truth) > calinskiHarabasz(near.matrix, near.truth));
  assert.ok(daviesBouldin(far.matrix, far.truth) < daviesBouldin(near.matrix, near.truth));
  assert.ok(calinskiHarabasz(near.matrix, mixed) < calinskiHarabasz(near.matrix, near.truth));
  assert.ok(daviesBouldin(near.matrix, mixed) > daviesBouldin(near.matrix, near.truth));
});

test("a gap in the clusters' numbers changes neither", () => {
  const gap = labels.map((c) => (c === 2 ? 7 : c));
  assertClose(calinskiHarabasz(sixtyRows(), gap), 0.3780176402472766, 1e-10);
  assertClose(daviesBouldin(sixtyRows(), gap), 15.85669501799542, 1e-10);
});

test("as many clusters as rows, and one cluster, are refused", () => {
  const matrix = matrixOf([["x", [1, 2, 3]]]);
  assert.throws(() => calinskiHarabasz(matrix, [0, 1, 2]), /cluster of its own/);
  assert.throws(() => daviesBouldin(matrix, [1, 1, 1]), /one cluster/);
});
