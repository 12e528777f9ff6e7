import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DuckDB, openDuckDB } from "../data/duckdb";
import { periodStatus, periodStatuses } from "./period-status";

let engine: DuckDB;
before(async () => {
  engine = await openDuckDB();
  await engine.execute(`CREATE TABLE lines AS SELECT * FROM (VALUES
    ('both', 'o1', TIMESTAMP '2011-03-01 00:00:00', 1.50), ('both', 'o1', TIMESTAMP '2011-03-01 00:00:00', 1.00),
    ('both', 'o2', TIMESTAMP '2011-06-01 00:00:00', 4.00), ('went', 'o3', TIMESTAMP '2011-05-31 23:59:59', 9.00),
    ('came', 'o4', TIMESTAMP '2011-08-31 23:59:59', 2.00), ('back', 'o5', TIMESTAMP '2011-02-28 23:59:59', 2.00),
    ('back', 'o6', TIMESTAMP '2011-07-01 00:00:00', 3.00), ('long ago', 'o7', TIMESTAMP '2011-01-01 00:00:00', 3.00),
    ('later', 'o8', TIMESTAMP '2011-09-01 00:00:00', 3.00)
  ) AS t(customer, order_id, order_time, total_purchase)`);
});
after(() => engine.close());

const periods = {
  from: "lines",
  start: "2011-03-01T00:00Z",
  middle: "2011-06-01T00:00Z",
  end: "2011-09-01T00:00Z",
};

test("each customer of the two periods is new, lapsed, repeating or returned; ends belong to the next period", async () => {
  const found = await periodStatus(engine, periods);
  assert.deepEqual(
    found.customer.map((id, i) => [id, periodStatuses[found.status[i] as number]]),
    [
      ["back", "returned"],
      ["both", "repeating"],
      ["came", "new"],
      ["went", "lapsed"],
    ],
  );
  assert.deepEqual(
    found.orders.map((orders) => [...orders]),
    [
      [0, 1, 0, 1],
      [1, 1, 1, 0],
    ],
  );
  assert.deepEqual(
    found.monetary.map((amounts) => [...amounts]),
    [
      [0, 2.5, 0, 9],
      [3, 4, 2, 0],
    ],
  );
});

test("periods out of order and periods without orders are refused", async () => {
  await assert.rejects(periodStatus(engine, { ...periods, end: periods.start }), /do not follow one another/);
  await assert.rejects(periodStatus(engine, { ...periods, middle: "June" }), /"June" is no UTC time/);
  const empty = {
    from: "lines",
    start: "2012-03-01T00:00Z",
    middle: "2012-06-01T00:00Z",
    end: "2012-09-01T00:00Z",
  };
  await assert.rejects(periodStatus(engine, empty), /no customers to describe/);
});
