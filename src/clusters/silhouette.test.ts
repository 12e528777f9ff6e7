import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { matrixOf } from "./matrix";
import { silhouette } from "./silhouette";
import { fourClouds, sixtyRows } from "./testing";

const labels = Array.from({ length: 60 }, (_, i) => ((i * 7) % 11) % 3);

test("the mean width and the rows' widths are scikit-learn's", () => {
  // i = np.arange(60); X = np.c_[i * 37 % 23 / 4, i * i % 17 / 3, i**3 % 29 / 5]; labels i * 7 % 11 % 3;
  // silhouette_score, silhouette_samples, scikit-learn 1.9
  const found = silhouette(sixtyRows(), labels);
  assertClose(found.mean.estimate, -0.03634551836198463, 1e-10);
  [0.04890736023503766, -0.12185909889899649, 0.09020746053788381, 0.07953170168435221].forEach((w, i) => {
    assertClose(found.values[i], w, 1e-10);
  });
  assert.equal(found.exact, true);
  assert.deepEqual([...found.labels], labels);
});

test("a row that is alone in its cluster has width 0, as scikit-learn says", () => {
  // np.where(i == 5, 2, i // 30): silhouette_score −0.16142049238238737
  const alone = Array.from({ length: 60 }, (_, i) => (i === 5 ? 2 : Math.floor(i / 30)));
  const found = silhouette(sixtyRows(), alone);
  assert.equal(found.values[5], 0);
  assertClose(found.mean.estimate, -0.16142049238238737, 1e-10);
});

test("the mean of the clusters, weighed by size, is the mean of all; empty clusters have none", () => {
  const found = silhouette(
    sixtyRows(),
    labels.map((c) => (c === 2 ? 3 : c)),
  );
  const weighed = found.clusters.reduce((sum, { size, mean }) => sum + (size > 0 ? size * mean : 0), 0);
  assertClose(weighed / 60, found.mean.estimate, 1e-12);
  assert.equal(found.clusters[2]?.size, 0);
  assert.ok(Number.isNaN(found.clusters[2]?.mean));
});

test("widths do not change when points are moved, turned round or scaled, nor with the clusters' names", () => {
  const { matrix } = fourClouds(12, 3, 4);
  const names = Array.from({ length: 48 }, (_, i) => i % 3);
  const base = silhouette(matrix, names);
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      (a, s) => {
        const moved = { ...matrix, values: matrix.values.map((v) => a - s * v) };
        const found = silhouette(
          moved,
          names.map((c) => (c + 1) % 3),
        );
        found.values.forEach((w, i) => {
          assertClose(w, base.values[i] as number, 1e-9);
        });
      },
    ),
    { numRuns: 30 },
  );
});

test("a sample's interval covers the exact mean, at the same seed the same, and each cluster is in it", () => {
  const { matrix, truth } = fourClouds(900, 4, 2);
  const exact = silhouette(matrix, truth);
  let covered = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const found = silhouette(matrix, truth, { exactUpTo: 100, sample: 300, seed });
    assert.equal(found.exact, false);
    assert.equal(found.rows.length, 300);
    assert.ok(found.clusters.every(({ mean }) => mean > 0));
    if (found.mean.low <= exact.mean.estimate && exact.mean.estimate <= found.mean.high) covered++;
  }
  // 95 % of 40 are 38; fewer than 33 come about once in 800 times.
  assert.ok(covered >= 33, `${covered} of 40 intervals cover the exact mean`);
  const again = () => silhouette(matrix, truth, { exactUpTo: 100, sample: 300, seed: 9 });
  assert.deepEqual(again(), again());
});

test("the interval of all rows holds the mean of many more rows of the same kinds", () => {
  // The clusters stand fixed: a row belongs to the nearest corner of the square.
  const nearest = (seed: number, rowsEach: number) => {
    const { matrix } = fourClouds(rowsEach, 3, seed);
    const at = (i: number) => (matrix.values[i] as number) > 1.5;
    const labels = Array.from(
      { length: matrix.rows },
      (_, i) => Number(at(2 * i)) + 2 * Number(at(2 * i + 1)),
    );
    return silhouette(matrix, labels).mean;
  };
  const population = nearest(1, 1500).estimate;
  let covered = 0;
  for (let seed = 100; seed < 160; seed++) {
    const { low, high } = nearest(seed, 60);
    if (low <= population && population <= high) covered++;
  }
  // 95 % of 60 are 57; fewer than 51 come about once in 400 times.
  assert.ok(covered >= 51, `${covered} of 60 intervals hold the population's mean`);
});

test("small clusters keep thirty rows in a sample, or all they have", () => {
  const { matrix, truth } = fourClouds(500, 4, 3);
  const rare = truth.map((c, i) => (i < 8 ? 4 : i < 60 ? 5 : c));
  const found = silhouette(matrix, rare, { exactUpTo: 10, sample: 200 });
  const kept = (c: number) => found.labels.filter((label) => label === c).length;
  assert.deepEqual([kept(4), kept(5)], [8, 30]);
});

test("points that all coincide have width 0", () => {
  assert.deepEqual([...silhouette(matrixOf([["x", [1, 1, 1, 1]]]), [0, 0, 1, 1]).values], [0, 0, 0, 0]);
});

test("labels that do not fit, one cluster and values that are no numbers are refused", () => {
  const matrix = matrixOf([["days", [1, 2, 3]]]);
  assert.throws(() => silhouette(matrix, [0, 1]), /2 labels for 3 rows/);
  assert.throws(() => silhouette(matrix, [0, 0, 0]), /one cluster/);
  assert.throws(() => silhouette(matrix, [0, 1.5, 1]), /Label 1.5 of row 2/);
  assert.throws(() => silhouette(matrix, [0, 12346, 1]), /Label 12346 of row 2/);
  assert.throws(
    () => silhouette(matrixOf([["days", [1, Number.NaN, 3]]]), [0, 1, 1]),
    /Row 2 of column "days" is NaN/,
  );
  assert.throws(() => silhouette(matrix, [0, 1, 1], { sample: 1 }), /2 at least/);
});
