import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { frequentItemsets } from "../baskets/frequent-itemsets";
import { rules } from "../baskets/rules";
import { basketsOf } from "./baskets-of";
import { purchasesOf } from "./purchases";
import { ruleRecommender } from "./rule-recommender";
import { anyLines, shopOf } from "./testing";
import { boughtItems, recommend, topItems } from "./top-items";

const history = shopOf({
  ann: [["tea", "milk"], ["bread"]],
  bob: [["bread", "butter"]],
  cy: [["jam"]],
});
const rule = (antecedent: string[], consequent: string[], confidence: number, lift: number) => ({
  antecedent,
  consequent,
  confidence,
  lift,
});
const found = [
  rule(["tea"], ["jam"], 0.4, 3),
  rule(["tea", "milk"], ["jam"], 0.8, 2),
  rule(["bread"], ["butter"], 0.6, 1.5),
  rule(["bread", "butter"], ["tea", "milk"], 0.5, 4),
];
const list = (customer: number, options?: Parameters<typeof ruleRecommender>[2]) =>
  recommend(ruleRecommender(history, found, options), history, customer, { n: 9, bought: "left out" }).map(
    ({ item, score, reason }) => {
      assert.ok(reason.kind === "rule");
      return [history.items[item], score, reason.antecedent.map((left) => history.items[left]).join("+")];
    },
  );

test("an item stands by its best rule, by confidence or by lift", () => {
  assert.deepEqual(list(0), [
    ["jam", 0.8, "tea+milk"],
    ["butter", 0.6, "bread"],
  ]);
  assert.deepEqual(list(0, { by: "lift" }), [
    ["jam", 3, "tea"],
    ["butter", 1.5, "bread"],
  ]);
});

test("each item of a right side is recommended", () => {
  assert.deepEqual(list(1), [
    ["milk", 0.5, "bread+butter"],
    ["tea", 0.5, "bread+butter"],
  ]);
});

test("rules fire by the whole history, or by the last order alone", () => {
  assert.deepEqual(list(0, { given: "last order" }), [["butter", 0.6, "bread"]]);
  assert.deepEqual(list(2), []);
});

test("of rules that score alike the one with more of the other measure is the reason, then the earlier", () => {
  const reasonOf = (lifts: readonly [number, number], [one, other] = ["tea", "milk"]) => {
    const alike = [rule([one!], ["jam"], 0.5, lifts[0]), rule([other!], ["jam"], 0.5, lifts[1])];
    const item = history.items.indexOf("jam");
    const reason = ruleRecommender(history, alike).reason(0, item);
    assert.ok(reason.kind === "rule");
    return [history.items[reason.antecedent[0]!], reason.lift];
  };
  assert.deepEqual(reasonOf([2, 3]), ["milk", 3]);
  assert.deepEqual(reasonOf([3, 2]), ["tea", 3]);
  assert.deepEqual(reasonOf([2, 2]), ["tea", 2]);
  assert.deepEqual(reasonOf([2, 2], ["milk", "tea"]), ["milk", 2]);
});

test("a reason asked after another customer's scores is the customer's own", () => {
  const recommender = ruleRecommender(history, found);
  const jam = history.items.indexOf("jam");
  const own = recommender.reason(0, jam);
  recommender.scores(1);
  assert.deepEqual(recommender.reason(0, jam), own);
});

test("rules of unknown items, with an empty side or without measures are refused by number", () => {
  const refused = (wrong: (typeof found)[number], message: RegExp) =>
    assert.throws(() => ruleRecommender(history, [found[0]!, wrong]), message);
  refused(rule(["tee"], ["jam"], 1, 1), /Rule 2 names "tee", which is no item/);
  refused(rule([], ["jam"], 1, 1), /Rule 2 has an empty side/);
  refused(rule(["tea"], [], 1, 1), /Rule 2 has an empty side/);
  refused(rule(["tea"], ["jam"], Number.NaN, 1), /Rule 2 has the confidence NaN/);
});

test("scores are those of trying every mined rule on every customer", async () => {
  await fc.assert(
    fc.asyncProperty(anyLines, async (lines) => {
      const any = purchasesOf(lines);
      const sets = await frequentItemsets(basketsOf(any), { minSupport: 0.01, workers: 0 });
      const mined = rules(sets, { minConfidence: 0.3 }).rules;
      const recommender = ruleRecommender(any, mined);
      for (let c = 0; c < any.customers.length; c++) {
        const own = [...boughtItems(any, c)].map((item) => any.items[item]!);
        const fired = mined.filter(({ antecedent }) => antecedent.every((label) => own.includes(label)));
        const expected = any.items.map((label) =>
          Math.max(
            -Infinity,
            ...fired.filter(({ consequent }) => consequent.includes(label)).map((r) => r.confidence),
          ),
        );
        assert.deepEqual([...recommender.scores(c)], expected);
        const kept = topItems(recommender, any, c, { n: 9, bought: "kept" });
        assert.equal(kept.length, expected.filter((score) => score > -Infinity).length);
      }
    }),
    { numRuns: 40 },
  );
});
