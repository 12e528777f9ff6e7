import assert from "node:assert/strict";
import { test } from "node:test";
import { kMeans } from "./k-means/k-means";
import { kMeansSweep } from "./k-means/k-means-sweep";
import { stability } from "./stability";
import { fourClouds } from "./testing";

test("clouds far apart come back from every resample, member by member", async () => {
  const { matrix } = fourClouds(40, 30, 1);
  const clustering = await kMeans(matrix, { k: 4, seed: 1 });
  const [found] = await stability(matrix, [clustering], { seed: 2, resamples: 20 });
  assert.deepEqual(found?.agreement, { estimate: 1, low: 1, high: 1 });
  assert.ok(found?.clusters.every(({ jaccard, dissolved }) => jaccard === 1 && dissolved === 0));
});

test("the planted number of clusters is more stable than one more or one fewer", async () => {
  const { matrix } = fourClouds(60, 7, 3);
  const clusterings = await kMeansSweep(matrix, { ks: [3, 4, 5], seed: 1 });
  const [three, four, five] = await stability(matrix, clusterings, { seed: 1, resamples: 30 });
  assert.ok(four!.agreement.estimate > three!.agreement.estimate);
  assert.ok(four!.agreement.estimate > five!.agreement.estimate);
  const weakest = (clusters: readonly { jaccard: number }[]) =>
    Math.min(...clusters.map(({ jaccard }) => jaccard));
  assert.ok(weakest(four!.clusters) > 0.95);
  assert.ok(weakest(five!.clusters) < 0.75);
});

test("halves of one round cloud are dissolved now and then, wholes never", async () => {
  const { matrix } = fourClouds(30, 0, 3);
  const [one, five] = await stability(matrix, await kMeansSweep(matrix, { ks: [1, 5], seed: 1 }), {
    seed: 4,
    resamples: 30,
  });
  assert.deepEqual(one?.clusters[0]?.jaccard, 1);
  assert.ok(five!.clusters.some(({ dissolved }) => dissolved > 0));
  assert.ok(
    five!.agreement.low < five!.agreement.estimate && five!.agreement.estimate < five!.agreement.high,
  );
});

test("the same seed gives the same stability, and none of no clusterings", async () => {
  const { matrix } = fourClouds(20, 4, 3);
  const clusterings = await kMeansSweep(matrix, { ks: [2, 4], seed: 1 });
  const run = () => stability(matrix, clusterings, { seed: 4, resamples: 5 });
  assert.deepEqual(await run(), await run());
  assert.deepEqual(await stability(matrix, [], { seed: 1 }), []);
});

test("labels of other rows and no resamples are refused", async () => {
  const { matrix } = fourClouds(5, 4, 3);
  const other = await kMeans(fourClouds(6, 4, 3).matrix, { k: 2, seed: 1 });
  await assert.rejects(stability(matrix, [other], { seed: 1 }), /24 labels for 20 rows/);
  await assert.rejects(stability(matrix, [], { seed: 1, resamples: 0 }), /one at least/);
});
