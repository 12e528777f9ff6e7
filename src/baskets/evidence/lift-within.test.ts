import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bootstrap } from "../../stats/interval";
import { createRandom } from "../../stats/random";
import { transactionsOf } from "../transactions";
import { customerIntervals } from "./customer-intervals";
import { liftWithin } from "./lift-within";
import { sizeStrata } from "./strata";

const rule = [{ left: Uint32Array.of(0), right: Uint32Array.of(1) }];

test("admission to Berkeley by department: men's lift of 1.15 is gone within departments", () => {
  // Bickel, Hammel & O'Connell (1975), as R's UCBAdmissions: admitted and rejected men, then women, of six departments.
  const departments = [
    [512, 313, 89, 19],
    [353, 207, 17, 8],
    [120, 205, 202, 391],
    [138, 279, 131, 244],
    [53, 138, 94, 299],
    [22, 351, 24, 317],
  ];
  const [lists, of]: [string[][], number[]] = [[], []];
  const kinds = [["male", "admitted"], ["male"], ["admitted"], []];
  departments.forEach((counts, department) => {
    counts.forEach((people, kind) => {
      for (let i = 0; i < people; i++) {
        lists.push(kinds[kind] as string[]);
        of.push(department);
      }
    });
  });
  const transactions = transactionsOf(lists);
  const [whole] = liftWithin({ transactions, of: of.map(() => 0) }, rule);
  assert.ok(Math.abs(whole!.lift.estimate - (1198 * 4526) / (2691 * 1755)) < 1e-12);
  const [within] = liftWithin({ transactions, of }, rule);
  // The expected count of the Cochran–Mantel–Haenszel test, by NumPy: (1198 − it)² over the variance is 1.5246, as is the
  // statistic of statsmodels 0.15 (StratifiedTable.test_null_odds without correction).
  assert.equal(within!.both, 1198);
  assert.ok(Math.abs(within!.expected - 1213.3571665830254) < 1e-9, String(within!.expected));
  assert.ok(within!.lift.low < 1 && within!.lift.high > 1 && whole!.lift.low > 1);
});

test("strata in which all baskets have a side say nothing", () => {
  // Of the first four baskets two have a, two b, two both: expected 1. All others of a stratum have a, or b, or neither.
  const lists = [["a", "b"], ["a", "b"], [], [], ["a", "b"], ["a"], ["a"], ["a", "b"], ["b"], [], []];
  const of = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3];
  const [found] = liftWithin({ transactions: transactionsOf(lists), of }, rule);
  assert.deepEqual([found!.both, found!.expected, found!.lift.estimate], [2, 1, 2]);
});

/** Baskets of customers who each have a taste for a and b, with other things beside them. */
function shop(seed: number) {
  const random = createRandom(seed);
  const [lists, customer]: [string[][], number[]] = [[], []];
  for (let who = 0; who < 200; who++) {
    const taste = random.next() ** 2;
    for (let i = 0; i < 6; i++) {
      const more = random.next() < 0.5 ? ["c", "d", "e"] : [];
      lists.push([
        ...["a", "b"].filter(() => random.next() < 0.1 + 0.4 * taste + 0.1 * more.length),
        ...more,
      ]);
      customer.push(who);
    }
  }
  return { customer, transactions: transactionsOf(lists) };
}

test("with a single stratum, lift and interval are those over customers", () => {
  const { customer, transactions } = shop(3);
  const [within] = liftWithin({ transactions, of: customer.map(() => 0) }, rule, customer);
  const [whole] = customerIntervals(transactions, rule, customer);
  for (const end of ["estimate", "low", "high"] as const)
    assert.ok(Math.abs(within!.lift[end] - whole!.lift[end]) < 1e-9, end);
});

