import assert from "node:assert/strict";
import { test } from "node:test";
import { bootstrap } from "../../stats/interval";
import { createRandom } from "../../stats/random";
import { frequentItemsets } from "../frequent-itemsets";
import { confidenceInterval, liftInterval } from "../intervals";
import { rules } from "../rules";
import { transactionsOf } from "../transactions";
import { customerIntervals, overCustomers } from "./customer-intervals";

const rule = [{ left: Uint32Array.of(0), right: Uint32Array.of(1) }];

/** Baskets of customers who each have a taste for a and b. */
function shop(seed: number, perCustomer: number) {
  const random = createRandom(seed);
  const [lists, customer]: [string[][], number[]] = [[], []];
  for (let who = 0; who < 300; who++) {
    const taste = random.next() ** 2;
    for (let i = 0; i < perCustomer; i++) {
      lists.push(["a", "b"].filter(() => random.next() < 0.1 + 0.6 * taste));
      customer.push(who);
    }
  }
  return { lists, customer, transactions: transactionsOf([...lists.slice(0, -1), ["a", "b"]]) };
}

test("the intervals are those of the bootstrap over customers, wider than those over baskets", () => {
  const { customer, transactions } = shop(2, 8);
  const { starts, items, rows } = transactions;
  const sums = Array.from({ length: 300 }, () => new Float64Array(3));
  for (let row = 0; row < rows; row++) {
    const held = items.subarray(starts[row], starts[row + 1]);
    const [a, b] = [held.includes(0), held.includes(1)];
    [a, b, a && b].forEach((has, i) => {
      if (has) sums[customer[row]!]![i]!++;
    });
  }
  const drawn = bootstrap(
    300,
    (weights) => {
      const [n, a, b, both] = [0, 0, 0, 0].map((_, i) =>
        weights.reduce((sum, times, who) => sum + times * (i === 0 ? 8 : sums[who]![i - 1]!), 0),
      ) as [number, number, number, number];
      return [both / a, (both * n) / (a * b)];
    },
    { resamples: 3000, seed: 4 },
  );
  const [found] = customerIntervals(transactions, rule, customer);
  [found!.confidence, found!.lift].forEach((interval, i) => {
    const other = drawn[i]!;
    const width = other.high - other.low;
    assert.ok(Math.abs(interval.estimate - other.estimate) < 1e-12);
    assert.ok(Math.abs(interval.low - other.low) < 0.1 * width, `${interval.low}, ${other.low}`);
    assert.ok(Math.abs(interval.high - other.high) < 0.1 * width, `${interval.high}, ${other.high}`);
  });
  const [a, b, both] = [0, 1, 2].map((i) => sums.reduce((sum, of) => sum + of[i]!, 0));
  const overBaskets = confidenceInterval({ n: rows, a: a!, b: b!, both: both! });
  assert.ok(found!.confidence.high - found!.confidence.low > overBaskets.high - overBaskets.low);
  assert.equal(found!.customers, sums.filter((of) => of[2]! > 0).length);
});

test("of customers with a basket each, the interval of the lift is that over baskets", () => {
  const { customer, transactions } = shop(3, 1);
  const [found] = customerIntervals(transactions, rule, customer);
  const { items, starts, rows } = transactions;
  const counts = { n: rows, a: 0, b: 0, both: 0 };
  for (let row = 0; row < rows; row++) {
    const held = items.subarray(starts[row], starts[row + 1]);
    if (held.includes(0)) counts.a++;
    if (held.includes(1)) counts.b++;
    if (held.length === 2) counts.both++;
  }
  const plain = liftInterval(counts);
  // They differ by √(m / (m − 1)).
  const ratio = Math.log(found!.lift.high / found!.lift.low) / Math.log(plain.high / plain.low);
  assert.ok(Math.abs(ratio - Math.sqrt(300 / 299)) < 1e-9);
});

test("what does not fit, or is never there, is refused", () => {
  const transactions = transactionsOf([["a"], ["b"]]);
  assert.throws(() => customerIntervals(transactions, rule, [1]), /1 customers for 2 baskets/);
  assert.throws(() => customerIntervals(transactions, rule, [1, 2]), /No basket holds a, b/);
});

test("rules over customers keep all but their intervals, which are those over customers", async () => {
  const { customer, transactions } = shop(7, 4);
  const { rules: found } = rules(await frequentItemsets(transactions, { minCount: 5, workers: 0 }), {
    minConfidence: 0,
  });
  const given = overCustomers(transactions, found, customer);
  const intervals = customerIntervals(transactions, found, customer);
  assert.equal(given.length, 2);
  given.forEach((rule, i) => {
    const { confidence, lift, customers } = intervals[i]!;
    assert.deepEqual(rule, { ...found[i]!, confidenceInterval: confidence, liftInterval: lift, customers });
    assert.ok(rule.liftInterval.low < found[i]!.liftInterval.low);
  });
});

test("intervals of a confidence stay below 1, also where it is 1", () => {
  const customer = Array.from({ length: 60 }, (_, row) => Math.floor(row / 3));
  const surely = (misses: number) =>
    transactionsOf(customer.map((_, row) => (row < 30 ? (row < misses ? ["a"] : ["a", "b"]) : ["c"])));
  const [once] = customerIntervals(surely(1), rule, customer);
  assert.equal(once!.confidence.estimate, 29 / 30);
  assert.ok(once!.confidence.low > 0.7 && once!.confidence.low < 29 / 30 && once!.confidence.high < 1);
  // All ten customers with a take b each time: Wilson's lower end of 10 of 10 is 10 / (10 + 1.96²).
  const [always] = customerIntervals(surely(0), rule, customer);
  assert.deepEqual([always!.confidence.estimate, always!.confidence.high], [1, 1]);
  assert.ok(Math.abs(always!.confidence.low - 10 / (10 + 1.959963984540054 ** 2)) < 1e-12);
});
