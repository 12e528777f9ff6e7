import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Purchases, purchasesOf } from "../purchases";
import type { Recommendation } from "../recommender";
import { anyLines, shopOf } from "../testing";
import { recommend, topItems } from "../top-items";
import { similarCustomers } from "./next-basket-neighbours";
import { habitRatings } from "./next-basket-repeat";

/** Dense habits, for other ways of reckoning. */
function dense(history: Purchases, decay: number): number[][] {
  const { starts, itemOf, values } = habitRatings(history, { decay });
  return history.customers.map((_, c) => {
    const row = new Array<number>(history.items.length).fill(0);
    for (let e = starts[c]!; e < starts[c + 1]!; e++) row[itemOf[e]!] = values[e]!;
    return row;
  });
}

const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b));

test("scores are sums of the nearest customers' habits, by their cosines, as reckoned in full", () => {
  fc.assert(
    fc.property(anyLines, fc.integer({ min: 1, max: 6 }), (lines, neighbours) => {
      const history = purchasesOf(lines);
      const rows = dense(history, 0.5);
      const method = similarCustomers(history, { neighbours, decay: 0.5 });
      rows.forEach((row, c) => {
        const near = rows
          .map((other, number) => ({ other, number, cosine: cosine(row, other) }))
          .filter(({ number, cosine }) => number !== c && cosine > 0)
          .sort((a, b) =>
            Math.abs(b.cosine - a.cosine) > 1e-12 ? b.cosine - a.cosine : a.number - b.number,
          );
        // Where rounding alone decides who is the last neighbour, either is right.
        const [last, next] = [near[neighbours - 1], near[neighbours]];
        if (last && next && Math.abs(last.cosine - next.cosine) < 1e-12) return;
        method.scores(c).forEach((score, item) => {
          const expected = near
            .slice(0, neighbours)
            .reduce((sum, { other, cosine }) => sum + cosine * other[item]!, 0);
          if (expected === 0) assert.equal(score, -Infinity);
          else assert.ok(Math.abs(score - expected) < 1e-12);
        });
      });
    }),
    { seed: 6 },
  );
});

const shop = shopOf({
  ann: [["tea", "milk"]],
  bob: [["tea", "milk", "bread"], ["bread"]],
  cat: [["jam", "salt"]],
  dan: [["tea", "rice"]],
});

test("by hand: bob is nearer to ann than dan, cat is no neighbour", () => {
  // Without decay bob's habits are bread 1, milk 1/2, tea 1/2: his cosine with ann is 1 / (√2 × √1.5) = 1/√3; dan's is 1/2.
  const scores = similarCustomers(shop, { decay: 1 }).scores(0);
  const found = Object.fromEntries(shop.items.map((item, i) => [item, Number(scores[i]!.toFixed(6))]));
  const third = 1 / Math.sqrt(3);
  assert.deepEqual(found, {
    bread: Number(third.toFixed(6)),
    jam: -Infinity,
    milk: Number((third / 2).toFixed(6)),
    rice: 0.5,
    salt: -Infinity,
    tea: Number((third / 2 + 0.5).toFixed(6)),
  });
  const one = similarCustomers(shop, { decay: 1, neighbours: 1 });
  assert.deepEqual(
    topItems(one, shop, 0, { n: 9, bought: "left out" }).map((item) => shop.items[item]),
    ["bread"],
  );
});

test("the reason names the items shared with those who have it", () => {
  const list = recommend(similarCustomers(shop, { decay: 1 }), shop, 0, { n: 9, bought: "kept" });
  const named = list.map(({ item, reason }) => [
    shop.items[item],
    reason.kind === "goes with" ? reason.items.map((own) => shop.items[own]) : reason.kind,
  ]);
  assert.deepEqual(named, [
    ["tea", "bought before"],
    ["bread", ["milk", "tea"]],
    ["rice", ["tea"]],
    // Bob has the tea with the milk as often, and the lower number stands first: milk is its own best reason.
    ["milk", "bought before"],
  ]);
});

test("of items shared, the one that a nearer customer has stands first in the reason", () => {
  const by = shopOf({
    ann: [["m", "p"]],
    bob: [["p", "x"]],
    cat: [["m", "x", "a", "b", "c", "d"]],
  });
  const [{ reason }] = recommend(similarCustomers(by), by, 0, { n: 1, bought: "left out" }) as [
    Recommendation,
  ];
  assert.ok(reason.kind === "goes with");
  assert.deepEqual(
    reason.items.map((item) => by.items[item]),
    ["p", "m"],
  );
});

test("a customer without orders, or like nobody, has no list", () => {
  const method = similarCustomers(shop);
  assert.deepEqual(topItems(method, shop, 2, { n: 9, bought: "kept" }), []);
  const without = { ...shop, orderStarts: Uint32Array.of(0, 0, 2, 3, 4) };
  assert.deepEqual(topItems(similarCustomers(without), without, 0, { n: 9, bought: "kept" }), []);
});

test("a number of neighbours out of range is refused", () => {
  for (const neighbours of [0, 2.5, Number.NaN]) {
    assert.throws(() => similarCustomers(shop, { neighbours }), {
      name: "RangeError",
      message: /neighbours is .*whole number/,
    });
  }
});
