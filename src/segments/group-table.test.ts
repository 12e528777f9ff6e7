import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openDuckDB } from "../data/duckdb";
import { type Engine, numbers, texts } from "../data/engine";
import { putGroups } from "./group-table";

describe("groups in the engine", () => {
  let engine: Engine;
  before(async () => {
    engine = await openDuckDB();
    await engine.execute(
      "CREATE TABLE orders AS SELECT i % 25000 AS customer, i AS order_id FROM range(50000) t(i)",
    );
  });
  after(() => engine.close());

  test("join on the type of the customers' ids, whatever the groups are called", async () => {
    const odd = "일반'; DROP TABLE orders; --";
    await putGroups(engine, {
      table: "grades",
      customer: ["7", "3"],
      groups: { grade: [odd, "VIP"], corrected: ["Top", "Top"] },
    });
    const found = await engine.query(`
      SELECT g.grade, g.corrected, count(*) AS n FROM orders o JOIN grades g ON g.customer = o.customer
      GROUP BY g.grade, g.corrected ORDER BY g.grade`);
    assert.deepEqual(texts(found, "grade"), ["VIP", odd]);
    assert.deepEqual([...numbers(found, "n")], [2, 2]);
  });

  test("more customers than one statement holds are all there, and a table of that name is replaced", async () => {
    const customer = Array.from({ length: 25_000 }, (_v, i) => String(i));
    const grade = customer.map((_id, i) => (i < 100 ? "VIP" : "Regular"));
    await putGroups(engine, { table: "grades", customer, groups: { grade } });
    const found = await engine.query("SELECT grade, count(*) AS n FROM grades GROUP BY grade ORDER BY grade");
    assert.deepEqual([...numbers(found, "n")], [24_900, 100]);
  });

  test("names that are no plain names, and columns that do not fit, are refused", async () => {
    const put = (change: object) =>
      putGroups(engine, { table: "grades", customer: ["1"], groups: { grade: ["VIP"] }, ...change });
    await assert.rejects(put({ table: "grades; DROP TABLE orders" }), /is no plain SQL name/);
    await assert.rejects(put({ groups: { 'gr"ade': ["VIP"] } }), /is no plain SQL name/);
    await assert.rejects(put({ groups: { grade: [] } }), /has 0 groups for 1 customers/);
    await assert.rejects(
      put({ customer: ["1", "1"], groups: { grade: ["a", "b"] } }),
      /1 customers come twice/,
    );
    await assert.rejects(put({ groups: {} }), /no groups/);
  });
});
