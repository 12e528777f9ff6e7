import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { alternatingLeastSquares } from "../als/als";
import { itemCosine } from "../item-cosine";
import { personalTop } from "../personal-top";
import { popular, popularInSegment } from "../popular";
import { type LineColumns, type Purchases, purchasesOf } from "../purchases";
import type { Recommender } from "../recommender";
import { anyLines, shopOf } from "../testing";
import { boughtItems } from "../top-items";
import { type Split, splitPurchases } from "./split";

const shop = shopOf({
  ann: [["tea"], ["milk", "tea"], ["jam"]],
  bob: [["milk"]],
  cy: [["tea"], ["bread", "jam"]],
});
const held = ({ history, customers, starts, items }: Split) =>
  [...customers].map((c, i) => [
    history.customers[c],
    ...[...items.subarray(starts[i], starts[i + 1])].map((item) => history.items[item]),
  ]);
const kept = (history: Purchases) =>
  history.customers.map((customer, c) => [
    customer,
    history.orderStarts[c + 1]! - history.orderStarts[c]!,
    ...Array.from(boughtItems(history, c), (item) => history.items[item]),
  ]);

test("the last order of customers with two or more is held out", () => {
  const split = splitPurchases(shop, { by: "lastOrder" });
  assert.deepEqual(held(split), [
    ["ann", "jam"],
    ["cy", "bread", "jam"],
  ]);
  assert.deepEqual(kept(split.history), [
    ["ann", 2, "milk", "tea"],
    ["bob", 1, "milk"],
    ["cy", 1, "tea"],
  ]);
  assert.equal(split.history.items, shop.items);
});

test("a least number of orders may be asked for, even one", () => {
  assert.deepEqual(held(splitPurchases(shop, { by: "lastOrder", minOrders: 3 })), [["ann", "jam"]]);
  const one = splitPurchases(shop, { by: "lastOrder", minOrders: 1 });
  assert.deepEqual(held(one)[1], ["bob", "milk"]);
  assert.deepEqual(kept(one.history)[1], ["bob", 0]);
});

test("a cut in time holds out the first order from then on, and nobody sees later ones", () => {
  const split = splitPurchases(shop, { by: "time", at: 1 });
  assert.deepEqual(held(split), [
    ["ann", "milk", "tea"],
    ["cy", "bread", "jam"],
  ]);
  assert.deepEqual(kept(split.history), [
    ["ann", 1, "tea"],
    ["bob", 1, "milk"],
    ["cy", 1, "tea"],
  ]);
});

test("splits that hold nothing out or leave nothing are refused", () => {
  assert.throws(() => splitPurchases(shop, { by: "time", at: 3 }), /No order is held out/);
  assert.throws(() => splitPurchases(shop, { by: "lastOrder", minOrders: 4 }), /No order is held out/);
  assert.throws(() => splitPurchases(shop, { by: "time", at: 0 }), /No order is left to learn from/);
});

test("history and held-out orders make up each customer's purchases, the held-out one last", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const all = purchasesOf(lines);
      if (all.times.length === all.customers.length) return;
      const { history, customers, starts, items } = splitPurchases(all, { by: "lastOrder" });
      for (let c = 0; c < all.customers.length; c++) {
        const orders = Array.from({ length: all.orderStarts[c + 1]! - all.orderStarts[c]! }, (_, i) => {
          const o = all.orderStarts[c]! + i;
          return [all.times[o], ...all.lines.subarray(all.lineStarts[o], all.lineStarts[o + 1])];
        });
        const at = customers.indexOf(c);
        assert.equal(at >= 0, orders.length > 1);
        if (at >= 0)
          assert.deepEqual([...items.subarray(starts[at], starts[at + 1])], orders.pop()!.slice(1));
        const left = Array.from({ length: history.orderStarts[c + 1]! - history.orderStarts[c]! }, (_, i) => {
          const o = history.orderStarts[c]! + i;
          return [
            history.times[o],
            ...history.lines.subarray(history.lineStarts[o], history.lineStarts[o + 1]),
          ];
        });
        assert.deepEqual(left, orders);
      }
    }),
  );
});

const learnt: Record<string, (history: Purchases) => Recommender | Promise<Recommender>> = {
  popular,
  segments: (history) =>
    popularInSegment(
      history,
      history.customers.map((_, c) => `${c % 2}`),
    ),
  personalTop,
  itemCosine: (history) => itemCosine(history),
  alternatingLeastSquares: (history) =>
    alternatingLeastSquares(history, { factors: 2, iterations: 2, seed: 1 }),
};
for (const [name, learn] of Object.entries(learnt)) {
  test(`${name} scores as before when only held-out orders change`, async () => {
    await fc.assert(
      fc.asyncProperty(anyLines, async (lines) => {
        const all = purchasesOf(lines);
        if (all.times.length === all.customers.length) return;
        const before = await learn(splitPurchases(all, { by: "lastOrder" }).history);
        const after = await learn(
          splitPurchases(purchasesOf(otherLastOrders(lines)), { by: "lastOrder" }).history,
        );
        for (let c = 0; c < all.customers.length; c++)
          assert.deepEqual(after.scores(c), before.scores(c).slice());
      }),
      { numRuns: 30 },
    );
  });
}

/** Each customer's last order turned into one of all items, if there is more than one order. */
function otherLastOrders({
  customers,
  orders,
  times,
  items,
}: LineColumns & { items: string[] }): LineColumns {
  const rows = items.map((item, i) => ({
    customer: customers[i] as string,
    order: orders[i] as string,
    time: times[i]!,
    item,
  }));
  const last = new Map<string, number>();
  for (const { customer, time } of rows) last.set(customer, Math.max(time, last.get(customer) ?? 0));
  const changed = rows.flatMap((row) =>
    row.time > 0 && row.time === last.get(row.customer)
      ? [...new Set(items)].map((item) => ({ ...row, item }))
      : [row],
  );
  return {
    customers: changed.map(({ customer }) => customer),
    orders: changed.map(({ order }) => order),
    times: changed.map(({ time }) => time),
    items: changed.map(({ item }) => item),
  };
}
