import assert from "node:assert/strict";
import { test } from "node:test";
import { openDuckDB } from "../../data/duckdb";
import { numbers } from "../../data/engine";
import { drawnSql } from "./draw-customers";

const CUSTOMERS = 200_000;

/** The customers of 1 to 200,000 who are drawn, for each share and seed. */
async function drawn(draws: readonly (readonly [share: number, seed: number])[]): Promise<Set<number>[]> {
  const engine = await openDuckDB();
  const found: Set<number>[] = [];
  for (const [share, seed] of draws) {
    const sql = `SELECT i FROM range(1, ${CUSTOMERS + 1}) t(i) WHERE ${drawnSql("i", share, seed)}`;
    found.push(new Set(numbers(await engine.query(sql), "i")));
  }
  await engine.close();
  return found;
}

test("about the share is drawn, evenly among near and far ids, and others with another seed", async () => {
  const [tenth, other, third, all] = await drawn([
    [0.1, 1],
    [0.1, 2],
    [0.3, 1],
    [1, 1],
  ]);
  assert.equal(all!.size, CUSTOMERS);
  const near = (value: number, mean: number, sd: number) =>
    assert.ok(Math.abs(value - mean) < 4.5 * sd, `${value} is far from ${mean}`);
  near(tenth!.size, 20_000, Math.sqrt(18_000));
  near(third!.size, 60_000, Math.sqrt(42_000));
  near([...tenth!].filter((i) => other!.has(i)).length, 2_000, Math.sqrt(1_980));
  near([...tenth!].filter((i) => tenth!.has(i + 1)).length, 2_000, Math.sqrt(1_980));
  near([...tenth!].filter((i) => i <= 20_000).length, 2_000, Math.sqrt(1_800));
  near([...tenth!].filter((i) => i % 2 === 0).length, 10_000, Math.sqrt(5_000));
});

test("who is drawn at a share is drawn at a larger one", async () => {
  const [tenth, third] = await drawn([
    [0.1, 5],
    [0.3, 5],
  ]);
  assert.deepEqual(
    [...tenth!].filter((i) => !third!.has(i)),
    [],
  );
});

test("no share or seed of nonsense", () => {
  for (const share of [0, -0.1, 1.1, Number.NaN]) assert.throws(() => drawnSql("i", share, 1), /A share of/);
  assert.throws(() => drawnSql("i", 0.5, 1.5), /seed 1.5 is not a whole number/);
});
