import assert from "node:assert/strict";
import { test } from "node:test";
import { openDataset } from "../../dataset";
import { numbers } from "../../engine";
import { bundlesOf, MOST_BUNDLES } from "./bundles";
import { makeInstacartCatalogue } from "./catalogue";
import { instacartTruth } from "./truth";
import { instacartUserTable } from "./user-table";

const OPTIONS = { seed: 5, users: 600, bundles: MOST_BUNDLES } as const;

test("bundles are bought together as often as planned, in orders as large as without them", async () => {
  const shop = await openDataset("instacart", { source: "generated", cache: false, ...OPTIONS });
  try {
    const { bundles } = shop.truth!();
    assert.equal(bundles.length, MOST_BUNDLES);
    const column = async (sql: string) => [...numbers(await shop.engine.query(sql), "v")];
    const [orders] = await column(
      "SELECT count(*) AS v FROM (SELECT order_id FROM lines GROUP BY order_id HAVING count(*) > 1)",
    );
    for (const { products, aisles, together } of bundles) {
      const [both] = await column(`SELECT count(*) AS v FROM (
        SELECT order_id FROM order_lines WHERE product_name IN ('${products[0]}', '${products[1]}')
          AND aisle IN ('${aisles[0]}', '${aisles[1]}') GROUP BY order_id HAVING count(*) = 2)`);
      // By plan, and a few by chance: below one in 2,000, since each alone is in fewer than one order in 45.
      const [low, high] = [together, together + 1 / 2000].map((p) => p * orders!);
      const error = 4 * Math.sqrt(high!);
      assert.ok(both! > low! - error && both! < high! + error, `${products}: ${both}, planned ${low}`);
    }
    const { items } = instacartUserTable(OPTIONS);
    assert.deepEqual(await column("SELECT count(*) AS v FROM lines"), [items.reduce((a, b) => a + b, 0)]);
    const wrong = await column(`
      SELECT count(*) AS v FROM (
        SELECT reordered, row_number() OVER (PARTITION BY customer, product ORDER BY order_number) AS time FROM order_lines
      ) t WHERE (time > 1) <> (reordered = 1)`);
    assert.deepEqual(wrong, [0]);
  } finally {
    await shop.close();
  }
});

test("bundles join different departments, none shares an aisle with another, and none is planted unless asked for", () => {
  const catalogue = makeInstacartCatalogue(600);
  const bundles = bundlesOf(catalogue, MOST_BUNDLES);
  const departmentOf = (name: string) => catalogue.departmentOf[catalogue.names.indexOf(name)];
  for (const { products } of bundles) assert.notEqual(departmentOf(products[0]), departmentOf(products[1]));
  assert.equal(new Set(bundles.flatMap(({ aisles }) => aisles)).size, 2 * MOST_BUNDLES);
  assert.deepEqual(instacartTruth({ seed: 1, users: 20 }).bundles, []);
  assert.equal(instacartTruth({ seed: 1, users: 20, bundles: 2 }).bundles.length, 2);
  assert.throws(() => instacartTruth({ seed: 1, bundles: 7 }), /Cannot plant 7 bundles: .* from 0 to 6/);
});
