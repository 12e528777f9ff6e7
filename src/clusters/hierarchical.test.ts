import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { adjustedRand } from "./agreement";
import { wardClusters } from "./hierarchical";
import { matrixOf } from "./matrix";
import { sampleRows } from "./sample";
import { fourClouds, sixtyRows } from "./testing";

test("the cut tree is SciPy's, its rows put to the nearest mean", () => {
  // X of sixtyRows; fcluster(linkage(X, "ward"), k, "maxclust"), means of its clusters, rows to the nearest, SciPy 1.17
  const sizes = { 3: [26, 19, 15], 4: [16, 15, 15, 14], 5: [15, 14, 12, 11, 8] };
  const inertia = { 3: 288.8518542142967, 4: 226.53984109686607, 5: 189.68563801159155 };
  for (const k of [3, 4, 5] as const) {
    const found = wardClusters(sixtyRows(), { k, seed: 1 });
    assert.deepEqual(found.sizes, sizes[k]);
    assertClose(found.inertia, inertia[k], 1e-9);
  }
  const largest = wardClusters(sixtyRows(), { k: 3, seed: 1 }).centres;
  [2.740741, 2.950617, 4.333333].forEach((mean, j) => {
    assertClose(largest[j], mean, 1e-6);
  });
});

test("four clouds apart are found from a sample, the same at the same seed", () => {
  const { matrix, truth } = fourClouds(200, 9, 1);
  const run = () => wardClusters(matrix, { k: 4, seed: 3, sample: 100 });
  assert.equal(run().labels.length, 800);
  assert.equal(adjustedRand(run().labels, truth), 1);
  assert.deepEqual(run(), run());
});

test("one cluster, more clusters than rows and values that are no numbers are refused", () => {
  const matrix = matrixOf([["x", [1, 2, 3]]]);
  assert.throws(
    () => wardClusters(matrix, { k: 1, seed: 1 }),
    /k is 1; take a whole number from 2 to the 3 rows/,
  );
  assert.throws(() => wardClusters(matrix, { k: 4, seed: 1 }), /k is 4/);
  assert.throws(() => wardClusters(matrixOf([["x", [1, Number.NaN]]]), { k: 2, seed: 1 }), /NaN/);
});

test("a sample keeps rows whole and in order, each at most once, and is uniform", () => {
  const matrix = matrixOf([
    ["x", Array.from({ length: 20 }, (_, i) => i)],
    ["y", Array.from({ length: 20 }, (_, i) => 100 + i)],
  ]);
  const counts = new Float64Array(20);
  for (let seed = 1; seed <= 800; seed++) {
    const { values, rows } = sampleRows(matrix, 5, seed);
    assert.equal(rows, 5);
    for (let i = 0; i < 5; i++) {
      assert.equal(values[2 * i + 1], 100 + values[2 * i]!);
      if (i > 0) assert.ok(values[2 * i]! > values[2 * i - 2]!);
      counts[values[2 * i]!]!++;
    }
  }
  // Each row is drawn 200 times on average, with a standard deviation of 12: five of these are allowed.
  assert.ok(counts.every((n) => Math.abs(n - 200) < 61));
  assert.deepEqual(sampleRows(matrix, 20, 3), matrix);
  assert.throws(() => sampleRows(matrix, 21, 1), /21 of 20 rows/);
  assert.throws(() => sampleRows(matrix, 0, 1), /from 1 to 20/);
});
