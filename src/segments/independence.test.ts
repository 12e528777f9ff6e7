import assert from "node:assert/strict";
import { test } from "node:test";
import { withReal } from "../../test/real-data";
import { openDataset } from "../data/dataset";
import { openDuckDB } from "../data/duckdb";
import { independence } from "./independence";

test("rows are counted by two columns of any type, and NULL is left out", async () => {
  const engine = await openDuckDB();
  try {
    await engine.execute(`CREATE TABLE seen AS SELECT * FROM (VALUES
      ('b', 1), ('b', 1), ('a', 1), ('a', 2), ('a', 2), (NULL, 2), ('b', NULL), ('it''s', 2)) AS v (letter, number)`);
    const found = await independence(engine, { from: "seen", by: ["letter", "number"] });
    assert.deepEqual(found.rows, ["a", "b", "it's"]);
    assert.deepEqual(found.columns, ["1", "2"]);
    assert.deepEqual(found.counts, [
      [1, 2],
      [2, 0],
      [0, 1],
    ]);
    // scipy.stats.chi2_contingency([[1, 2], [2, 0], [0, 1]], correction=False), SciPy 1.17
    assert.ok(Math.abs(found.statistic - 10 / 3) < 1e-12);
    assert.ok(Math.abs(found.p - 0.18887560283756186) < 1e-12);
    const some = "(SELECT * FROM seen WHERE letter = 'a') AS some_of_them";
    await assert.rejects(
      independence(engine, { from: some, by: ["letter", "number"] }),
      /1 rows and 2 columns/,
    );
  } finally {
    await engine.close();
  }
});

test(
  "coupon status on the real files hangs together with nothing",
  withReal("ecommerce/Onlinesales_info.csv"),
  async () => {
    const shop = await openDataset("ecommerce", { source: "real" });
    const joined = "order_lines JOIN customers ON customers.customer = order_lines.customer";
    const before = `(SELECT coupon, lag(coupon) OVER (PARTITION BY customer ORDER BY line) AS earlier FROM order_lines) AS followed`;
    // chi2_contingency(pandas.crosstab(…)) of SciPy 1.17 and pandas 3.1
    for (const [from, row, p] of [
      ["order_lines", "category", 0.65458858687194],
      ["order_lines", "month", 0.9187509707049071],
      [before, "earlier", 0.5228500032347241],
      [joined, "gender", 0.8859946378946084],
      [joined, "region", 0.1937842584963792],
    ] as const) {
      const found = await independence(shop.engine, { from, by: [row, "coupon"] });
      assert.ok(Math.abs(found.p - p) < 1e-9, `${row}: ${found.p}`);
    }
    await shop.close();
  },
);
