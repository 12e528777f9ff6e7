import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import { ndcgAt } from "../evaluation/metrics";
import { splitPurchases } from "../evaluation/split";
import type { Purchases } from "../purchases";
import { shopOf } from "../testing";
import { topItems } from "../top-items";
import { nextBasket } from "./next-basket";
import { chooseBlend } from "./next-basket-choice";
import { similarCustomers } from "./next-basket-neighbours";

/**
 * Customers of two tastes with six orders each. The habitual have three items of their taste in every order; the others
 * draw three at random from it each time.
 */
function shopWith(habitual: boolean): Purchases {
  const random = createRandom(2);
  return shopOf(
    Object.fromEntries(
      Array.from({ length: 60 }, (_, c) => {
        const draw = () => Array.from({ length: 3 }, () => `t${c % 2} i${random.int(20)}`);
        const usual = draw();
        return [`c${c}`, Array.from({ length: 6 }, () => (habitual ? usual : draw()))];
      }),
    ),
  );
}

test("each blend's figure is that of its lists for the last orders of the history", async () => {
  const history = shopWith(false);
  const trial = { weights: [0, 0.3, 0.8, 1], decays: [0.5, 0.9], n: 4 };
  const { tried, customers, chosen, n } = await chooseBlend(history, trial);
  assert.deepEqual([tried.length, customers, n], [8, 60, 4]);
  const { history: before, ...held } = splitPurchases(history, { by: "lastOrder" });
  for (const { weight, decay, ndcg } of tried) {
    const method = nextBasket(before, { weight, decay });
    const each = Array.from(held.customers, (customer, i) =>
      ndcgAt(
        topItems(method, before, customer, { n, bought: "kept" }),
        new Set(held.items.subarray(held.starts[i], held.starts[i + 1])),
        n,
      ),
    );
    const mean = each.reduce((sum, value) => sum + value, 0) / customers;
    assert.ok(Math.abs(ndcg - mean) < 1e-12, `weight ${weight}, decay ${decay}: ${ndcg}, not ${mean}`);
  }
  assert.equal(chosen.ndcg, Math.max(...tried.map(({ ndcg }) => ndcg)));
});

test("customers of habit are given theirs; customers of taste, what others of the taste buy", async () => {
  const trial = { weights: [0, 1], decays: [0.9] };
  assert.equal((await chooseBlend(shopWith(true), trial)).chosen.ndcg, 1);
  assert.equal((await chooseBlend(shopWith(true), trial)).chosen.weight, 1);
  assert.equal((await chooseBlend(shopWith(false), trial)).chosen.weight, 0);
});

test("the explorer is taught nothing of the orders it is tried on", async () => {
  const history = shopWith(false);
  const taught: Purchases[] = [];
  const explore = (given: Purchases) => {
    taught.push(given);
    return similarCustomers(given);
  };
  await chooseBlend(history, { explore });
  assert.equal(taught.length, 1);
  assert.deepEqual(taught[0], splitPurchases(history, { by: "lastOrder" }).history);
});

test("nothing to try, or a weight, a decay or n out of range, is refused", async () => {
  const history = shopWith(true);
  for (const [trial, message] of [
    [{ weights: [] }, /nothing to try/],
    [{ decays: [] }, /nothing to try/],
    [{ weights: [0.5, 2] }, /weight is 2/],
    [{ decays: [0] }, /decay is 0/],
    [{ n: 0 }, /list of 0 items/],
  ] as const) {
    await assert.rejects(chooseBlend(history, trial), { name: "RangeError", message });
  }
  await assert.rejects(chooseBlend(shopOf({ ann: [["tea"]] })), /No order is held out/);
});
