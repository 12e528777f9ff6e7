import assert from "node:assert/strict";
import { test } from "node:test";
import { type DuckDB, openDuckDB } from "../data/duckdb";
import { rfm } from "./rfm";

const reference = "2011-12-10T12:50Z";

async function withLines(use: (engine: DuckDB) => Promise<void>): Promise<void> {
  const engine = await openDuckDB();
  try {
    await engine.execute(`CREATE TABLE lines AS SELECT * FROM (VALUES
      ('b', 'o3', TIMESTAMP '2011-11-30 12:51:00', 5.00),
      ('a', 'o1', TIMESTAMP '2011-12-01 12:50:00', 1.50),
      ('a', 'o1', TIMESTAMP '2011-12-01 12:50:00', 2.25),
      ('a', 'o2', TIMESTAMP '2011-12-09 12:50:00', 1.00)
    ) AS t(customer, order_id, order_time, total_purchase)`);
    await use(engine);
  } finally {
    await engine.close();
  }
}

test("recency is whole days to the reference, frequency counts orders or lines, monetary sums", async () => {
  await withLines(async (engine) => {
    const byOrders = await rfm(engine, { from: "lines", reference, frequencyOf: "orders" });
    assert.deepEqual(byOrders.customer, ["a", "b"]);
    assert.deepEqual([...byOrders.recency], [1, 9]);
    assert.deepEqual([...byOrders.frequency], [2, 1]);
    assert.deepEqual([...byOrders.monetary], [4.75, 5]);
    const byLines = await rfm(engine, { from: "lines", reference, frequencyOf: "lines" });
    assert.deepEqual([...byLines.frequency], [3, 1]);
  });
});

test("a reference before the last order, without zone or of no time is refused", async () => {
  await withLines(async (engine) => {
    const at = (time: string) => rfm(engine, { from: "lines", reference: time, frequencyOf: "orders" });
    await assert.rejects(
      at("2011-12-09T12:00Z"),
      /customer a ordered at 2011-12-09T12:50.*after the reference/,
    );
    await assert.rejects(at("2011-12-10T12:50"), /is no UTC time/);
    for (const time of ["soonZ", "2011Z", "12/10/2011 12:50Z", "2011-13-10T12:50Z"]) {
      await assert.rejects(at(time), /is no UTC time: write it as 2011-12-10T12:50Z/);
    }
  });
});

test("a table without lines and lines without a customer are refused", async () => {
  await withLines(async (engine) => {
    const from = (table: string) => rfm(engine, { from: table, reference, frequencyOf: "orders" });
    await assert.rejects(from("(SELECT * FROM lines WHERE customer = 'c') AS none"), /no order lines/);
    await assert.rejects(
      from(
        "(SELECT CAST(NULL AS VARCHAR) AS customer, order_id, order_time, total_purchase FROM lines) AS nobody",
      ),
      /has no customer/,
    );
  });
});
