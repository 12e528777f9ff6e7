import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import { frequentItemsets } from "../frequent-itemsets";
import { rules } from "../rules";
import { transactionsOf } from "../transactions";
import { customerStrata } from "./customer-strata";
import { sizeStrata } from "./strata";

const small = transactionsOf([["a"], ["a", "b", "c"], ["b"], ["a", "c", "d"], ["d"]]);

test("baskets of one customer are of one stratum, and with sizes those of one customer and one size", () => {
  assert.deepEqual(
    [...(customerStrata(small, ["x", "y", "x", "x", "y"]).of as Uint32Array)],
    [0, 1, 0, 0, 1],
  );
  assert.deepEqual([...(sizeStrata(small, 2).of as Uint32Array)], [0, 1, 0, 1, 0]);
  const { of, transactions } = customerStrata(small, ["x", "y", "x", "x", "y"], { sizes: 2 });
  assert.deepEqual([...(of as Uint32Array)], [0, 1, 0, 2, 3]);
  assert.equal(transactions, small);
});

test("habits of customers pass a test over all baskets and within sizes, but none within customers", async () => {
  const random = createRandom(5);
  const [lists, customer]: [string[][], number[]] = [[], []];
  for (let who = 0; who < 60; who++) {
    // A third of the customers tend to take both a and b, each for itself; c and d go together for all.
    const taste = who % 3 === 0 ? 0.6 : 0.05;
    for (let i = 0; i < 20; i++) {
      const both = random.next() < 0.3;
      const list = ["a", "b"].filter(() => random.next() < taste);
      lists.push([...list, ...["c", "d"].filter(() => random.next() < (both ? 0.8 : 0.05)), "e"]);
      customer.push(who);
    }
  }
  const transactions = transactionsOf(lists);
  const sets = await frequentItemsets(transactions, { minCount: 20, maxLength: 2 });
  const passing = (strata?: ReturnType<typeof sizeStrata>) =>
    rules(sets, { minConfidence: 0, minLift: 1.01, significance: { correction: "holm", strata } })
      .rules.filter(({ antecedent, consequent }) => (antecedent[0] as string) < (consequent[0] as string))
      .map(({ antecedent, consequent }) => `${antecedent} ${consequent}`)
      .sort();
  assert.deepEqual(passing(), ["a b", "c d"]);
  assert.deepEqual(passing(customerStrata(transactions, customer)), ["c d"]);
});

test("customers that do not fit, are missing, or sizes out of range are named", () => {
  assert.throws(() => customerStrata(small, ["x"]), /1 customers for 5 baskets/);
  assert.throws(() => customerStrata(small, ["x", null, "x", "x", "x"]), /Row 2 has no customer/);
  assert.throws(() => customerStrata(small, [1, 1, 1, 1, 1], { sizes: 0 }), /0 strata: take 1 at least/);
});
