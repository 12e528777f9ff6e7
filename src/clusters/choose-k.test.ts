import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseK } from "./choose-k";
import { fourClouds } from "./testing";
import type { Criteria } from "./verdict";
import { type Favour, verdict } from "./verdict";

const options = { ks: [2, 3, 4, 5, 6], seed: 1, resamples: 8, references: 5, restarts: 4 };

test("on four clouds apart every criterion favours four, and the verdict says to take it", async () => {
  const { matrix } = fourClouds(60, 12, 2);
  const seen: number[] = [];
  const found = await chooseK(matrix, { ...options, onProgress: (done, total) => seen.push(done / total) });
  assert.deepEqual(
    found.favours.map(({ criterion, k }) => `${criterion} ${k}`),
    ["knee 4", "silhouette 4", "Calinski–Harabasz 4", "Davies–Bouldin 4", "gap 4", "stability 4"],
  );
  assert.match(
    found.verdict,
    /^All 6 criteria favour k = 4\. At best \(k = 4\) the mean silhouette is \.?0\.[78]/,
  );
  assert.match(found.verdict, /such structure is strong\./);
  assert.match(found.verdict, /Take k = 4\.$/);
  assert.deepEqual(
    found.clusterings.map(({ k }) => k),
    options.ks,
  );
  assert.equal(seen.length, 14);
  assert.deepEqual(
    seen,
    [...seen].sort((a, b) => a - b),
  );
  assert.equal(seen.at(-1), 1);
});

test("on one round cloud the verdict owns that the rows do not settle k", async () => {
  const { matrix } = fourClouds(60, 0, 2);
  const found = await chooseK(matrix, options);
  assert.equal(found.favours.find(({ criterion }) => criterion === "gap")?.k, 1);
  assert.match(found.verdict, /^The criteria do not agree: .*gap for k = 1/);
  assert.match(found.verdict, /weak/);
  assert.match(found.verdict, /do not settle k/);
});

test("the same seed gives the same verdict and figures", async () => {
  const { matrix } = fourClouds(20, 4, 2);
  const small = { ...options, ks: [2, 3, 4], resamples: 3, references: 2 };
  assert.deepEqual(await chooseK(matrix, small), await chooseK(matrix, small));
});

const row = (k: number, jaccard: number, estimate: number): Criteria => ({
  k,
  inertia: 10 / k,
  silhouette: { estimate, low: estimate - 0.1, high: estimate + 0.1 },
  calinskiHarabasz: 1,
  daviesBouldin: 1,
  gap: { k, gap: 0, error: 0, logInertia: 0, expected: 0 },
  stability: {
    k,
    agreement: { estimate: 1, low: 1, high: 1 },
    clusters: [{ cluster: 0, size: 9, jaccard, dissolved: 0 }],
  },
});
const favour = (criterion: Favour["criterion"], k: number | null): Favour => ({ criterion, k, because: "" });

test("the verdict tells agreement from dissent, strength by silhouette, and stability by overlap", () => {
  const both = [favour("knee", 3), favour("silhouette", 3)];
  assert.equal(
    verdict([row(2, 0.9, 0.3), row(3, 0.7, 0.6)], both),
    "All 2 criteria favour k = 3. At best (k = 3) the mean silhouette is 0.600 (0.500 to 0.700); such structure is " +
      "reasonable. All clusters come back from resamples (mean overlap 0.75 or more) only for k = 2. " +
      "k = 3 is favoured but not stable: treat its clusters with care.",
  );
  assert.equal(
    verdict(
      [row(2, 0.5, 0.2), row(3, 0.7, 0.1)],
      [favour("silhouette", 2), favour("knee", 3), favour("gap", null)],
    ),
    "The criteria do not agree: silhouette for k = 2; knee for k = 3; gap for none of them. At best (k = 2) the mean " +
      "silhouette is 0.200 (0.100 to 0.300); such structure is too weak to speak of clusters. For no k tried do all " +
      "clusters come back from resamples. The rows do not settle k: any choice is one of use, and should be said to be.",
  );
  assert.match(
    verdict([row(2, 0.8, 0.3), row(3, 0.9, 0.2)], [favour("silhouette", 2), favour("knee", 3)]),
    /Every cluster of every k tried comes back from resamples\. The rows do not settle k: choose by use among k = 2 and 3, and say so\.$/,
  );
});

test("several k in a row are told as a range", () => {
  const rows = [row(2, 0.9, 0.3), row(3, 0.9, 0.2), row(4, 0.9, 0.2), row(5, 0.5, 0.2), row(6, 0.9, 0.2)];
  assert.match(
    verdict(rows, [favour("silhouette", 2), favour("knee", 3)]),
    /only for k = 2 to 4 and 6\. The rows do not settle k: choose by use among k = 2 to 4 and 6, and say so\.$/,
  );
});

test("numbers of clusters that leave one out, begin at one or are too few are refused", async () => {
  const { matrix } = fourClouds(5, 4, 2);
  for (const ks of [[2, 4, 5], [1, 2, 3], [2, 3], []]) {
    await assert.rejects(chooseK(matrix, { ks, seed: 1 }), /three numbers or more/);
  }
});
