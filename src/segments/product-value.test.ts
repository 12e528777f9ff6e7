import assert from "node:assert/strict";
import { test } from "node:test";
import { openDuckDB } from "../data/duckdb";
import { rfmpVariables } from "./product-value";
import { valuesOf } from "./variables";

test("quantity counted twice is summed where whole numbers of 64 bits would overflow", async () => {
  const engine = await openDuckDB();
  try {
    await engine.execute(`
      CREATE TABLE lines AS SELECT 'a' AS customer, TIMESTAMP '2019-01-01 00:00' AS order_time, 'c' AS category,
        9999999 AS quantity, CAST(9999999.999 AS DECIMAL(12, 3)) AS unit_price,
        9999999 * CAST(9999999.999 AS DECIMAL(12, 3)) AS total_purchase`);
    const options = {
      from: "lines",
      reference: "2019-12-31T00:00Z",
      monetaryOf: "quantity-squared",
    } as const;
    const [monetary] = valuesOf(await rfmpVariables(engine, options), "monetary");
    assert.equal(monetary, 9_999_999 ** 2 * 9_999_999.999);
  } finally {
    await engine.close();
  }
});
