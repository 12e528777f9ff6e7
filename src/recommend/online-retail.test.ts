import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { withReal } from "../../test/real-data";
import { clean } from "../data/clean";
import { openDataset } from "../data/dataset";
import { numbers, texts } from "../data/engine";
import { alternatingFactors } from "./als/als-factors";
import { splitPurchases } from "./evaluation/split";
import { chooseBlend } from "./next-basket/next-basket-choice";
import { type Purchases, purchasesOf } from "./purchases";
import { ratingsOf } from "./ratings";

describe(
  "what is learnt of Online Retail without each customer's last order",
  withReal("online-retail/data.csv"),
  () => {
    let history: Purchases;
    before(async () => {
      const shop = await openDataset("online-retail", { source: "real" });
      try {
        const { table } = await clean(shop, "netted");
        const lines = await shop.engine.query(
          `SELECT customer, order_id, CAST(epoch_ms(order_time) AS DOUBLE) AS time, product FROM ${table}`,
        );
        const purchases = purchasesOf({
          customers: texts(lines, "customer"),
          orders: texts(lines, "order_id"),
          times: numbers(lines, "time"),
          items: texts(lines, "product"),
        });
        history = splitPurchases(purchases, { by: "lastOrder" }).history;
      } finally {
        await shop.close();
      }
    });

    // PyPI's implicit 0.7.3, float64 and use_cg=False, three iterations on the transposed table of 1 + orders where there
    // are any, from these starts; the loss by NumPy over the full table of its factors.
    test("three sweeps reach the loss that implicit reaches", async () => {
      const ratings = ratingsOf(history, "orders");
      assert.equal(ratings.values.length, 226_882);
      const { losses } = await alternatingFactors(ratings, {
        factors: 8,
        regularization: 10,
        alpha: 1,
        iterations: 3,
        customerFactors: Float64Array.from(
          { length: ratings.customers * 8 },
          (_, i) => 0.1 * Math.sin(12.9898 * i),
        ),
      });
      assert.ok(Math.abs(losses[2]! / 423_150.8422043776 - 1) < 1e-11, `${losses[2]}`);
    });

    // NumPy: dense habits of all customers, every cosine, the 100 nearest, lists by a full sort, nDCG by its formula. With
    // weight 0 many items tie but for rounding, which NumPy's sums in another order decide otherwise for some.
    test("blends tried on the last orders within the history do as NumPy finds", async () => {
      const { tried, customers } = await chooseBlend(history, { weights: [0, 0.6, 1], decays: [0.9] });
      assert.equal(customers, 1989);
      const [explorer, blend, habit] = tried.map(({ ndcg }) => ndcg) as [number, number, number];
      assert.ok(Math.abs(explorer - 0.265959675) < 1e-5, `${explorer}`);
      assert.ok(Math.abs(blend - 0.28606357403357) < 1e-12, `${blend}`);
      assert.ok(Math.abs(habit - 0.24871599801634) < 1e-12, `${habit}`);
    });
  },
);
