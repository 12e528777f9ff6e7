import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { REORDER_FEATURES, STUDY_FEATURES } from "./feature-list";
import type { ReorderLabel } from "./labelled-order";
import { type ReorderPairs, reorderPairs } from "./reorder-pairs";
import { type SmallOrder, smallShop } from "./testing";
import { featuresByHand } from "./testing-by-hand";

const cart = fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 1, maxLength: 5 });
const own = fc.record({
  orders: fc.array(
    fc.record({ cart, gap: fc.nat({ max: 30 }), weekday: fc.nat({ max: 6 }), hour: fc.nat({ max: 23 }) }),
    { minLength: 1, maxLength: 9 },
  ),
  last: fc.constantFrom("train" as const, "test" as const),
});
/** Shops of a few customers whose last order is of the train or the test set; lines of test orders are not known. */
const shops = fc.array(own, { minLength: 3, maxLength: 6 }).map((customers) =>
  customers.flatMap(({ orders, last }, c) =>
    orders.map((order, i): SmallOrder => {
      const isLast = i === orders.length - 1;
      const held = isLast && last === "test" ? [] : order.cart;
      const gap = i === 0 ? null : order.gap;
      return { ...order, customer: c + 1, number: i + 1, set: isLast ? last : "prior", gap, cart: held };
    }),
  ),
);
const labels = fc.constantFrom<ReorderLabel>("last prior order", "train order", { back: 0 }, { back: 2 });

async function pairsOf(orders: readonly SmallOrder[], options: Parameters<typeof reorderPairs>[1]) {
  const engine = await smallShop(orders);
  try {
    return await reorderPairs({ engine }, options);
  } catch (error) {
    if (error instanceof RangeError && /No customer has both/.test(error.message)) return null;
    throw error;
  } finally {
    await engine.close();
  }
}

const plain = ({ features, labels, customers, products, starts, noneRate }: ReorderPairs) => {
  return { features, labels, customers, products, starts, noneRate };
};

