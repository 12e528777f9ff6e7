import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type DuckDB, openDuckDB } from "../data/duckdb";
import { type DatedVariable, datedVariables } from "./dated-variables";
import { families } from "./definitions";
import { rfm, rfmVariables } from "./rfm";
import { valuesOf, variableOf } from "./variables";

const reference = "2011-12-10T12:50Z";
const all: DatedVariable[] = [
  "length",
  "recency",
  "lastGap",
  "usualGap",
  "frequency",
  "lines",
  "monetary",
  "items",
  "variety",
  "volume",
  "periodicity",
];

describe("variables of dated order lines", () => {
  let engine: DuckDB;
  before(async () => {
    engine = await openDuckDB();
    // a: days 1, 4, 5, 12 of November, two orders on the 4th; b: one day; c: two days.
    await engine.execute(`CREATE TABLE lines AS SELECT * FROM (VALUES
      ('a', 'o1', TIMESTAMP '2011-11-01 09:00:00', 'p', 2, 1.50),
      ('a', 'o2', TIMESTAMP '2011-11-04 23:59:00', 'q', 1, 2.25),
      ('a', 'o3', TIMESTAMP '2011-11-04 08:00:00', 'p', 5, 1.00),
      ('a', 'o4', TIMESTAMP '2011-11-05 00:01:00', 'p', 1, 1.00),
      ('a', 'o5', TIMESTAMP '2011-11-12 10:00:00', 'r', 1, 4.25),
      ('a', 'o5', TIMESTAMP '2011-11-12 10:00:00', 'p', 1, 1.00),
      ('b', 'o6', TIMESTAMP '2011-12-09 12:51:00', 'p', 1, 9.00),
      ('c', 'o7', TIMESTAMP '2011-12-01 10:00:00', 'p', 1, 1.00),
      ('c', 'o8', TIMESTAMP '2011-12-09 10:00:00', 'p', 1, 1.00)
    ) AS t(customer, order_id, order_time, product, quantity, total_purchase)`);
  });
  after(() => engine.close());

  test("each variable is what its definition says", async () => {
    const customers = await datedVariables(engine, { from: "lines", reference, variables: all });
    assert.deepEqual(customers.customer, ["a", "b", "c"]);
    const rows = Object.fromEntries(all.map((name) => [name, [...valuesOf(customers, name)]]));
    assert.deepEqual(rows, {
      length: [11, 0, 8],
      recency: [28, 0, 1],
      lastGap: [7, Number.NaN, 8],
      usualGap: [3, Number.NaN, 8],
      frequency: [5, 1, 2],
      lines: [6, 1, 2],
      monetary: [11, 9, 2],
      items: [11, 1, 2],
      variety: [3, 1, 1],
      volume: [2.75, 1, 1],
      periodicity: [rows.periodicity?.[0], Number.NaN, Number.NaN],
    });
    // np.std([3, 1, 7], ddof=1)
    assert.equal(rows.periodicity?.[0]?.toFixed(12), "3.055050463304");
  });

  test("a family gives its variables in its order, as rfm gives them", async () => {
    const customers = await datedVariables(engine, { from: "lines", reference, variables: families.RFM });
    const same = rfmVariables(await rfm(engine, { from: "lines", reference, frequencyOf: "orders" }));
    assert.deepEqual(customers, same);
    assert.equal(
      variableOf(
        rfmVariables(await rfm(engine, { from: "lines", reference, frequencyOf: "lines" })),
        "frequency",
      ).unit,
      "lines",
    );
  });

  test("variables of order days alone need no amounts, and an early reference is refused", async () => {
    const days = "(SELECT customer, order_time FROM lines) AS days";
    const customers = await datedVariables(engine, {
      from: days,
      reference,
      variables: ["usualGap", "length"],
    });
    assert.deepEqual([...valuesOf(customers, "usualGap")], [3, Number.NaN, 8]);
    const early = { from: "lines", reference: "2011-12-09T00:00Z", variables: families.LRFMP };
    await assert.rejects(datedVariables(engine, early), /customer b ordered at 2011-12-09T12:51/);
    await assert.rejects(
      datedVariables(engine, { from: "lines", reference, variables: [] }),
      /at least one variable/,
    );
  });
});
