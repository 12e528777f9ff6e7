import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { splitPurchases } from "../evaluation/split";
import { personalTop } from "../personal-top";
import { purchasesOf } from "../purchases";
import type { Recommender } from "../recommender";
import { anyLines, shopOf } from "../testing";
import { recommend, topItems } from "../top-items";
import { nextBasket } from "./next-basket";
import { similarCustomers } from "./next-basket-neighbours";
import { habitRatings } from "./next-basket-repeat";

const shop = shopOf({ ann: [["tea", "milk"], ["tea"]], bob: [["bread", "jam", "rice"]] });

/** Says what it is told to: 8 for bread, 6 for milk, 2 for jam. */
const told: Recommender = {
  name: "Told",
  scores: () => Float64Array.from(shop.items, (item) => ({ bread: 8, milk: 6, jam: 2 })[item] ?? -Infinity),
  reason: () => ({ kind: "popular", customers: 8, of: 9 }),
};

test("by hand: half the habit, half the explorer, each with a greatest score of 1", () => {
  // Ann's habit with decay 1: tea 1, milk 1/2. The explorer: bread 1, milk 3/4, jam 1/4.
  const list = recommend(nextBasket(shop, { weight: 0.5, decay: 1, explore: told }), shop, 0, {
    n: 9,
    bought: "kept",
  });
  assert.deepEqual(
    list.map(({ item, score, reason }) => [shop.items[item], score, reason.kind]),
    [
      ["milk", 0.625, "popular"],
      ["bread", 0.5, "popular"],
      ["tea", 0.5, "bought before"],
      ["jam", 0.125, "popular"],
    ],
  );
});

test("a customer's scores and reasons are the same whoever was asked about before", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const history = purchasesOf(lines);
      const shared = nextBasket(history, { weight: 0.4 });
      for (let item = 0; item < history.items.length; item++) {
        for (let c = 0; c < history.customers.length; c++) {
          const fresh = nextBasket(history, { weight: 0.4 });
          if (fresh.scores(c)[item] === -Infinity) continue;
          assert.deepEqual(shared.reason(c, item), fresh.reason(c, item));
          assert.deepEqual(shared.scores(c), fresh.scores(c));
        }
      }
    }),
    { seed: 6, numRuns: 40 },
  );
});

test("weight 1 is the habit alone, weight 0 the explorer alone", () => {
  fc.assert(
    fc.property(anyLines, fc.constantFrom(0.5, 0.9, 1), (lines, decay) => {
      const history = purchasesOf(lines);
      const explore = similarCustomers(history);
      const { starts, itemOf, values } = habitRatings(history, { decay });
      const all = { n: 7, bought: "kept" } as const;
      for (let c = 0; c < history.customers.length; c++) {
        const own = [...itemOf.keys()].slice(starts[c], starts[c + 1]);
        const habit = own.sort((a, b) => values[b]! - values[a]! || a - b).map((e) => itemOf[e]!);
        assert.deepEqual(
          topItems(nextBasket(history, { weight: 1, decay, explore }), history, c, all),
          habit,
        );
        assert.deepEqual(
          topItems(nextBasket(history, { weight: 0, decay, explore }), history, c, all),
          topItems(explore, history, c, all),
        );
      }
    }),
    { seed: 6 },
  );
});

test("weight 1 without decay is the personal top frequency", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const history = purchasesOf(lines);
      const [blend, top] = [nextBasket(history, { weight: 1, decay: 1 }), personalTop(history)];
      for (let c = 0; c < history.customers.length; c++) {
        const orders = top.scores(c).map(Math.floor);
        const most = Math.max(...orders);
        const scores = blend.scores(c);
        orders.forEach((count, item) => {
          if (count === -Infinity) assert.equal(scores[item], -Infinity);
          else assert.ok(Math.abs(scores[item]! - count / most) < 1e-12);
        });
      }
    }),
    { seed: 6 },
  );
});

test("what is held out changes no score", () => {
  const orders = [["tea", "milk"], ["tea"]];
  const [one, other] = [["jam"], ["rice", "bread"]].map((last) => {
    const all = shopOf({
      ann: [...orders, last],
      bob: [["bread", "jam", "rice"], ["jam", "rice", "tea"], ["milk"]],
    });
    const { history } = splitPurchases(all, { by: "lastOrder" });
    return [0, 1].map((c) => [...nextBasket(history).scores(c)]);
  });
  assert.deepEqual(one, other);
});

test("lines and customers in another order give the same lists", () => {
  fc.assert(
    fc.property(anyLines, fc.integer(), (lines, salt) => {
      const history = purchasesOf(lines);
      const places = [...lines.items.keys()].sort(
        (a, b) => ((a * 7919 + salt) % 101) - ((b * 7919 + salt) % 101),
      );
      const shuffled = purchasesOf({
        customers: places.map((i) => lines.customers[i] as string),
        orders: places.map((i) => lines.orders[i] as string),
        times: places.map((i) => lines.times[i]!),
        items: places.map((i) => lines.items[i]!),
      });
      for (let c = 0; c < history.customers.length; c++) {
        assert.deepEqual(nextBasket(shuffled).scores(c), nextBasket(history).scores(c));
      }
    }),
    { seed: 6 },
  );
});

test("a customer without orders has the explorer's list, and none where it has none", () => {
  const without = { ...shop, orderStarts: Uint32Array.of(0, 0, 3) };
  const all = { n: 9, bought: "kept" } as const;
  const list = topItems(nextBasket(without, { explore: told }), without, 0, all);
  assert.deepEqual(list, topItems(told, without, 0, all));
  assert.deepEqual(topItems(nextBasket(without), without, 0, all), []);
});

test("a weight out of range is refused", () => {
  for (const weight of [-0.1, 1.1, Number.NaN]) {
    assert.throws(() => nextBasket(shop, { weight }), { name: "RangeError", message: /weight is .*0 to 1/ });
  }
});
