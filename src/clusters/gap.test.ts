import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../test/close";
import { createRandom } from "../stats/random";
import { gapStatistic } from "./gap";
import { matrixOf } from "./matrix";
import { fourClouds } from "./testing";

test("the expected log inertia of one cluster is that of a uniform box", async () => {
  // The squared distances of n uniform rows to their mean come to n (a² + b²) / 12 for a box of sides a and b.
  const n = 2000;
  const random = createRandom(5);
  const [x, y] = [4, 9].map((side) => Array.from({ length: n }, () => side * random.next())) as [
    number[],
    number[],
  ];
  const matrix = matrixOf([
    ["x", x],
    ["y", y],
  ]);
  const { gaps } = await gapStatistic(matrix, {
    ks: [1],
    seed: 1,
    references: 15,
    restarts: 1,
    box: "columns",
  });
  assertClose(gaps[0]?.expected, Math.log((n * (16 + 81)) / 12), 0.02);
  assertClose(gaps[0]?.gap, 0, 0.04);
  assert.ok(gaps[0]!.error > 0 && gaps[0]!.error < 0.05);
});

test("four clouds apart are found by either box, and one cloud is one", async () => {
  const { matrix } = fourClouds(40, 8, 1);
  const ks = [1, 2, 3, 4, 5, 6];
  for (const box of ["columns", "components"] as const) {
    assert.equal((await gapStatistic(matrix, { ks, seed: 3, references: 8, box })).k, 4);
  }
  const single = fourClouds(40, 0, 1).matrix;
  assert.equal((await gapStatistic(single, { ks, seed: 3, references: 8 })).k, 1);
});

test("nothing is favoured where the range ends too soon", async () => {
  const { matrix } = fourClouds(30, 9, 2);
  assert.equal((await gapStatistic(matrix, { ks: [2, 3], seed: 1, references: 5 })).k, null);
});

test("the same seed gives the same gaps", async () => {
  const { matrix } = fourClouds(20, 5, 2);
  const run = (seed: number) => gapStatistic(matrix, { ks: [1, 2], seed, references: 3 });
  assert.deepEqual(await run(4), await run(4));
  assert.notDeepEqual(await run(4), await run(5));
});

test("gaps in k and no reference sets are refused", async () => {
  const { matrix } = fourClouds(5, 5, 2);
  await assert.rejects(gapStatistic(matrix, { ks: [1, 3], seed: 1 }), /1, 3/);
  await assert.rejects(gapStatistic(matrix, { ks: [], seed: 1 }), /by ones/);
  await assert.rejects(gapStatistic(matrix, { ks: [1], seed: 1, references: 0 }), /one at least/);
});
