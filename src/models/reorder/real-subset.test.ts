import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { withReal } from "../../../test/real-data";
import { openDataset } from "../../data/dataset";
import { type Columns, numbers, texts } from "../../data/engine";
import type { Instacart } from "../../data/instacart/open";
import { REORDER_FEATURES } from "./feature-list";
import { type ReorderPairs, reorderPairs } from "./reorder-pairs";
import type { SmallOrder } from "./testing";
import { featuresByHand } from "./testing-by-hand";

/**
 * Means over the pairs of the subset of 1,000 customers, by pandas 3.1.1: orders with lines merged, the last prior order
 * of each customer set aside, `groupby` by customer, product and both, `Series.mean` over the 58,396 pairs (missing ones
 * left out).
 */
const PANDAS_MEANS = [
  ["uxp_times_bought", 2.49159189],
  ["uxp_reorder_ratio", 0.307252863],
  ["uxp_last_five", 0.748475923],
  ["u_num_of_orders", 25.8368039],
  ["u_avg_prd", 12.3977837],
  ["dow_u_most", 2.41737448],
  ["hod_u_most", 13.3048154],
  ["u_reorder_ratio", 0.505067987],
  ["p_reorder_ratio", 0.460072393],
  ["p_num_of_times", 102.906586],
  ["p_avg_cart_position", 8.7211264],
  ["uxp_times_ratio", 0.166231952],
  ["log_u_num_of_orders", 2.83814051],
  ["reorder_diff", 0.0449955939],
  ["uxp_time_to_last_ratio", 1.92832579],
  ["average_days_between_orders", 10.8235262],
  ["u_total_items_bought", 306.952685],
  ["aisle_reorder_ratio", 0.56392634],
  ["uxp_orders_since_last", 10.6500445],
  ["uxp_avg_cart_position", 9.0053828],
  ["u_none_rate", 0.067004812],
  ["p_one_shot_share", 0.597301185],
  ["uxp_days_since_last", 91.619563],
] as const;

describe("the real subset of 1,000 customers", withReal("instacart/orders.csv", 536_955), () => {
  let shop: Instacart;
  let pairs: ReorderPairs;
  before(async () => {
    shop = await openDataset("instacart", { source: "real" });
    pairs = await reorderPairs(shop);
  });
  after(() => shop.close());

  test("pairs, positives and None are those of pandas", () => {
    assert.equal(pairs.starts.length, 1_001);
    assert.equal(pairs.labels.length, 58_396);
    assert.equal(
      pairs.labels.reduce((sum, label) => sum + label, 0),
      6_055,
    );
    assert.equal(Math.round(pairs.noneRate * 1_000), 70);
  });

  test("means of features are those of pandas", () => {
    for (const [name, expected] of PANDAS_MEANS) {
      const column = Array.from(pairs.features.columns[pairs.features.names.indexOf(name)]!);
      const known = column.filter((value) => !Number.isNaN(value));
      const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
      assert.ok(Math.abs(mean / expected - 1) < 1e-7, `${name}: ${mean}, pandas ${expected}`);
    }
  });

  test("every feature of every twentieth customer is what loops over the orders find", async () => {
    const [orders, lines, products] = await Promise.all([
      shop.engine.query("SELECT * FROM orders ORDER BY customer, order_number"),
      shop.engine.query("SELECT order_id, product FROM lines ORDER BY order_id, cart_position"),
      shop.engine.query("SELECT product, aisle, department FROM products"),
    ]);
    const placeOf = (column: string) => {
      const ids = numbers(products, "product");
      const places = new Map([...numbers(products, column)].map((place, i) => [ids[i]!, place]));
      return (product: number) => places.get(product)!;
    };
    const places = { aisleOf: placeOf("aisle"), departmentOf: placeOf("department") };
    const isWanted = (customer: number) => customer % 20 === 0;
    const hand = featuresByHand(ordersOf(orders, lines), "last prior order", places, isWanted);
    const rows = [...pairs.customers.keys()].filter((i) => isWanted(pairs.customers[i]!));
    assert.ok(rows.length > 1_000);
    assert.deepEqual(
      rows.map((i) => [pairs.customers[i], pairs.products[i], pairs.labels[i]]),
      hand.map(({ customer, product, bought }) => [customer, product, bought]),
    );
    for (const [f, { name }] of REORDER_FEATURES.entries()) {
      for (const [k, i] of rows.entries()) {
        const [value, expected] = [pairs.features.columns[f]![i]!, hand[k]!.row.get(name)!];
        const near = Math.abs(value - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
        assert.ok(
          near || Object.is(value, expected),
          `${name} of pair ${i} is ${value}, by hand ${expected}`,
        );
      }
    }
  });
});

test(
  "the full files have as many candidates and positives of train orders as study 002 published",
  withReal("instacart/orders.csv", 108_968_645),
  async () => {
    const shop = await openDataset("instacart", { source: "real" });
    const { labels } = await reorderPairs(shop, { label: "train order", features: ["uxp_times_bought"] });
    await shop.close();
    assert.equal(labels.length, 8_474_661);
    assert.equal(
      labels.reduce((sum, label) => sum + label, 0),
      828_824,
    );
  },
);

function ordersOf(orders: Columns, lines: Columns): SmallOrder[] {
  const carts = new Map<number, number[]>();
  const products = numbers(lines, "product");
  for (const [i, id] of numbers(lines, "order_id").entries()) {
    const cart = carts.get(id) ?? [];
    carts.set(id, cart);
    cart.push(products[i]!);
  }
  const of = (name: string) => numbers(orders, name);
  const [ids, customers, places, gaps] = [of("order_id"), of("customer"), of("order_number"), of("gap")];
  const [weekdays, hours, sets] = [of("weekday"), of("hour"), texts(orders, "eval_set")];
  return sets.map((set, i) => ({
    customer: customers[i]!,
    number: places[i]!,
    set: set as SmallOrder["set"],
    gap: Number.isNaN(gaps[i]!) ? null : gaps[i]!,
    weekday: weekdays[i]!,
    hour: hours[i]!,
    cart: carts.get(ids[i]!) ?? [],
  }));
}
