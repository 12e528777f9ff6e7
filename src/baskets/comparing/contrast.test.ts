import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bootstrap } from "../../stats/interval";
import { createRandom } from "../../stats/random";
import { transactionsOf } from "../transactions";
import { contrastRules } from "./contrast";

const rule = { left: [0], right: [1], antecedent: ["a"], consequent: ["b"] };
const asked = [{ ...rule, left: Uint32Array.of(0), right: Uint32Array.of(1) }];

/**
 * Baskets of customers with a taste each, some in segment 0, the others in 1. `stronger` is how much more likely b is with
 * a in segment 0.
 */
function shop(seed: number, { customers = 200, stronger = 0, tastes = 1 } = {}) {
  const random = createRandom(seed);
  const [lists, segmentOf, customer]: [string[][], number[], number[]] = [[], [], []];
  for (let who = 0; who < customers; who++) {
    const segment = random.int(3) === 0 ? 0 : 1;
    const taste = tastes * (random.next() - 0.5);
    const baskets = 1 + random.poisson(5);
    for (let i = 0; i < baskets; i++) {
      const a = random.next() < 0.4 + 0.3 * taste;
      const b = random.next() < 0.3 + 0.5 * taste + (a && segment === 0 ? stronger : 0);
      lists.push([...(a ? ["a"] : []), ...(b ? ["b"] : []), "every"]);
      segmentOf.push(segment);
      customer.push(who);
    }
  }
  return {
    transactions: transactionsOf([["a", "b"], ...lists]),
    segmentOf: [-1, ...segmentOf],
    customer: [-1, ...customer],
  };
}

const names = ["inside", "rest"];

test("counts are those of reading every basket; baskets without a segment count nowhere", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { transactions, segmentOf, customer } = shop(seed, { customers: 20 });
      const { contrasts, tooFew } = contrastRules(transactions, asked, {
        segmentOf,
        names,
        customer,
        least: 1,
      });
      assert.equal(contrasts.length + tooFew, 2);
      for (const { segment, inside, rest, confidence, lift } of contrasts) {
        const s = names.indexOf(segment);
        const { starts, items } = transactions;
        const count = (own: boolean, ...wanted: number[]) =>
          segmentOf.filter((of, row) => {
            const held = items.subarray(starts[row], starts[row + 1]);
            return of >= 0 && (of === s) === own && wanted.every((item) => held.includes(item));
          }).length;
        const table = (own: boolean) => ({
          n: count(own),
          a: count(own, 0),
          b: count(own, 1),
          both: count(own, 0, 1),
        });
        assert.deepEqual([inside, rest], [table(true), table(false)]);
        assert.equal(confidence.inside, inside.both / inside.a);
        assert.equal(lift.rest, (rest.both * rest.n) / (rest.a * rest.b));
        assert.ok(confidence.ratio.low <= confidence.ratio.estimate);
        assert.ok(lift.difference.estimate <= lift.difference.high);
      }
    }),
    { numRuns: 60 },
  );
});

test("ratios and differences have the intervals of the bootstrap over customers", () => {
  const { transactions, segmentOf, customer } = shop(3, { stronger: 0.2 });
  const { starts, items, rows } = transactions;
  const customers = Math.max(...customer) + 1;
  const byCustomer = Array.from({ length: customers }, () => new Float64Array(8));
  for (let row = 1; row < rows; row++) {
    const held = items.subarray(starts[row], starts[row + 1]);
    const [a, b] = [held.includes(0), held.includes(1)];
    const sums = byCustomer[customer[row]!]!;
    [true, a, b, a && b].forEach((has, i) => {
      if (has) sums[4 * segmentOf[row]! + i]!++;
    });
  }
  const drawn = bootstrap(
    customers,
    (weights) => {
      const sum = new Float64Array(8);
      weights.forEach((times, who) => {
        for (let i = 0; i < 8; i++) sum[i]! += times * byCustomer[who]![i]!;
      });
      const [n, a, b, both, m, c, d, all] = sum as unknown as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const [one, other] = [(both * n) / (a * b), (all * m) / (c * d)];
      return [both / a / (all / c), both / a - all / c, one / other, one - other];
    },
    { resamples: 3000, seed: 5 },
  );
  const options = { segmentOf, names, customer };
  const found = contrastRules(transactions, asked, options).contrasts.find(
    ({ segment }) => segment === "inside",
  )!;
  const given = [
    found.confidence.ratio,
    found.confidence.difference,
    found.lift.ratio,
    found.lift.difference,
  ];
  given.forEach((interval, i) => {
    const other = drawn[i]!;
    assert.ok(Math.abs(interval.estimate - other.estimate) < 1e-12);
    const width = other.high - other.low;
    assert.ok(Math.abs(interval.low - other.low) < 0.1 * width, `${i}: ${interval.low}, ${other.low}`);
    assert.ok(Math.abs(interval.high - other.high) < 0.1 * width, `${i}: ${interval.high}, ${other.high}`);
  });
});

