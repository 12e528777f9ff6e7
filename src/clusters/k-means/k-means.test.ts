import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import { matrixOf } from "../matrix";
import { kMeans } from "./k-means";
import { threeHeaps } from "./testing-lloyd";

// KMeans(k, init=X[:k], n_init=1).fit(X) of scikit-learn 1.9: inertia, rounds, sizes
const reference = [
  { k: 2, inertia: 5152.448296122208, iterations: 4, sizes: [37, 23] },
  { k: 3, inertia: 2066.23515625, iterations: 3, sizes: [20, 20, 20] },
  { k: 4, inertia: 1762.734375, iterations: 3, sizes: [20, 20, 10, 10] },
  { k: 7, inertia: 1214.3888353400073, iterations: 7, sizes: [14, 11, 9, 8, 8, 6, 4] },
];

for (const { k, ...expected } of reference) {
  test(`from the same ${k} starts inertia, rounds and sizes are scikit-learn's`, async () => {
    const matrix = threeHeaps(60, 3);
    const found = await kMeans(matrix, { k, seed: 1, starts: matrix.values.subarray(0, k * 3) });
    assert.ok(Math.abs(found.inertia / expected.inertia - 1) < 1e-12, `${found.inertia}`);
    assert.deepEqual([found.iterations, found.sizes], [expected.iterations, expected.sizes]);
    assert.equal(found.converged, true);
  });
}

test("clusters that come out empty get the farthest rows, as in scikit-learn", async () => {
  const matrix = matrixOf([["x", [0, 1, 2, 10, 11, 12, 50]]]);
  // KMeans(init=[0, 5, 1000], tol=0): centres 1, 11, 50; KMeans(init=[0, 1000, 2000, 3000]): 1, 10.5, 12, 50
  const three = await kMeans(matrix, { k: 3, seed: 1, starts: [0, 5, 1000], tolerance: 0 });
  assert.deepEqual([[...three.centres], three.inertia], [[1, 11, 50], 4]);
  const four = await kMeans(matrix, { k: 4, seed: 1, starts: [0, 1000, 2000, 3000], tolerance: 0 });
  assert.deepEqual([[...four.centres], four.inertia], [[1, 10.5, 12, 50], 2.5]);
});

test("ml-kmeans, from the same starts, finds the same clusters", async () => {
  const matrix = threeHeaps(200, 3);
  for (const k of [2, 3, 5, 8]) {
    const options = { k, seed: k, restarts: 3, tolerance: 0 };
    const own = await kMeans(matrix, options);
    const library = await kMeans(matrix, { ...options, engine: "ml-kmeans", workers: k % 2 });
    assert.deepEqual(library.labels, own.labels);
    assert.ok(Math.abs(library.inertia / own.inertia - 1) < 1e-12);
  }
});

test("clusters are numbered by falling size, equal sizes by their centres", async () => {
  const matrix = matrixOf([["x", [90, 91, 50, 51, 0, 1, 2]]]);
  const { labels, sizes, centres } = await kMeans(matrix, { k: 3, seed: 3 });
  assert.deepEqual([...labels], [2, 2, 1, 1, 0, 0, 0]);
  assert.deepEqual(sizes, [3, 2, 2]);
  assert.deepEqual([...centres], [1, 50.5, 90.5]);
});

test("planted heaps are found, each whole", async () => {
  const random = createRandom(8);
  const truth = Array.from({ length: 400 }, () => random.int(5));
  const column = (angle: number) => truth.map((type) => 20 * Math.cos(type * angle) + random.normal());
  const { labels } = await kMeans(
    matrixOf([
      ["x", column(1.2)],
      ["y", column(2.9)],
    ]),
    { k: 5, seed: 1 },
  );
  const pairs = new Set(truth.map((type, i) => `${type} ${labels[i]}`));
  assert.equal(pairs.size, 5);
});

test("moving or reordering the rows changes nothing but the places", async () => {
  const matrix = threeHeaps(90, 2);
  const starts = matrix.values.subarray(0, 8);
  const plain = await kMeans(matrix, { k: 4, seed: 1, starts });
  const moved = await kMeans(
    { ...matrix, values: matrix.values.map((x) => x + 1024) },
    { k: 4, seed: 1, starts: starts.map((x) => x + 1024) },
  );
  assert.deepEqual(moved.labels, plain.labels);
  const turned = Float64Array.from(matrix.values, (_, p) => matrix.values[(89 - (p >> 1)) * 2 + (p % 2)]!);
  const backwards = await kMeans({ ...matrix, values: turned }, { k: 4, seed: 1, starts });
  assert.deepEqual(backwards.labels, plain.labels.slice().reverse());
});

test("one cluster lies at the mean", async () => {
  const { centres, inertia, sizes } = await kMeans(matrixOf([["x", [1, 2, 6]]]), { k: 1, seed: 1 });
  assert.deepEqual([[...centres], inertia, sizes], [[3], 14, [3]]);
});

test("what cannot be clustered is refused, with the place and the remedy", async () => {
  const matrix = matrixOf([
    ["recency", [1, 1, 2]],
    ["spend", [5, 5, 6]],
  ]);
  const wrong = (options: object, of = matrix) => kMeans(of, { k: 2, seed: 1, ...options });
  await assert.rejects(wrong({ k: 3 }), /3 clusters of 3 rows, of which only 2 differ; take k of 2 or less/);
  await assert.rejects(wrong({ k: 1.5 }), /k is 1.5; take a whole number from 1 up/);
  await assert.rejects(wrong({ restarts: 0 }), /restarts is 0/);
  await assert.rejects(wrong({ maxIterations: 0 }), /maxIterations is 0/);
  await assert.rejects(wrong({ workers: -1 }), /workers is -1/);
  await assert.rejects(wrong({ tolerance: Number.NaN }), /tolerance is NaN/);
  await assert.rejects(wrong({ seed: 0.5 }), /seed 0.5 is not a whole number/);
  await assert.rejects(wrong({ starts: [1, 2, 3] }), /starts holds 3 numbers; 2 centres of 2 columns are 4/);
  await assert.rejects(
    wrong(
      {},
      matrixOf([
        ["recency", [1, 2]],
        ["spend", [3, Number.NaN]],
      ]),
    ),
    /Row 2 of column "spend" is NaN/,
  );
  await assert.rejects(wrong({}, matrixOf([["recency", []]])), /2 clusters of 0 rows/);
});
