import { type DuckDB, openDuckDB } from "../../data/duckdb";

/** Order lines for tests: customer, order, time, amount. Customer c spends all in one order, d comes in March alone. */
const LINES = `
  ('b', 'o3', TIMESTAMP '2011-01-30 12:51:00', 5.00),
  ('a', 'o1', TIMESTAMP '2011-01-01 12:50:00', 1.50),
  ('a', 'o1', TIMESTAMP '2011-01-01 12:50:00', 2.25),
  ('a', 'o2', TIMESTAMP '2011-02-09 12:50:00', 1.00),
  ('a', 'o4', TIMESTAMP '2011-02-09 18:00:00', 4.00),
  ('c', 'o5', TIMESTAMP '2011-02-28 23:59:59.999', 90.00),
  ('b', 'o6', TIMESTAMP '2011-03-01 00:00:00', 7.00),
  ('a', 'o7', TIMESTAMP '2011-03-02 00:00:00', 40.00),
  ('d', 'o8', TIMESTAMP '2011-03-03 00:00:00', 70.00),
  ('b', 'o9', TIMESTAMP '2011-04-01 00:00:00', 900.00)`;

/** Runs `use` with an engine that holds a few order lines as the table `lines`. For tests. */
export async function withLines(use: (engine: DuckDB) => Promise<void>): Promise<void> {
  const engine = await openDuckDB();
  try {
    await engine.execute(
      `CREATE TABLE lines AS SELECT * FROM (VALUES ${LINES}) AS t(customer, order_id, order_time, total_purchase)`,
    );
    await use(engine);
  } finally {
    await engine.close();
  }
}
