import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createRandom } from "../stats/random";
import { kMeans } from "./k-means";
import { matrixOf } from "./matrix";
import { naturalBreaks } from "./natural-breaks";

/** Every way to cut sorted values into k stretches, tried. */
function bestOfAll(sorted: readonly number[], k: number): number {
  if (k === 0) return sorted.length === 0 ? 0 : Number.POSITIVE_INFINITY;
  if (sorted.length === 0) return Number.POSITIVE_INFINITY;
  return Math.min(
    ...sorted.map((_, i) => {
      const last = sorted.slice(i);
      const mean = last.reduce((a, b) => a + b, 0) / last.length;
      return bestOfAll(sorted.slice(0, i), k - 1) + last.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    }),
  );
}

test("no other cut has less inertia", () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 4 }), (drawn, wanted) => {
      const k = Math.min(wanted, new Set(drawn).size);
      const { inertia } = naturalBreaks(drawn, k);
      const best = bestOfAll(
        drawn.toSorted((a, b) => a - b),
        k,
      );
      assert.ok(Math.abs(inertia - best) < 1e-9, `${inertia} is not ${best}`);
    }),
  );
});

test("labels follow from the cuts, and the cuts' inertia is the one told", () => {
  const random = createRandom(3);
  const values = Array.from({ length: 500 }, () => Math.round(Math.exp(random.normal() * 1.5) * 10));
  const { cuts, labels, inertia } = naturalBreaks(values, 5);
  assert.deepEqual(
    [...labels],
    values.map((value) => cuts.filter((cut) => value > cut).length),
  );
  const classes = [0, 1, 2, 3, 4].map((c) => values.filter((_, i) => labels[i] === c));
  const sum = classes.reduce((total, members) => {
    const mean = members.reduce((a, b) => a + b, 0) / members.length;
    return total + members.reduce((squares, x) => squares + (x - mean) ** 2, 0);
  }, 0);
  assert.ok(Math.abs(sum / inertia - 1) < 1e-10);
});

test("k-means of one column comes to the same cuts, or to worse ones", async () => {
  const random = createRandom(11);
  const values = Array.from({ length: 800 }, () => 40 * random.int(6) + random.normal() * 3);
  const { labels, inertia } = naturalBreaks(values, 6);
  const found = await kMeans(matrixOf([["score", values]]), { k: 6, seed: 2, restarts: 20 });
  assert.ok(Math.abs(found.inertia / inertia - 1) < 1e-9);
  assert.equal(new Set(values.map((_, i) => `${labels[i]} ${found.labels[i]}`)).size, 6);
  const one = await kMeans(matrixOf([["score", values]]), { k: 9, seed: 1, restarts: 1 });
  assert.ok(one.inertia >= naturalBreaks(values, 9).inertia * (1 - 1e-9));
});

test("as many classes as different values leave no inertia; more are refused", () => {
  assert.deepEqual(naturalBreaks([3, 1, 3, 2], 3), {
    cuts: [1.5, 2.5],
    labels: Int32Array.of(2, 0, 2, 1),
    inertia: 0,
  });
  assert.throws(() => naturalBreaks([3, 1, 3], 3), /3 classes of 2 different values/);
  assert.throws(() => naturalBreaks([], 1), /1 classes of 0 different values/);
  assert.throws(() => naturalBreaks([1, Number.NaN], 1), /NaN at index 1/);
});
