import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../stats/random";
import { type AlsRecommender, alternatingLeastSquares } from "./als";
import { type Purchases, purchasesOf } from "./purchases";
import { ratingsOf } from "./ratings";
import { recommend, topItems } from "./top-items";

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
const learnt = alternatingLeastSquares(history, {
  seed: 3,
  factors: 4,
  iterations: 20,
  regularization: 1,
  alpha: 10,
});

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

/** The shares of the customer's items in a score, by NumPy's way: (1 + αr) yᵢᵀ (YᵀCY + λI)⁻¹ yⱼ, by elimination. */
function shares(als: AlsRecommender, customer: number, item: number, f: number) {
  const y = als.factors.items;
  const { starts, itemOf, values } = ratingsOf(history, "orders");
  const cells = [...itemOf.keys()].slice(starts[customer], starts[customer + 1]);
  const confidence = new Map(cells.map((cell) => [itemOf[cell]!, 1 + 10 * values[cell]!]));
  const rows = Array.from({ length: f }, (_, a) =>
    Array.from({ length: f + 1 }, (_, b) => {
      if (b === f) return y[item * f + a]!;
      let sum = a === b ? 1 : 0;
      for (let i = 0; i < history.items.length; i++)
        sum += (confidence.get(i) ?? 1) * y[i * f + a]! * y[i * f + b]!;
      return sum;
    }),
  );
  for (let p = 0; p < f; p++) {
    for (let r = 0; r < f; r++) {
      if (r === p) continue;
      const times = rows[r]![p]! / rows[p]![p]!;
      rows[r] = rows[r]!.map((value, b) => value - times * rows[p]![b]!);
    }
  }
  const weighed = rows.map((row, a) => row[f]! / row[a]!);
  return [...confidence].map(([own, c]) => ({
    own,
    share: c * weighed.reduce((sum, value, a) => sum + value * y[own * f + a]!, 0),
  }));
}

test("reasons name the items that add most to a score, whose parts sum to it", async () => {
  const als = await learnt;
  let [before, goes] = [0, 0];
  for (const customer of [0, 17, 63]) {
    const scores = als.scores(customer).slice();
    for (const { item, reason, score } of recommend(als, history, customer, { n: 15, bought: "kept" })) {
      const parts = shares(als, customer, item, 4);
      assert.ok(Math.abs(parts.reduce((sum, { share }) => sum + share, 0) - scores[item]!) < 1e-10);
      assert.equal(score, scores[item]);
      const order = parts.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
      if (reason.kind === "bought before") {
        assert.equal(order[0]!.own, item);
        before++;
      } else {
        assert.ok(reason.kind === "goes with");
        assert.deepEqual(reason.items, order.flatMap(({ own }) => (own === item ? [] : [own])).slice(0, 3));
        assert.ok(reason.items.length > 0);
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
