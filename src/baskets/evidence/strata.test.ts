import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import { frequentItemsets } from "../frequent-itemsets";
import { rules } from "../rules";
import { transactionsOf } from "../transactions";
import { improvementTest } from "./improvement-test";
import { sizeStrata } from "./strata";

/** Baskets of few or many of 12 products, each as likely, that have nothing else to do with each other. */
function unrelated(seed: number, sizes: readonly number[], baskets: number): string[][] {
  const random = createRandom(seed);
  return Array.from({ length: baskets }, () => {
    const size = random.choice(sizes);
    return "abcdefghijkl".split("").filter(() => random.next() < size / 12);
  });
}

test("baskets of one size are in one stratum, and strata have about as many baskets", () => {
  const { of, transactions } = sizeStrata(transactionsOf(unrelated(1, [2, 4, 8], 3000)), 4);
  const { starts, rows } = transactions;
  const stratumOf = new Map<number, number>();
  const counts = [0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const size = starts[row + 1]! - starts[row]!;
    assert.equal(stratumOf.get(size) ?? of[row], of[row]);
    stratumOf.set(size, of[row]!);
    counts[of[row]!]!++;
  }
  assert.ok(
    counts.every((n) => n > 300 && n < 1500),
    `${counts}`,
  );
  assert.throws(() => sizeStrata(transactionsOf([])), /no baskets to part/);
  assert.throws(() => sizeStrata(transactions, 0), /0 strata/);
});

test("where baskets differ in size only, all pairs pass at large, none within sizes", async () => {
  const transactions = transactionsOf(unrelated(7, [1, 8], 2000));
  const sets = await frequentItemsets(transactions, { minCount: 20, maxLength: 2, workers: 0 });
  const passed = (strata?: ReturnType<typeof sizeStrata>) =>
    rules(sets, { minConfidence: 0, significance: { correction: "holm", ...(strata && { strata }) } }).rules
      .length;
  assert.equal(passed(), 12 * 11);
  assert.equal(passed(sizeStrata(transactions)), 0);
});

test("among baskets without a pattern rules survive the correction no more often than stated", async () => {
  let [false5, runs] = [0, 0];
  for (let seed = 1; seed <= 120; seed++, runs++) {
    const transactions = transactionsOf(unrelated(seed, [3], 250));
    const sets = await frequentItemsets(transactions, { minCount: 3, maxLength: 3, workers: 0 });
    const found = rules(sets, { minConfidence: 0, significance: { correction: "holm", level: 0.2 } });
    if (found.rules.length > 0) false5++;
  }
  // At most 20 % of the runs: 24 of 120; more than 37 come by chance once in a thousand times.
  assert.ok(false5 <= 37, `${false5} of ${runs} runs found something`);
});

test("a test within a single stratum is the test without strata, also for longer rules", async () => {
  const transactions = transactionsOf(unrelated(3, [2, 6], 400));
  const sets = await frequentItemsets(transactions, { minCount: 10, maxLength: 3, workers: 0 });
  const [plain, within] = [improvementTest(sets), improvementTest(sets, sizeStrata(transactions, 1))];
  const all = rules(sets, { minConfidence: 0, maxConsequent: 2, top: 300 }).rules;
  assert.ok(all.some(({ left }) => left.length === 2));
  for (const rule of all) assert.ok(Math.abs(plain(rule) - within(rule)) <= 1e-9 * plain(rule));
});

test("strata of other baskets are refused", async () => {
  const transactions = transactionsOf(unrelated(3, [2, 6], 400));
  const sets = await frequentItemsets(transactions, { minCount: 10, maxLength: 2, workers: 0 });
  const other = sizeStrata(transactionsOf(unrelated(3, [2, 6], 399)));
  assert.throws(() => improvementTest(sets, other), /take the same/);
  const renamed = { ...transactions, names: transactions.names.map((name) => `aisle: ${name}`) };
  assert.throws(() => improvementTest(sets, sizeStrata(renamed)), /other items than the itemsets/);
  const wrong = { transactions, of: new Array(400).fill(0.5) };
  assert.throws(() => improvementTest(sets, wrong), /Row 0 is in stratum 0.5/);
});