test("within sizes, the interval is that of the bootstrap over customers", () => {
  const { customer, transactions } = shop(4);
  const { starts, items, rows } = transactions;
  const strata = sizeStrata(transactions, 3);
  const [within] = liftWithin(strata, rule, customer);
  const cells = Array.from({ length: rows }, (_, row) => {
    const held = items.subarray(starts[row], starts[row + 1]);
    return { who: customer[row]!, s: strata.of[row]!, a: held.includes(0), b: held.includes(1) };
  });
  const [drawn] = bootstrap(
    200,
    (weights) => {
      const sums = [0, 1, 2].map(() => ({ n: 0, a: 0, b: 0, both: 0 }));
      for (const { who, s, a, b } of cells) {
        const [sum, weight] = [sums[s]!, weights[who]!];
        sum.n += weight;
        if (a) sum.a += weight;
        if (b) sum.b += weight;
        if (a && b) sum.both += weight;
      }
      const told = sums.filter(({ n, a, b }) => a > 0 && b > 0 && a < n && b < n);
      const expected = told.reduce((sum, { n, a, b }) => sum + (a * b) / n, 0);
      return [told.reduce((sum, { both }) => sum + both, 0) / expected];
    },
    { resamples: 2000, seed: 5 },
  );
  const width = drawn!.high - drawn!.low;
  assert.ok(Math.abs(within!.lift.estimate - drawn!.estimate) < 1e-12);
  assert.ok(Math.abs(within!.lift.low - drawn!.low) < 0.1 * width, `${within!.lift.low}, ${drawn!.low}`);
  assert.ok(Math.abs(within!.lift.high - drawn!.high) < 0.1 * width, `${within!.lift.high}, ${drawn!.high}`);
});

test("neither the order of baskets nor the numbers of strata change anything, and both sides may change places", () => {
  const { customer, transactions } = shop(6);
  const lists = Array.from({ length: transactions.rows }, (_, row) =>
    Array.from(transactions.items.subarray(transactions.starts[row], transactions.starts[row + 1]), String),
  );
  const of = [...(sizeStrata(transactions, 3).of as Uint32Array)];
  const [base] = liftWithin({ transactions, of }, rule, customer);
  fc.assert(
    fc.property(fc.integer({ min: 1 }), (seed) => {
      const random = createRandom(seed);
      const order = lists.map((_, i) => ({ i, at: random.next() })).sort((x, y) => x.at - y.at);
      const moved = transactionsOf(order.map(({ i }) => lists[i]!));
      const [again] = liftWithin(
        { transactions: moved, of: order.map(({ i }) => 7 - of[i]!) },
        [{ left: Uint32Array.of(1), right: Uint32Array.of(0) }],
        order.map(({ i }) => customer[i]!),
      );
      assert.equal(again!.both, base!.both);
      for (const end of ["estimate", "low", "high"] as const)
        assert.ok(Math.abs(again!.lift[end] - base!.lift[end]) < 1e-9, end);
    }),
    { numRuns: 20 },
  );
});

test("strata whose margins leave no choice say nothing, and where none is left there is no lift", () => {
  const transactions = transactionsOf([["a", "b"], ["a", "b"], ["a"], ["b"], []]);
  const [found] = liftWithin({ transactions, of: [0, 0, 1, 1, 1] }, rule);
  assert.deepEqual([found!.both, found!.expected], [0, 1 / 3]);
  const [none] = liftWithin({ transactions, of: [0, 0, 1, 2, 3] }, rule);
  assert.deepEqual([none!.both, none!.expected, none!.lift.estimate], [0, 0, Number.NaN]);
});

test("strata and customers that do not fit are named", () => {
  const transactions = transactionsOf([["a"], ["b"]]);
  assert.throws(() => liftWithin({ transactions, of: [0] }, rule), /1 strata and 2 customers for 2 baskets/);
  assert.throws(() => liftWithin({ transactions, of: [0, 0.5] }, rule), /Row 1 is in stratum 0\.5/);
  assert.throws(() => liftWithin({ transactions, of: [0, 0] }, rule, [1]), /2 strata and 1 customers/);
});
