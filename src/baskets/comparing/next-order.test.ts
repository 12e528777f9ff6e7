import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createRandom } from "../../stats/random";
import { transactionsOf } from "../transactions";
import { nextOrderRules } from "./next-order";

const letters = ["a", "b", "c", "d"];

/** Orders of customers, in no order of time. */
const orders = fc
  .array(fc.record({ list: fc.subarray(letters), customer: fc.nat(5), place: fc.nat(1e6) }), {
    minLength: 1,
    maxLength: 50,
  })
  .map((rows) => rows.map((row, i) => ({ ...row, time: row.place * 100 + i })));

test("counts are those of going through every customer's orders, of new items and of any", () => {
  fc.assert(
    fc.property(orders, fc.constantFrom("new" as const, "any" as const), (rows, next) => {
      const transactions = transactionsOf([letters, ...rows.map(({ list }) => list)]);
      const customer = ["nobody", ...rows.map((row) => `customer ${row.customer}`)];
      const time = [0, ...rows.map((row) => row.time)];
      const found = nextOrderRules(transactions, { customer, time, next, minCount: 1 });
      const steps = rows.flatMap((row) => {
        const later = rows.filter((other) => other.customer === row.customer && other.time > row.time);
        const [after] = later.sort((one, other) => one.time - other.time);
        return after === undefined ? [] : [[row.list, after.list] as const];
      });
      const wanted = letters.flatMap((from) =>
        letters.flatMap((to) => {
          const counted = next === "new" ? steps.filter(([first]) => !first.includes(to)) : steps;
          const having = counted.filter(([first]) => first.includes(from));
          const both = having.filter(([, after]) => after.includes(to)).length;
          const b = counted.filter(([, after]) => after.includes(to)).length;
          return from === to || both === 0
            ? []
            : [`${from} > ${to}: ${counted.length} ${having.length} ${b} ${both}`];
        }),
      );
      assert.equal(found.steps, steps.length);
      const given = found.rules.map(
        ({ antecedent, consequent, counts: { n, a, b, both } }) =>
          `${antecedent} > ${consequent}: ${n} ${a} ${b} ${both}`,
      );
      assert.deepEqual(given.sort(), wanted.sort());
    }),
  );
});

/**
 * Customers each with their own tastes over 8 products; after an order with p0, the next one has p1 more often by
 * `planted`.
 */
function shop(seed: number, planted: number, customers = 250) {
  const random = createRandom(seed);
  const [lists, customer, time]: [string[][], number[], number[]] = [[], [], []];
  for (let who = 0; who < customers; who++) {
    const likes = Array.from({ length: 4 }, () => random.next() ** 2);
    const tastes = [...likes, ...likes].map((taste) => 0.05 + 0.6 * taste);
    let before = false;
    const orders = 2 + random.poisson(6);
    for (let i = 0; i < orders; i++) {
      const list = tastes.flatMap((taste, product) =>
        random.next() < taste + (product === 1 && before ? planted : 0) ? [`p${product}`] : [],
      );
      before = list.includes("p0");
      lists.push(list);
      customer.push(who);
      time.push(i);
    }
  }
  return { transactions: transactionsOf(lists), customer, time };
}

test("what is planted over time is found; that customers who like one thing like another is no rule over time", () => {
  for (const next of ["any", "new"] as const) {
    const { transactions, customer, time } = shop(9, 0.3);
    const options = { customer, time, next, minCount: 20 };
    const found = nextOrderRules(transactions, { ...options, significance: { correction: "holm" } });
    const written = found.rules.map(({ antecedent, consequent }) => `${antecedent} > ${consequent}`);
    assert.deepEqual(written, ["p0 > p1"]);
    assert.equal(found.searched, 56);
    assert.equal(found.leftOut.notSignificant, found.found - 1);
    // p0 and p4 are liked by the same customers, so that over all steps the one follows the other far more than chance.
    const all = nextOrderRules(transactions, options).rules;
    const alike = all.find(({ left, right }) => left[0] === 0 && right[0] === 4)!;
    assert.ok(alike.fisherGreaterP < 1e-6 && alike.p === null);
  }
});

test("without anything over time, rules survive the correction no more often than stated", () => {
  let some = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const { transactions, customer, time } = shop(seed, 0, 60);
    const significance = { correction: "holm", level: 0.2 } as const;
    const found = nextOrderRules(transactions, { customer, time, next: "any", minCount: 3, significance });
    if (found.rules.length > 0) some++;
  }
  // At most 20 of 100; more than 33 come by chance once in a thousand times.
  assert.ok(some <= 33, `${some} of 100`);
});

test("rules stand by their measure, at most as many as asked for", () => {
  const { transactions, customer, time } = shop(9, 0.3);
  const all = nextOrderRules(transactions, { customer, time, minCount: 10, rankBy: "confidence" });
  all.rules.slice(1).forEach((rule, i) => {
    assert.ok(rule.confidence <= all.rules[i]!.confidence);
  });
  const top = nextOrderRules(transactions, { customer, time, minCount: 10, rankBy: "confidence", top: 3 });
  assert.deepEqual(top.rules, all.rules.slice(0, 3));
  assert.equal(top.leftOut.beyondTop, all.rules.length - 3);
  const high = nextOrderRules(transactions, {
    customer,
    time,
    minCount: 10,
    minConfidence: 0.4,
    minLift: 1.1,
  });
  assert.ok(high.found > 0 && high.found < all.found);
  assert.ok(high.rules.every(({ confidence, lift }) => confidence >= 0.4 && lift >= 1.1));
});

test("orders of one time, and what does not fit the baskets, are refused", () => {
  const transactions = transactionsOf([["a"], ["b"]]);
  const refused = (customer: string[], time: number[], minCount = 1) =>
    nextOrderRules(transactions, { customer, time, minCount });
  assert.throws(() => refused(["x", "x"], [1, 1]), /Rows 0 and 1 are of customer x and of one time/);
  assert.throws(() => refused(["x"], [1, 2]), /1 customers and 2 times for 2 baskets/);
  assert.throws(() => refused(["x", "x"], [1, Number.NaN]), /Row 1 has the time NaN/);
  assert.throws(() => refused(["x", "x"], [1, 2], 0), /Least count 0/);
});
