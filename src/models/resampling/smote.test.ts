import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { createRandom } from "../../stats/random";
import { featureMatrix } from "../features/feature-matrix";
import { type Features, rowsOf, takeRows } from "../features/features";
import { rowSplitAsPublished } from "../splits/splits";
import { nearestNeighbours } from "./nearest-neighbours";
import { smote } from "./smote";

const matrix = (names: readonly string[], rows: readonly (readonly number[])[]): Features => ({
  names,
  columns: names.map((_, j) => rows.map((row) => row[j]!)),
});

const point = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
const cases = fc.record({
  rare: fc.array(point, { minLength: 3, maxLength: 10 }),
  common: fc.array(point, { minLength: 11, maxLength: 40 }),
  label: fc.nat(1),
  k: fc.integer({ min: 1, max: 2 }),
  seed: fc.integer(),
});

test("given rows stay, labels balance, and each new row lies on the line from its base to a near neighbour", () => {
  fc.assert(
    fc.property(cases, ({ rare, common, label, k, seed }) => {
      const rows = [...common, ...rare];
      const given = matrix(["x", "y"], rows);
      const labels = rows.map((_, i) => (i < common.length ? 1 - label : label));
      const { features, labels: all, bases, neighbours } = smote(given, labels, { k, seed });
      assert.equal(rowsOf(features), 2 * common.length);
      const kept = Uint32Array.from(rows, (_, i) => i);
      assert.deepEqual(takeRows(features, kept), takeRows(given, kept));
      assert.deepEqual([...all.subarray(0, rows.length)], labels);
      assert.ok(all.subarray(rows.length).every((mark) => mark === label));
      const nearest = nearestNeighbours(Float64Array.from(rare.flat()), 2, k);
      bases.forEach((base, s) => {
        const member = base - common.length;
        assert.ok(nearest.subarray(member * k, (member + 1) * k).includes(neighbours[s]! - common.length));
        const [from, to] = [rows[base]!, rows[neighbours[s]!]!];
        const [x, y] = features.columns.map((column) => column[rows.length + s]);
        const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        const before = Math.hypot(x! - from[0], y! - from[1]);
        assertClose(before + Math.hypot(to[0] - x!, to[1] - y!), length, 1e-6);
      });
      const drawn = rare.map((_, i) => bases.filter((base) => base === common.length + i).length);
      assert.ok(Math.max(...drawn) - Math.min(...drawn) <= 1);
    }),
  );
});

test("the place on the line is uniform, and each near neighbour is as likely", () => {
  const rows = [[0], [1], [10], ...Array.from({ length: 6003 }, () => [50])];
  const { features, bases, neighbours } = smote(
    matrix(["x"], rows),
    rows.map((_, i) => (i < 3 ? 1 : 0)),
    { k: 2 },
  );
  // From 0 towards 1 or towards 10: 1,000 ± 22 each, the places' mean ½ ± .009 and variance 1/12 ± .0024.
  const places: number[] = [];
  for (let s = 0; s < bases.length; s++)
    if (bases[s] === 0 && neighbours[s] === 2) places.push(features.columns[0]![rows.length + s]! / 10);
  assert.ok(Math.abs(places.length - 1000) < 90, `${places.length}`);
  const mean = places.reduce((a, b) => a + b, 0) / places.length;
  assertClose(mean, 0.5, 0.035);
  assertClose(places.reduce((a, b) => a + (b - mean) ** 2, 0) / places.length, 1 / 12, 0.01);
});

