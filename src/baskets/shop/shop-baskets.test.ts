import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type DuckDB, openDuckDB } from "../../data/duckdb";
import { shopBaskets } from "./shop-baskets";

describe("baskets of a table of order lines", () => {
  let engine: DuckDB;
  before(async () => {
    engine = await openDuckDB();
    await engine.execute(`CREATE TABLE lines AS SELECT * FROM (VALUES
      (4, 'o2', 'ann', TIMESTAMP '2011-03-01 09:00', 'p2', 1.25),
      (1, 'o1', 'bob', TIMESTAMP '2011-01-01 10:00', 'p1', 2.5),
      (2, 'o1', 'bob', TIMESTAMP '2011-01-01 10:01', 'p3', 4),
      (3, 'o1', 'bob', TIMESTAMP '2011-01-01 10:00', 'p1', 2.5),
      (5, 'o3', 'bob', TIMESTAMP '2011-05-01 00:00', 'p2', 8)
    ) AS t(line, order_id, customer, order_time, product, total_purchase)`);
  });
  after(() => engine?.close());

  test("hold each item once, whoever bought them when, and for how much in all", async () => {
    const shop = await shopBaskets(engine, { from: "lines" });
    const { names, baskets, starts, items } = shop.transactions;
    assert.deepEqual(baskets, ["o1", "o2", "o3"]);
    assert.deepEqual(
      [names, [...starts], [...items]],
      [
        ["p1", "p2", "p3"],
        [0, 2, 3, 4],
        [0, 2, 1, 1],
      ],
    );
    assert.deepEqual(shop.customer, ["bob", "ann", "bob"]);
    assert.deepEqual([...shop.worth], [9, 1.25, 8]);
    assert.equal(shop.time[0], Date.UTC(2011, 0, 1, 10, 1));
    assert.deepEqual(shop.lines.items, ["p1", "p3", "p1", "p2", "p2"]);
  });

  test("may be all that a customer ever bought, or of a part of the lines", async () => {
    const union = await shopBaskets(engine, { from: "lines", basket: "customer" });
    assert.deepEqual(union.transactions.baskets, ["bob", "ann"]);
    assert.deepEqual([...union.transactions.starts], [0, 3, 4]);
    const part = await shopBaskets(engine, { from: "(SELECT * FROM lines WHERE customer = 'ann') AS part" });
    assert.deepEqual(part.transactions.names, ["p2"]);
  });

  test("label items by their names, and those of one name by their ids, too", async () => {
    const names = new Map([
      ["p1", " TEA  CUP "],
      ["p2", "__proto__"],
      ["p3", "TEA CUP"],
    ]);
    const { transactions } = await shopBaskets(engine, { from: "lines", names });
    assert.deepEqual(transactions.names, ["TEA CUP (p1)", "TEA CUP (p3)", "__proto__"]);
  });

  test("are refused where a basket is of two customers, or a cell is missing", async () => {
    const from = "(SELECT * FROM lines WHERE line <> 4) AS part";
    await assert.rejects(
      shopBaskets(engine, { from: "lines", basket: "product" }),
      /Basket p2 is of customers ann and bob/,
    );
    await assert.rejects(
      shopBaskets(engine, { from, item: "CASE WHEN line = 2 THEN NULL ELSE product END" }),
      /Line 2 has no item/,
    );
  });
});