test("where segments do not differ, about 5 % of p values are below 5 %, over customers; over baskets many more", () => {
  let [over, byBaskets] = [0, 0];
  const runs = 400;
  for (let seed = 1; seed <= runs; seed++) {
    const { transactions, segmentOf, customer } = shop(seed, { customers: 120 });
    const p = (options: object) =>
      contrastRules(transactions, asked, { segmentOf, names, correction: "none", ...options }).contrasts[0]!
        .p;
    if (p({ customer }) < 0.05) over++;
    if (p({}) < 0.05) byBaskets++;
  }
  // 20 of 400; 8 to 37 is within four standard errors.
  assert.ok(over >= 8 && over <= 37, `${over} of ${runs}`);
  assert.ok(byBaskets > over, `${byBaskets} against ${over}`);
});

test("a rule that is stronger in a segment is found so, and p values are corrected for all comparisons", () => {
  const { transactions, segmentOf, customer } = shop(11, { customers: 500, stronger: 0.3 });
  for (const of of ["confidence", "lift"] as const) {
    const { contrasts } = contrastRules(transactions, asked, { segmentOf, names, customer, of });
    const inside = contrasts.find(({ segment }) => segment === "inside")!;
    assert.ok(inside[of].ratio.low > 1 && inside[of].difference.low > 0 && inside.adjustedP < 0.001);
    // Two segments without a third: each is the rest of the other.
    const rest = contrasts.find(({ segment }) => segment === "rest")!;
    assert.ok(Math.abs(rest[of].ratio.estimate * inside[of].ratio.estimate - 1) < 1e-12);
    assert.ok(Math.abs(rest.p - inside.p) <= 1e-6 * inside.p);
    assert.ok(Math.abs(inside.adjustedP - Math.min(1, 2 * inside.p)) <= 1e-6 * inside.adjustedP);
  }
});

test("customers may be in both parts, as in seasons: then only what changes within them counts", () => {
  const { transactions, customer } = shop(4, { customers: 300, tastes: 1.2 });
  const segmentOf = customer.map((_, row) => row % 2);
  const width = (options: object) => {
    const { contrasts } = contrastRules(transactions, asked, { segmentOf, names, ...options });
    return Math.log(contrasts[0]!.confidence.ratio.high / contrasts[0]!.confidence.ratio.low);
  };
  assert.ok(width({ customer }) < width({}));
});

test("a part in which the rule never holds has a ratio of 0 with an upper end", () => {
  const lists = Array.from({ length: 120 }, (_, i) =>
    i < 60 ? (i % 2 ? ["a"] : ["b"]) : i % 2 ? ["a", "b"] : ["a"],
  );
  const segmentOf = lists.map((_, i) => (i < 60 ? 0 : 1));
  const { contrasts } = contrastRules(transactionsOf(lists), asked, { segmentOf, names, correction: "none" });
  const [inside, rest] = names.map((name) => contrasts.find(({ segment }) => segment === name)!);
  assert.deepEqual([inside!.confidence.ratio.estimate, inside!.confidence.ratio.low], [0, 0]);
  assert.ok(inside!.confidence.ratio.high > 0 && inside!.confidence.ratio.high < 1 && inside!.p < 0.05);
  assert.equal(rest!.confidence.ratio.estimate, Infinity);
  assert.ok(rest!.confidence.ratio.low > 1 && rest!.confidence.ratio.high === Infinity);
});

test("comparisons of too few baskets are counted, not made; what does not fit is refused", () => {
  const { transactions, segmentOf, customer } = shop(2, { customers: 12 });
  const few = contrastRules(transactions, asked, { segmentOf, names, customer, least: 1000 });
  assert.deepEqual(few, { contrasts: [], tooFew: 2 });
  assert.throws(() => contrastRules(transactions, asked, { segmentOf: [0], names }), /1 segments/);
  const wrong = segmentOf.map(() => 7);
  assert.throws(
    () => contrastRules(transactions, asked, { segmentOf: wrong, names }),
    /Row 0 is in segment 7/,
  );
});
