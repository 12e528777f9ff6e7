import assert from "node:assert/strict";
import { test } from "node:test";
import { kMeans } from "./k-means";
import { kMeansSweep } from "./k-means-sweep";
import { threeHeaps } from "./testing-lloyd";

const matrix = threeHeaps(500, 3);

test("no worker thread, one and two give the same bits", async () => {
  const [none, one, two] = await Promise.all(
    [0, 1, 2].map((workers) => kMeansSweep(matrix, { ks: [2, 5], seed: 7, restarts: 4, workers })),
  );
  assert.deepEqual(one, none);
  assert.deepEqual(two, none);
});

test("a sweep gives what k-means gives for each k, in the order asked for", async () => {
  const swept = await kMeansSweep(matrix, { ks: [4, 2, 3], seed: 7 });
  for (const [i, k] of [4, 2, 3].entries()) assert.deepEqual(swept[i], await kMeans(matrix, { k, seed: 7 }));
});

test("more restarts never raise the inertia", async () => {
  const inertias = await Promise.all(
    [1, 2, 5, 20].map(async (restarts) => (await kMeans(matrix, { k: 9, seed: 3, restarts })).inertia),
  );
  assert.deepEqual(
    inertias,
    inertias.toSorted((a, b) => b - a),
  );
  assert.ok(inertias[0]! > inertias[3]!, "the restarts differ");
});

test("progress counts every run, here and in threads", async () => {
  for (const workers of [0, 2]) {
    const seen: number[][] = [];
    await kMeansSweep(matrix, {
      ks: [2, 3],
      seed: 1,
      restarts: 3,
      workers,
      onProgress: (done, total) => seen.push([done, total]),
    });
    assert.deepEqual(
      seen,
      [1, 2, 3, 4, 5, 6].map((done) => [done, 6]),
    );
  }
});

test("no k is refused", async () => {
  await assert.rejects(kMeansSweep(matrix, { ks: [], seed: 1 }), /at least one k/);
});
