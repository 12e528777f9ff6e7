import assert from "node:assert/strict";
import { test } from "node:test";
import { queryAsOf, requireAsOf } from "./as-of";
import { REORDER_FEATURES } from "./feature-list";
import { featureSql } from "./feature-sql";
import { reorderTables } from "./labelled-order";
import { smallShop } from "./testing";

const tables = reorderTables();
const { lines, orders, coming, products, days, cuts, past, answers, counts } = tables;

test("a feature may read history, the beginning of the labelled order, and what it names itself", () => {
  requireAsOf(tables, featureSql(tables, REORDER_FEATURES));
  requireAsOf(tables, `SELECT customer FROM ${lines} l JOIN ${orders} o ON o.customer = l.customer`);
  requireAsOf(tables, `WITH x AS (SELECT * FROM ${coming}) SELECT * FROM x JOIN (SELECT 1 AS one) y ON TRUE`);
  requireAsOf(tables, `SELECT product FROM ${products}`);
});

test("a feature that reads the labelled order or later ones is refused, however it does so", () => {
  for (const table of [
    "lines",
    "orders",
    "order_lines",
    days,
    cuts,
    past,
    answers,
    counts,
    "elsewhere",
    '"lines"',
    "main.lines",
  ]) {
    for (const sql of [
      `SELECT product FROM ${table}`,
      `SELECT l.product FROM ${lines} l\n  JOIN ${table.toUpperCase()} x ON TRUE`,
      `SELECT 1 AS one FROM ${lines} WHERE product IN (SELECT product FROM ${table})`,
    ]) {
      assert.throws(
        () => requireAsOf(tables, sql),
        /A feature reads ".+", which may hold the order that is predicted/,
        sql,
      );
    }
  }
  assert.throws(() => requireAsOf(tables, `SELECT * FROM ${lines} a, lines b`), /reads "lines"/);
  assert.throws(
    () => requireAsOf(tables, `SELECT * FROM (SELECT 1 AS one) a, order_lines`),
    /reads "order_lines"/,
  );
});

test("a refused query does not reach the engine", async () => {
  const engine = await smallShop([]);
  await assert.rejects(queryAsOf(engine, tables, "SELECT * FROM lines"), /A feature reads "lines"/);
  await engine.close();
});

test("no two preparations share a table", () => {
  const others = Object.values(reorderTables());
  assert.deepEqual(
    Object.values(tables).filter((name) => others.includes(name)),
    [],
  );
});
