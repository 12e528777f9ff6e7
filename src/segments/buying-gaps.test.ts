import assert from "node:assert/strict";
import { test } from "node:test";
import { withReal } from "../../test/real-data";
import { openDataset } from "../data/dataset";
import { openDuckDB } from "../data/duckdb";
import { median } from "../stats/quantile";
import { buyingGaps } from "./buying-gaps";

test("orders of one day count once, gaps follow each other, one day leaves no gap", async () => {
  const engine = await openDuckDB();
  try {
    await engine.execute(`CREATE TABLE bought AS SELECT customer, CAST(bought_at AS TIMESTAMP) AS order_time FROM (VALUES
      ('b', '2019-03-01 09:00'), ('a', '2019-12-30 23:59'), ('a', '2019-12-30 00:00'), ('a', '2020-01-02 12:00'),
      ('a', '2019-12-29 23:00')) AS v (customer, bought_at)`);
    assert.deepEqual(await buyingGaps(engine, "bought"), { customer: ["a", "b"], gaps: [[1, 3], []] });
    await assert.rejects(
      buyingGaps(engine, "(SELECT * FROM bought WHERE customer = 'c') AS none"),
      /no order lines/,
    );
    await engine.execute("INSERT INTO bought VALUES (NULL, TIMESTAMP '2019-01-01 00:00')");
    await assert.rejects(buyingGaps(engine, "bought"), /has no customer/);
  } finally {
    await engine.close();
  }
});

test("the gaps of E-commerce 2019 equal pandas'", withReal("ecommerce/Onlinesales_info.csv"), async () => {
  const shop = await openDataset("ecommerce", { source: "real" });
  const { gaps } = await buyingGaps(shop.engine, "order_lines");
  await shop.close();
  const all = gaps.flat();
  // groupby("customer").date.diff().dt.days over distinct customers and days, pandas 3.1
  assert.equal(all.length, 1_740);
  assert.ok(Math.abs(all.reduce((a, b) => a + b, 0) / all.length - 54.29827586206896) < 1e-11);
  assert.equal(median(all), 32);
  assert.equal(gaps.filter((own) => own.length === 0).length, 734);
});
