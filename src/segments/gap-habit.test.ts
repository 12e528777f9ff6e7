import assert from "node:assert/strict";
import { test } from "node:test";
import { openDuckDB } from "../data/duckdb";
import { gapsAgainstHabit } from "./gap-habit";

test("each of the last two gaps stands beside the median of those before it", async () => {
  const engine = await openDuckDB();
  try {
    const row = (customer: number, gaps: readonly number[]) =>
      [null, ...gaps].map(
        (gap, i) => `(${customer}, 'prior', ${i + 1}, CAST(${gap === null ? "NULL" : gap} AS TINYINT))`,
      );
    // Customer 2 has three gaps: too few for two of them to be measured by two earlier ones.
    const rows = [
      ...row(10, [7, 9, 30, 4, 12]),
      ...row(2, [1, 2, 3]),
      ...row(9, [5, 5, 6, 5]),
      "(9, 'test', 6, 30)",
    ];
    await engine.execute(
      `CREATE TABLE orders AS SELECT * FROM (VALUES ${rows.join(", ")}) t(customer, eval_set, order_number, gap)`,
    );
    const { customer, variables } = await gapsAgainstHabit(engine);
    assert.deepEqual(customer, ["9", "10"]);
    assert.deepEqual(
      variables.map(({ name, values }) => [name, ...values]),
      [
        ["lastGap", 5, 12],
        ["habit", 5, 8],
        ["gapBefore", 6, 4],
        ["habitBefore", 5, 9],
      ],
    );
    await engine.execute("DELETE FROM orders WHERE customer <> 2");
    await assert.rejects(gapsAgainstHabit(engine), /nobody has four gaps/);
  } finally {
    await engine.close();
  }
});
