import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../test/close";
import { adjustedRand } from "./agreement";
import { cholesky, squaredMahalanobis } from "./cholesky";
import { kMeans } from "./k-means/k-means";
import { columnOf, matrixOf } from "./matrix";
import { gaussianMixture } from "./mixture";
import { fourClouds, sixtyRows } from "./testing";

const labels = Array.from({ length: 60 }, (_, i) => ((i * 7) % 11) % 3);
const close = (actual: ArrayLike<number>, expected: readonly number[], by: number) => {
  expected.forEach((value, i) => {
    assertClose(actual[i], value, by, `at ${i}`);
  });
};

test("five rounds, and the end, are scikit-learn's from the same start", () => {
  // X, l of sixtyRows and i * 7 % 11 % 3; GaussianMixture(3, tol=…, max_iter=…, weights_init, means_init and
  // precisions_init of the groups).fit(X): score, bic, weights_, means_, covariances_, predict_proba, scikit-learn 1.9
  const early = gaussianMixture(sixtyRows(), labels, { maxIterations: 5, tolerance: 0 });
  assertClose(early.logLikelihood, -5.894674780985249, 1e-10);
  assertClose(early.bic, 826.0969660226708, 1e-8);
  assert.deepEqual([early.iterations, early.converged], [5, false]);
  close(early.means, [2.6264214283330283, 2.4153179464373715, 2.4909829162688455], 1e-10);
  close(
    early.covariances,
    [3.197929127249469, 1.8279987199994205, 0.9960011205374513, 1.8279987199994205],
    1e-10,
  );
  close(early.probabilities, [0.9809263385523455, 0.005773970469988223, 0.013299690977666733], 1e-10);
  const end = gaussianMixture(sixtyRows(), labels);
  assert.deepEqual([end.iterations, end.converged], [52, true]);
  assertClose(end.logLikelihood, -5.434985762432434, 1e-9);
  close(end.weights, [0.17424464877739823, 0.5901398033235243, 0.2356155478990773], 1e-8);
  assert.deepEqual(
    [0, 1, 2].map((c) => end.labels.filter((label) => label === c).length),
    [11, 34, 15],
  );
});

test("every round raises the likelihood, and probabilities of a row add up to one", () => {
  let last = -Infinity;
  for (let maxIterations = 1; maxIterations <= 25; maxIterations++) {
    const found = gaussianMixture(sixtyRows(), labels, { maxIterations, tolerance: 0 });
    assert.ok(found.logLikelihood > last - 1e-9);
    last = found.logLikelihood;
    for (let i = 0; i < 60; i++) {
      assertClose(
        found.probabilities.subarray(3 * i, 3 * i + 3).reduce((a, b) => a + b, 0),
        1,
        1e-12,
      );
    }
  }
});

test("two long, parallel clouds that k-means cuts across are told apart", async () => {
  const { matrix } = fourClouds(100, 0, 5);
  const second = Array.from({ length: 400 }, (_, i) => Number(i >= 200));
  const long = matrixOf([
    ["x", columnOf(matrix, "x").map((x) => 6 * x)],
    ["y", columnOf(matrix, "y").map((y, i) => 0.3 * y + 3 * (second[i] as number))],
  ]);
  const { labels: cut } = await kMeans(long, { k: 2, seed: 1 });
  assert.ok(adjustedRand(cut, second) < 0.1);
  const start = columnOf(long, "y").map((y, i) => Number(y + (i % 3) - 1 > 1.5));
  assert.ok(adjustedRand(gaussianMixture(long, start).labels, second) > 0.98);
});

test("the criterion is least at the planted number of components", async () => {
  const { matrix, truth } = fourClouds(150, 8, 3);
  const fits = [];
  for (const k of [2, 3, 4, 5]) {
    fits.push(gaussianMixture(matrix, (await kMeans(matrix, { k, seed: 1 })).labels));
  }
  assert.equal(Math.min(...fits.map(({ bic }) => bic)), fits[2]?.bic);
  assert.ok(adjustedRand(fits[2]!.labels, truth) > 0.98);
});

test("Cholesky's triangle times itself is the matrix, and measures distances", () => {
  const entry = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 9, maxLength: 9 }), fc.tuple(entry, entry, entry), (e, x) => {
      const at = (i: number, j: number) => (i < j ? 0 : i === j ? 0.5 + Math.abs(e[4 * i]!) : e[3 * i + j]!);
      const indices = [0, 1, 2];
      const symmetric = Float64Array.from(
        indices.flatMap((i) => indices.map((j) => indices.reduce((s, m) => s + at(i, m) * at(j, m), 0))),
      );
      const lower = cholesky(symmetric, 3)!;
      close(
        lower,
        indices.flatMap((i) => indices.map((j) => at(i, j))),
        1e-9,
      );
      const moved = Float64Array.from(indices, (i) => indices.reduce((s, m) => s + at(i, m) * x[m]!, 0));
      assertClose(squaredMahalanobis(lower, moved), x[0] ** 2 + x[1] ** 2 + x[2] ** 2, 1e-7);
    }),
  );
  assert.equal(cholesky(Float64Array.of(1, 2, 2, 1), 2), null);
});

test("small clusters, rows on a line, other labels and odd options are refused", () => {
  const matrix = sixtyRows();
  assert.throws(
    () =>
      gaussianMixture(
        matrix,
        labels.map((c, i) => (i < 3 ? 3 : c)),
      ),
    /cluster 3 has 3 rows/,
  );
  assert.throws(() => gaussianMixture(matrix, [0, 1]), /2 labels for 60 rows/);
  assert.throws(() => gaussianMixture(matrix, labels, { maxIterations: 0 }), /a round at least/);
  const line = matrixOf([
    ["x", [1, 2, 3, 4, 5, 6]],
    ["y", [1, 1, 1, 4, 4, 4]],
  ]);
  assert.throws(() => gaussianMixture(line, [0, 0, 0, 1, 1, 1], { floor: 0 }), /component 0 collapsed/);
});
