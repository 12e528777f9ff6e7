import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import { boughtBefore } from "../personal-top";
import { type Purchases, purchasesOf } from "../purchases";
import { ratingsOf } from "../ratings";
import { boughtItems, recommend, topItems } from "../top-items";
import { alternatingLeastSquares } from "./als";
import { contributions } from "./als-contributions";

const GROUPS = 4;
const ITEMS = 12;

/** Customers of four tastes, each with its own twelve items, of which a customer has bought six or so; plus a few of any. */
function tasteful(): Purchases {
  const random = createRandom(8);
  const rows: { customer: string; item: string; order: number }[] = [];
  for (let c = 0; c < 120; c++) {
    for (let i = 0; i < ITEMS; i++) {
      const order = random.int(3);
      if (random.next() < 0.5) rows.push({ customer: `c${c}`, item: `g${c % GROUPS} i${i}`, order });
    }
    rows.push({ customer: `c${c}`, item: `g${random.int(GROUPS)} i${random.int(ITEMS)}`, order: 0 });
  }
  return purchasesOf({
    customers: rows.map(({ customer }) => customer),
    orders: rows.map(({ order }) => order),
    times: rows.map(({ order }) => order),
    items: rows.map(({ item }) => item),
  });
}

const history = tasteful();
const how = { factors: 4, regularization: 1, alpha: 10 };
const learnt = alternatingLeastSquares(history, { ...how, seed: 3, iterations: 20 });

test("planted tastes are found: what is recommended and new is of the customer's taste", async () => {
  const als = await learnt;
  let [own, all] = [0, 0];
  for (let c = 0; c < history.customers.length; c++) {
    const taste = `g${Number(String(history.customers[c]).slice(1)) % GROUPS} `;
    for (const item of topItems(als, history, c, { n: 3, bought: "left out" })) {
      all++;
      if (history.items[item]!.startsWith(taste)) own++;
    }
  }
  assert.equal(all, 360);
  // Three items in four would be of other tastes by chance.
  assert.ok(own / all > 0.97, `${own} of ${all}`);
});

test("a score is the product of the factors, −Infinity from 0 down", async () => {
  const als = await learnt;
  let none = 0;
  for (let c = 0; c < 120; c++) {
    als.scores(c).forEach((score, item) => {
      let product = 0;
      for (let a = 0; a < 4; a++)
        product += als.factors.customers[c * 4 + a]! * als.factors.items[item * 4 + a]!;
      assert.equal(score, product > 0 ? product : -Infinity);
      if (score === -Infinity) none++;
    });
  }
  assert.ok(none > 0);
});

test("reasons name the items that add most to a score, the item itself aside", async () => {
  const als = await learnt;
  const parts = contributions(als.factors, ratingsOf(history, "orders"), how);
  let [before, goes] = [0, 0];
  for (const customer of [0, 17, 63]) {
    const own = boughtItems(history, customer);
    for (const { item, reason } of recommend(als, history, customer, { n: 15, bought: "kept" })) {
      const added = [...parts(customer, item)].map((share, at) => ({ share, own: own[at]! }));
      const order = added.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
      if (order[0]!.own === item) {
        assert.deepEqual(reason, boughtBefore(history, customer, item));
        before++;
      } else {
        const others = order.flatMap((next) => (next.own === item ? [] : [next.own]));
        assert.deepEqual(reason, { kind: "goes with", items: others.slice(0, 3) });
        goes++;
      }
    }
  }
  assert.ok(before > 0 && goes > 0);
});

test("the same seed gives the same bits, another seed others", async () => {
  const options = { factors: 4, iterations: 2 };
  const [one, same, other] = await Promise.all(
    [1, 1, 2].map((seed) => alternatingLeastSquares(history, { ...options, seed })),
  );
  assert.deepEqual(same!.factors, one!.factors);
  assert.notDeepEqual(other!.factors, one!.factors);
});

test("a customer without orders has no list, and an item without buyers is in none", async () => {
  const { orderStarts } = history;
  const last = history.customers.length - 1;
  const without: Purchases = { ...history, orderStarts: orderStarts.slice() };
  without.orderStarts[last + 1] = orderStarts[last]!;
  const rare = { ...without, items: [...history.items, "never"] };
  const als = await alternatingLeastSquares(rare, { seed: 1, factors: 4, iterations: 2 });
  assert.deepEqual(topItems(als, rare, last, { n: 5, bought: "kept" }), []);
  for (let c = 0; c < last; c++) assert.equal(als.scores(c)[history.items.length], -Infinity);
});

test("options out of range are refused by name", async () => {
  for (const [options, message] of [
    [{ factors: 0 }, /factors is 0; take a whole number/],
    [{ factors: 2.5 }, /factors is 2.5/],
    [{ iterations: 0 }, /iterations is 0/],
    [{ regularization: 0 }, /regularization is 0; take a number above 0/],
    [{ alpha: Number.NaN }, /alpha is NaN/],
    [{ seed: 0.5 }, /seed 0.5/],
    [{ ratings: { ...ratingsOf(history, "bought"), items: 3 } }, /Ratings of 120 customers and 3 items/],
  ] as const) {
    await assert.rejects(alternatingLeastSquares(history, { seed: 1, ...options }), {
      name: "RangeError",
      message,
    });
  }
});
