import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { withReal } from "../../../test/real-data";
import { clean } from "../../data/clean";
import { openDataset } from "../../data/dataset";
import { numbers, texts } from "../../data/engine";
import { personalTop } from "../personal-top";
import { popular } from "../popular";
import { purchasesOf } from "../purchases";
import { evaluate } from "./evaluate";
import { splitPurchases } from "./split";

test(
  "last orders of Online Retail held out are foretold as pandas and ranx have it",
  withReal("online-retail/data.csv"),
  async () => {
    // Apart from this code: pandas 3.1 cleans the file as study 001, holds out each customer's last order by (time, invoice)
    // and makes the lists (orders with the item, then the latest order, then the code); ranx 0.3.21 evaluates them.
    const expected: [method: string, part: string, customers: number, relevant: number, values: number[]][] =
      [
        [
          "Personal top",
          "all",
          2829,
          57253,
          [
            0.1780487804878049, 0.17415237850041168, 0.2418555229568547, 0.6694945210321669,
            0.3825796596475282,
          ],
        ],
        [
          "Personal top",
          "repeat",
          2363,
          19346,
          [
            0.2131612357173085, 0.4165186148112879, 0.36969083519279444, 0.8015234870926788,
            0.4580270237591439,
          ],
        ],
        ["Personal top", "explore", 2496, 37907, [0, 0, 0, 0, 0]],
        [
          "Popular",
          "all",
          2829,
          57253,
          [
            0.05514316012725345, 0.03863622706468056, 0.06574974377112695, 0.3860021208907741,
            0.1547546106931049,
          ],
        ],
        [
          "Popular",
          "repeat",
          2363,
          19346,
          [
            0.04134574693186628, 0.07625123629996383, 0.06847833819546066, 0.31654676258992803,
            0.12742982084920298,
          ],
        ],
        [
          "Popular",
          "explore",
          2496,
          37907,
          [
            0.023357371794871795, 0.019967538407538614, 0.027497198567160062, 0.19030448717948717,
            0.06576919897232397,
          ],
        ],
      ];
    const shop = await openDataset("online-retail", { source: "real" });
    try {
      const { table } = await clean(shop, "as-published");
      const lines = await shop.engine.query(`SELECT customer, order_id, order_time, product FROM ${table}`);
      const purchases = purchasesOf({
        customers: texts(lines, "customer"),
        orders: texts(lines, "order_id"),
        times: numbers(lines, "order_time"),
        items: texts(lines, "product"),
      });
      const split = splitPurchases(purchases, { by: "lastOrder" });
      const { means, parts } = evaluate([personalTop(split.history), popular(split.history)], split, {
        n: [10],
        bought: "kept",
        resamples: 1,
      });
      for (const [method, part, customers, relevant, values] of expected) {
        const size = parts.find((own) => own.part === part);
        assert.deepEqual([size?.customers, size?.relevant], [customers, relevant], part);
        ["precision", "recall", "nDCG", "hit rate", "MRR"].forEach((metric, i) => {
          const found = means.find((m) => m.method === method && m.part === part && m.metric === metric);
          assertClose(found?.estimate, values[i]!, 1e-9, `${method} ${part} ${metric}`);
        });
      }
    } finally {
      await shop.close();
    }
  },
);
