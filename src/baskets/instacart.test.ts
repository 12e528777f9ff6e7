import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withReal } from "../../test/real-data";
import { openDataset } from "../data/dataset";
import { numbers, texts } from "../data/engine";
import type { Instacart } from "../data/instacart/open";
import { customerIntervals } from "./evidence/customer-intervals";
import { customerStrata } from "./evidence/customer-strata";
import { liftWithin } from "./evidence/lift-within";
import type { Strata } from "./evidence/strata";
import { frequentItemsets } from "./frequent-itemsets";
import { rules } from "./rules";
import { transactionsOfLines } from "./transactions";

async function productBaskets(shop: Instacart) {
  const lines = await shop.engine.query(`
    SELECT l.order_id, l.product_name AS product, l.customer
    FROM order_lines l JOIN orders o ON o.order_id = l.order_id WHERE o.eval_set = 'prior'
    ORDER BY l.customer, l.order_number, l.cart_position`);
  const orders = numbers(lines, "order_id");
  const transactions = transactionsOfLines(orders, texts(lines, "product"));
  const customerOf = new Map(Array.from(numbers(lines, "customer"), (customer, i) => [orders[i], customer]));
  return { transactions, customer: transactions.baskets.map((id) => customerOf.get(id as number)!) };
}

/** The pairs that pass Holm's correction at 5 %, both names in order. */
async function passing(transactions: Strata["transactions"], minSupport: number, strata?: Strata) {
  const sets = await frequentItemsets(transactions, { minSupport, maxLength: 2 });
  const found = rules(sets, {
    minConfidence: 0,
    minLift: 1,
    significance: { correction: "holm", strata },
    top: 1e6,
  });
  const pairs = found.rules.map(({ antecedent, consequent }) =>
    [antecedent[0], consequent[0]].sort().join(" + "),
  );
  return [...new Set(pairs)].sort();
}

for (const seed of [1, 2]) {
  test(`planted bundles pass within customers and sizes, and nothing else does (seed ${seed})`, async () => {
    const shop = await openDataset("instacart", {
      source: "generated",
      cache: false,
      seed,
      users: 700,
      bundles: 4,
    });
    try {
      const { transactions, customer } = await productBaskets(shop);
      const planted = shop.truth!().bundles.map(({ products }) => [...products].sort().join(" + "));
      const strata = customerStrata(transactions, customer, { sizes: 6 });
      assert.deepEqual(await passing(transactions, 0.003, strata), planted.sort());
      // Over all baskets, sizes and habits pass as well: that is what the strata are for.
      const plain = await passing(transactions, 0.003);
      assert.ok(planted.every((pair) => plain.includes(pair)) && plain.length > 2 * planted.length);
    } finally {
      await shop.close();
    }
  });
}

// The figures are of the subset of 1,000 customers, whose orders.csv has so many bytes.
describe("pairs of the 1,000 real customers", withReal("instacart/orders.csv", 536_955), () => {
  test("as many are frequent, and lifts within customers are, as pandas counts", async () => {
    const shop = await openDataset("instacart", { source: "real" });
    try {
      const { transactions, customer } = await productBaskets(shop);
      const sets = await frequentItemsets(transactions, { minSupport: 0.002, maxLength: 2 });
      const lengths = Array.from({ length: sets.size }, (_, i) => sets.starts[i + 1]! - sets.starts[i]!);
      // pandas 3: nunique of orders by product, and combinations of the frequent ones in each order.
      assert.deepEqual(
        [sets.minCount, lengths.filter((n) => n === 1).length, lengths.filter((n) => n === 2).length],
        [32, 947, 846],
      );
      const pair = (one: string, other: string) => ({
        left: Uint32Array.of(transactions.names.indexOf(one)),
        right: Uint32Array.of(transactions.names.indexOf(other)),
      });
      const pairs = [
        pair("Limes", "Organic Cilantro"),
        pair("Chicken Sticks", "Lunchables Turkey & American Cheese Cracker Stackers"),
      ];
      const [dish, habit] = customerIntervals(transactions, pairs, customer);
      assert.deepEqual([dish!.customers, habit!.customers], [48, 1]);
      assert.ok(Math.abs(dish!.lift.estimate - 6.813812101009333) < 1e-12);
      assert.ok(Math.abs(habit!.lift.estimate - 352.78139534883724) < 1e-9);
      // pandas: Σ ab / n over customers who have either in some of their orders, not in all.
      const [dishWithin, habitWithin] = liftWithin(customerStrata(transactions, customer), pairs, customer);
      assert.deepEqual([dishWithin!.both, habitWithin!.both], [98, 38]);
      assert.ok(Math.abs(dishWithin!.lift.estimate - 2.0760136117540475) < 1e-12);
      assert.ok(Math.abs(habitWithin!.lift.estimate - 1.0383720930232558) < 1e-12);
    } finally {
      await shop.close();
    }
  });
});