test("a ratio below one adds fewer rows, none where there are enough, and a seed repeats them", () => {
  const rows = Array.from({ length: 30 }, (_, i) => [i, (i * i) % 7]);
  const labels = rows.map((_, i) => (i % 5 === 0 ? 1 : 0));
  const given = matrix(["x", "y"], rows);
  // 24 of label 0 and 6 of label 1.
  assert.equal(rowsOf(smote(given, labels, { ratio: 0.5 }).features), 36);
  assert.equal(rowsOf(smote(given, labels, { ratio: 0.2 }).features), 30);
  assert.deepEqual(smote(given, labels, { seed: 3 }), smote(given, labels, { seed: 3 }));
  assert.notDeepEqual(smote(given, labels, { seed: 4 }).features, smote(given, labels, { seed: 3 }).features);
});

test("where not every row is drawn from, each is as likely", () => {
  const given = matrix(
    ["x"],
    Array.from({ length: 26 }, (_, i) => [i]),
  );
  const labels = Array.from({ length: 26 }, (_, i) => (i < 10 ? 1 : 0));
  const times = new Float64Array(10);
  // Three of ten: 300 ± 14.5 in a thousand.
  for (let seed = 0; seed < 1000; seed++)
    for (const base of smote(given, labels, { k: 1, ratio: 13 / 16, seed }).bases) times[base]!++;
  for (const drawn of times) assert.ok(Math.abs(drawn - 300) < 60, `${drawn} of 1,000`);
});

/** Share of test rows of label 1, and of those the share that the nearest learnt row calls so. */
function nearestRecall(features: Features, labels: ArrayLike<number>, test: Uint32Array, train: Uint32Array) {
  const { columns, values } = featureMatrix(features);
  let [positive, found] = [0, 0];
  for (const row of test) {
    if (labels[row] !== 1) continue;
    positive++;
    let [best, nearest] = [Infinity, -1];
    for (const other of train) {
      let distance = 0;
      for (let j = 0; j < columns; j++)
        distance += (values[row * columns + j]! - values[other * columns + j]!) ** 2;
      if (distance < best) [best, nearest] = [distance, other];
    }
    found += labels[nearest]!;
  }
  return { prevalence: positive / test.length, recall: found / positive };
}

test("before the split it leaks: pure noise is foretold well, though after the split it is not", () => {
  const random = createRandom(5);
  const rows = Array.from({ length: 600 }, () => Array.from({ length: 8 }, () => random.normal()));
  const labels = rows.map((_, i) => (i % 10 === 0 ? 1 : 0));
  const noise = matrix([..."abcdefgh"], rows);
  const customers = rows.map((_, i) => i);
  const { train, test } = rowSplitAsPublished(customers);
  const honest = nearestRecall(noise, labels, test, train);
  const balanced = smote(noise, labels);
  const split = rowSplitAsPublished(Array.from(balanced.labels, (_, i) => i));
  const leaked = nearestRecall(balanced.features, balanced.labels, split.test, split.train);
  // Noise is found by chance only, as often as one row in ten; 60 positives in all.
  assert.ok(honest.recall < 0.3, `honest ${honest.recall}`);
  assert.ok(Math.abs(honest.prevalence - 0.1) < 0.06, `${honest.prevalence}`);
  assert.ok(leaked.recall > 0.9, `leaked ${leaked.recall}`);
  assert.ok(Math.abs(leaked.prevalence - 0.5) < 0.08, `${leaked.prevalence}`);
});

test("too few rows of the rarer label, and other inputs that cannot be, are refused", () => {
  const given = matrix(["x"], [[1], [2], [3], [4], [5]]);
  const labels = [0, 0, 0, 1, 1];
  assert.throws(() => smote(given, labels), /5 neighbours among the 2 rows of label 1/);
  assert.throws(() => smote(given, labels, { k: 0 }), /0 neighbours/);
  assert.throws(() => smote(given, labels, { k: 1, ratio: 1.5 }), /ratio of 1.5/);
  assert.throws(() => smote(given, [0, 0, 0, 1, 3], { k: 1 }), /label of row 4 is 3/);
  assert.throws(() => smote(matrix(["x"], [[1], [Infinity]]), [0, 1], { k: 1 }), /"x" is Infinity in row 1/);
});