function compareByHand(pairs: ReorderPairs | null, hand: ReturnType<typeof featuresByHand>): void {
  const found =
    pairs === null ? [] : Array.from(pairs.customers, (c, i) => [c, pairs.products[i], pairs.labels[i]]);
  assert.deepEqual(
    found,
    hand.map(({ customer, product, bought }) => [customer, product, bought]),
  );
  for (const [f, { name }] of REORDER_FEATURES.entries()) {
    for (const [i, { row }] of hand.entries()) {
      const [value, expected] = [pairs!.features.columns[f]![i]!, row.get(name)!];
      const near =
        Object.is(value, expected) || Math.abs(value - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
      assert.ok(near, `${name} of pair ${i} is ${value}, by hand ${expected}`);
    }
  }
}

test("every feature and label is what loops over the orders find, whatever order is labelled", async () => {
  await fc.assert(
    fc.asyncProperty(shops, labels, async (orders, label) => {
      compareByHand(await pairsOf(orders, { label }), featuresByHand(orders, label));
    }),
    { numRuns: 25 },
  );
});

test("no feature changes when the labelled order holds something else and every later order is gone", async () => {
  await fc.assert(
    fc.asyncProperty(shops, fc.nat({ max: 3 }), cart, async (orders, back, other) => {
      const all = await pairsOf(orders, { label: { back } });
      const priors = (customer: number) =>
        orders.filter((o) => o.customer === customer && o.set === "prior").length;
      const known = orders
        .filter(({ customer, number }) => number <= priors(customer) - back)
        .map((order) => (order.number === priors(order.customer) - back ? { ...order, cart: other } : order));
      const blind = await pairsOf(known, { label: "last prior order" });
      assert.deepEqual(blind?.features, all?.features);
      assert.deepEqual(blind?.products, all?.products);
    }),
    { numRuns: 20 },
  );
});

test("neither the size of blocks nor who else is drawn changes what is known of a customer", async () => {
  const some = fc
    .sample(shops, { seed: 7, numRuns: 5 })
    .flatMap((orders, s) => orders.map((order) => ({ ...order, customer: 100 * s + order.customer })));
  const whole = (await pairsOf(some, {}))!;
  const narrow = (await pairsOf(some, { blockOrders: 1 }))!;
  assert.deepEqual(plain(narrow), plain(whole));
  const half = (await pairsOf(some, { share: 0.5, seed: 3 }))!;
  const drawn = new Set(half.customers);
  assert.ok(drawn.size > 2 && drawn.size < new Set(whole.customers).size);
  const rows = [...whole.customers.keys()].filter((i) => drawn.has(whole.customers[i]!));
  assert.deepEqual(
    [...half.products],
    rows.map((i) => whole.products[i]),
  );
  for (const [f, column] of half.features.columns.entries()) {
    assert.deepEqual(
      Array.from(column),
      rows.map((i) => whole.features.columns[f]![i]),
    );
  }
});

const order = (
  customer: number,
  number: number,
  held: readonly number[],
  set: SmallOrder["set"] = "prior",
) => {
  return { customer, number, set, gap: number === 1 ? null : 7, weekday: 1, hour: 9, cart: held };
};
const SMALL = [
  ...[order(1, 1, [3, 1]), order(1, 2, [1, 2]), order(1, 3, [2, 9]), order(1, 4, [1], "train")],
  ...[order(2, 1, [5]), order(2, 2, [6]), order(2, 3, [], "test")],
  ...[order(3, 1, [4]), order(3, 2, [4], "train")],
];

test("pairs, labels, starts, None and names of a shop of three customers", async () => {
  const last = (await pairsOf(SMALL, {}))!;
  assert.deepEqual([...last.customers], [1, 1, 1, 2]);
  assert.deepEqual([...last.products], [1, 2, 3, 5]);
  assert.deepEqual([...last.labels], [0, 1, 0, 0]);
  assert.deepEqual([...last.starts], [0, 3, 4]);
  assert.equal(last.noneRate, 0.5);
  assert.equal(last.productName(3), "Product 5");
  assert.throws(() => last.productName(4), /There is no pair 4: take one from 0 to 3/);
  const train = (await pairsOf(SMALL, { label: "train order" }))!;
  assert.deepEqual([...train.customers], [1, 1, 1, 1, 3]);
  assert.deepEqual([...train.products], [1, 2, 3, 9, 4]);
  assert.deepEqual([...train.labels], [1, 0, 0, 0, 1]);
  assert.deepEqual([...train.starts], [0, 4, 5]);
});

test("features are given by name and in order, and progress runs to its end", async () => {
  const told: [number, number][] = [];
  const pairs = (await pairsOf(SMALL, {
    features: ["uxp_times_bought", "o_hour"],
    blockOrders: 1,
    onProgress: (done, total) => told.push([done, total]),
  }))!;
  assert.deepEqual(pairs.features.names, ["uxp_times_bought", "o_hour"]);
  assert.deepEqual(
    pairs.features.columns.map((column) => Array.from(column)),
    [
      [2, 1, 1, 1],
      [9, 9, 9, 9],
    ],
  );
  assert.deepEqual(
    told,
    told.map((_, i) => [i + 1, told.length]),
  );
  assert.equal(told.length, 4);
});

test("wrong options are refused with what to do, and leave no tables behind", async () => {
  const engine = await smallShop(SMALL.filter(({ set }) => set === "prior"));
  const refused = (options: Parameters<typeof reorderPairs>[1], message: RegExp) =>
    assert.rejects(reorderPairs({ engine }, options), message);
  await refused(
    { features: ["uxp_times"] },
    /There is no feature "uxp_times"; there are: uxp_times_bought, /,
  );
  await refused({ features: [] }, /There are no features/);
  await refused({ features: ["o_hour", "o_hour"] }, /"o_hour" is named twice/);
  await refused({ share: 0 }, /A share of 0 of the customers/);
  await refused({ label: { back: -1 } }, /The order -1 before the last one/);
  await refused({ label: { back: 8 } }, /take a label with orders before it/);
  await refused({ label: "train order" }, /order_products__train\.csv; without it, take the label/);
  await refused({ blockOrders: 0 }, /Blocks of 0 orders/);
  await reorderPairs({ engine });
  const tables = await engine.query("SELECT table_name FROM information_schema.tables ORDER BY table_name");
  assert.equal(tables.rows, 3);
  await engine.close();
});

test("the study's features are twenty: twelve of the kernel, five of the deck and three completed", () => {
  const origins = STUDY_FEATURES.map(
    (name) => REORDER_FEATURES.find((feature) => feature.name === name)!.origin,
  );
  const count = (origin: string) => origins.filter((found) => found === origin).length;
  assert.deepEqual([count("kernel"), count("deck"), count("completed")], [12, 5, 3]);
  assert.equal(new Set(REORDER_FEATURES.map(({ name }) => name)).size, REORDER_FEATURES.length);
});
