import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sizeStrata } from "../baskets/evidence/strata";
import { frequentItemsets } from "../baskets/frequent-itemsets";
import { rules } from "../baskets/rules";
import { clean } from "../data/clean";
import { openDataset } from "../data/dataset";
import { numbers, texts } from "../data/engine";
import type { OnlineRetail } from "../data/online-retail/open";
import { basketsOf } from "./baskets-of";
import { itemCosine } from "./item-cosine";
import { type Purchases, purchasesOf } from "./purchases";
import type { Recommender } from "./recommender";
import { ruleRecommender } from "./rule-recommender";
import { topItems } from "./top-items";

describe("generated purchases with planted bundles", () => {
  let shop: OnlineRetail;
  /** Everybody's purchases, and for each product of a bundle a newcomer who has bought it and nothing else. */
  let purchases: Purchases;
  let bundles: readonly { readonly products: readonly string[] }[];
  before(async () => {
    shop = await openDataset("online-retail", { source: "generated", seed: 5, rows: 100_000, cache: false });
    const { table } = await clean(shop, "as-published");
    const lines = await shop.engine.query(`SELECT customer, order_id, order_time, product FROM ${table}`);
    bundles = shop.truth!().bundles;
    const codes = bundles.flatMap(({ products }) => products);
    purchases = purchasesOf({
      customers: [...texts(lines, "customer"), ...codes.map((code) => `newcomer ${code}`)],
      orders: [...texts(lines, "order_id"), ...codes],
      times: [...numbers(lines, "order_time"), ...codes.map(() => 0)],
      items: [...texts(lines, "product"), ...codes],
    });
  });
  after(() => shop?.close());

  const recommendsTheRest = (method: Recommender) => {
    for (const { products } of bundles) {
      for (const code of products) {
        const newcomer = purchases.customers.indexOf(`newcomer ${code}`);
        const list = topItems(method, purchases, newcomer, { n: products.length - 1, bought: "left out" });
        assert.deepEqual(
          list.map((item) => purchases.items[item]!).sort(),
          products.filter((other) => other !== code).sort(),
        );
      }
    }
  };

  test("cosines recommend the rest of the bundle first", () => {
    recommendsTheRest(itemCosine(purchases));
    recommendsTheRest(itemCosine(purchases, { neighbours: 5 }));
  });

  test("rules that survive the correction recommend the rest of the bundle and nothing else to anybody", async () => {
    const baskets = basketsOf(purchases);
    const sets = await frequentItemsets(baskets, { minCount: 20, maxLength: 2, workers: 0 });
    const method = ruleRecommender(
      purchases,
      rules(sets, { minConfidence: 0, significance: { correction: "holm", strata: sizeStrata(baskets) } })
        .rules,
    );
    recommendsTheRest(method);
    const planted = new Set(bundles.flatMap(({ products }) => products));
    for (let customer = 0; customer < purchases.customers.length; customer++) {
      for (const item of topItems(method, purchases, customer, { n: 100, bought: "left out" })) {
        assert.ok(planted.has(purchases.items[item]!));
      }
    }
  });
});
