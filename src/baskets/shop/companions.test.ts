import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fisherStrata } from "../../stats/fisher-strata";
import { customerIntervals } from "../evidence/customer-intervals";
import { sizeStrata } from "../evidence/strata";
import { frequentItemsets } from "../frequent-itemsets";
import { rules } from "../rules";
import { transactionsOf } from "../transactions";
import { companions } from "./companions";

const lists = fc.array(fc.subarray(["a", "b", "c", "d", "e"]), { minLength: 4, maxLength: 40 });

test("the companions of an item are the rules from it alone, with their p values", async () => {
  await fc.assert(
    fc.asyncProperty(
      lists.filter((of) => of.some((list) => list.includes("a"))),
      fc.integer({ min: 1, max: 3 }),
      async (of, minCount) => {
        const transactions = transactionsOf(of);
        const strata = sizeStrata(transactions, 3);
        const sets = await frequentItemsets(transactions, { minCount, maxLength: 2, workers: 0 });
        const found = rules(sets, {
          minConfidence: 0,
          rankBy: "confidence",
          significance: { correction: "bonferroni", level: 1, strata },
        });
        const from = found.rules.filter(({ antecedent }) => antecedent[0] === "a");
        const own = companions(transactions, "a", { minCount, strata, correction: "none" });
        assert.deepEqual(
          own.companions.map(({ item, counts, lift }) => ({ item, counts, lift })),
          from.map(({ consequent, counts, lift }) => ({ item: consequent[0], counts, lift })),
        );
        own.companions.forEach(({ p }, i) => {
          assert.ok(Math.abs(p - from[i]!.p!) <= 1e-12);
        });
        assert.equal(own.found, from.length);
        assert.equal(own.baskets, of.filter((list) => list.includes("a")).length);
      },
    ),
    { numRuns: 60 },
  );
});

const shop = transactionsOf([
  ...Array.from({ length: 30 }, (_, i) => ["tea", "cup", ...(i % 3 === 0 ? ["milk"] : [])]),
  ...Array.from({ length: 70 }, (_, i) => [i % 2 ? "salt" : "milk", ...(i === 5 ? ["tea"] : [])]),
]);

test("p values are corrected for every item that could have come out, whether it did or not", () => {
  const found = companions(shop, "tea", { minCount: 5 });
  assert.deepEqual(
    found.companions.map(({ item, counts }) => [item, counts.both]),
    [
      ["cup", 30],
      ["milk", 10],
    ],
  );
  // Cup, milk and salt are in five baskets or more; salt is not with tea in five.
  assert.deepEqual([found.baskets, found.found, found.searched], [31, 2, 3]);
  const [cup] = found.companions;
  assert.equal(cup!.p, fisherStrata([{ n: 100, a: 31, b: 30, both: 30 }]));
  assert.ok(Math.abs(cup!.adjustedP / cup!.p - 3) < 1e-9);
});

test("intervals are over customers where customers are given", () => {
  const customer = Array.from({ length: 100 }, (_, row) => Math.floor(row / 5));
  const [cup] = companions(shop, "tea", { minCount: 5, customer }).companions;
  const [over] = customerIntervals(shop, [cup!], customer);
  assert.deepEqual([cup!.liftInterval, cup!.customers], [over!.lift, 6]);
  const [alone] = companions(shop, "tea", { minCount: 5 }).companions;
  assert.equal(alone!.customers, null);
  assert.ok(alone!.liftInterval.low > cup!.liftInterval.low);
});

test("at most as many as asked for, by the measure asked for; what does not fit is refused", () => {
  const found = companions(shop, "milk", { minCount: 1, top: 1, rankBy: "lift" });
  assert.deepEqual([found.companions.map(({ item }) => item), found.found], [["cup"], 2]);
  assert.throws(() => companions(shop, "rum", { minCount: 1 }), /No basket holds "rum"/);
  assert.throws(() => companions(shop, "tea", { minCount: 0 }), /Least count 0/);
  assert.throws(() => companions(shop, "tea", { minCount: 1, top: -1 }), /At most -1/);
  assert.throws(
    () => companions(shop, "tea", { minCount: 1, strata: { transactions: shop, of: [0] } }),
    /1 strata for 100 baskets/,
  );
});
