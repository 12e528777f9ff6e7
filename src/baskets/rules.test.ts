import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import fc from "fast-check";
import { withReal } from "../../test/real-data";
import { frequentItemsets } from "./frequent-itemsets";
import type { Itemsets } from "./itemsets";
import { ruleMeasures } from "./rule-measures";
import { type RuleOptions, rules } from "./rules";
import { groceryBaskets } from "./testing";
import { transactionsOf } from "./transactions";

const baskets = fc.array(fc.subarray(["a", "b", "c", "d", "e"]), { minLength: 3, maxLength: 30 });

/** All rules of baskets by trying every two sets of items that share none, as "a b > c", with their counts. */
function byTrying(lists: readonly (readonly string[])[], minCount: number, options: RuleOptions) {
  const labels = ["a", "b", "c", "d", "e"];
  const sets = Array.from({ length: 32 }, (_, mask) => labels.filter((_, i) => mask & (1 << i)));
  const count = (...items: readonly string[]) =>
    lists.filter((list) => items.every((item) => list.includes(item))).length;
  return sets.flatMap((left) =>
    sets.flatMap((right) => {
      if (left.length === 0 || right.length === 0 || right.length > (options.maxConsequent ?? 1)) return [];
      if (left.some((item) => right.includes(item))) return [];
      const [n, a, b, both] = [lists.length, count(...left), count(...right), count(...left, ...right)];
      if (both < minCount || both / a < options.minConfidence) return [];
      if ((both * n) / (a * b) < (options.minLift ?? 0)) return [];
      const general = sets.filter(
        (fewer) => fewer.length < left.length && fewer.every((item) => left.includes(item)),
      );
      const asStrong = general.some((fewer) => count(...fewer, ...right) / count(...fewer) >= both / a);
      if (options.redundant === "left out" && asStrong) return [];
      return [`${left.join(" ")} > ${right.join(" ")}: ${n} ${a} ${b} ${both}`];
    }),
  );
}

test("rules of random baskets are those that trying every two sets gives, redundant ones too", async () => {
  const cases = fc.record({
    minConfidence: fc.constantFrom(0, 0.3, 0.5, 2 / 3, 0.8, 1),
    minLift: fc.constantFrom(0, 1, 1.2),
    maxConsequent: fc.integer({ min: 1, max: 4 }),
    redundant: fc.constantFrom("kept" as const, "left out" as const),
  });
  await fc.assert(
    fc.asyncProperty(
      baskets.filter((lists) => lists.some((list) => list.length > 0)),
      fc.integer({ min: 1, max: 4 }),
      cases,
      async (lists, minCount, options) => {
        const sets = await frequentItemsets(transactionsOf(lists), { minCount, workers: 0 });
        const found = rules(sets, { ...options, top: Infinity });
        const written = found.rules.map(
          ({ antecedent, consequent, counts: { n, a, b, both } }) =>
            `${antecedent.join(" ")} > ${consequent.join(" ")}: ${n} ${a} ${b} ${both}`,
        );
        assert.deepEqual(written.sort(), byTrying(lists, minCount, options).sort());
        assert.equal(found.found, byTrying(lists, minCount, { ...options, redundant: "kept" }).length);
        assert.equal(found.leftOut.redundant, found.found - written.length);
      },
    ),
    { numRuns: 400 },
  );
});

test("neither the order of baskets nor that of items changes which rules stand where", async () => {
  await fc.assert(
    fc.asyncProperty(
      baskets,
      fc.constantFrom("lift", "confidence", "fisherGreaterP"),
      async (lists, rankBy) => {
        const given = async (of: readonly string[][]) => {
          const sets = await frequentItemsets(transactionsOf(of), { minCount: 1, workers: 0 });
          const { rules: ranked } = rules(sets, { minConfidence: 0.2, maxConsequent: 2, rankBy, top: 7 });
          return ranked.map(({ antecedent, consequent }) => [antecedent, consequent]);
        };
        assert.deepEqual(
          await given(lists.map((list) => list.toReversed()).toReversed()),
          await given(lists),
        );
      },
    ),
    { numRuns: 100 },
  );
});

test("the first rules are the same whether few, many or all are asked for", async () => {
  await fc.assert(
    fc.asyncProperty(
      baskets,
      fc.integer({ min: 0, max: 30 }),
      fc.constantFrom("lift", "conviction", "phi", "imbalanceRatio"),
      async (lists, top, rankBy) => {
        const sets = await frequentItemsets(transactionsOf(lists), { minCount: 1, workers: 0 });
        const ranked = (most: number) =>
          rules(sets, { minConfidence: 0, maxConsequent: 2, rankBy, top: most }).rules.map(
            ({ left, right }) => `${left} > ${right}`,
          );
        assert.deepEqual(ranked(top), ranked(Infinity).slice(0, top));
      },
    ),
    { numRuns: 100 },
  );
});

/** Baskets where a and b go together, c and d with nothing. */
const small = [
  ...Array.from({ length: 20 }, (_, i) => ["a", "b", ...(i % 2 ? ["c"] : []), ...(i % 3 ? ["d"] : [])]),
  ...Array.from({ length: 60 }, (_, i) => [...(i % 2 ? ["c"] : []), ...(i % 3 ? ["d"] : [])]),
];

test("rules stand by the measure asked for, at most as many as asked for, and the others are counted", async () => {
  const sets = await frequentItemsets(transactionsOf(small), { minCount: 5, workers: 0 });
  const all = rules(sets, { minConfidence: 0, top: Infinity });
  for (const rankBy of Object.keys(ruleMeasures) as (keyof typeof ruleMeasures)[]) {
    const found = rules(sets, { minConfidence: 0, rankBy, top: 5 });
    assert.equal(found.rules.length, 5);
    assert.equal(found.leftOut.beyondTop, all.rules.length - 5);
    const least = rankBy.endsWith("P") || rankBy === "imbalanceRatio";
    const values = all.rules.map((rule) => (least ? -rule[rankBy] : rule[rankBy]));
    const ranked = values.map((value) => (Number.isNaN(value) ? -Infinity : value)).sort((x, y) => y - x);
    found.rules.forEach((rule, i) => {
      assert.equal(least ? -rule[rankBy] : rule[rankBy], ranked[i], rankBy);
    });
  }
  assert.deepEqual(
    rules(sets, { minConfidence: 0, top: 2 }).rules.map(({ antecedent, consequent }) => [
      antecedent,
      consequent,
    ]),
    [
      [["a"], ["b"]],
      [["b"], ["a"]],
    ],
  );
});

test("a longer rule passes only if every item on its left adds something", async () => {
  const sets = await frequentItemsets(transactionsOf(small), { minCount: 5, workers: 0 });
  const found = rules(sets, { minConfidence: 0, significance: { correction: "holm" } });
  const written = found.rules.map((rule) => `${rule.antecedent.join(" ")} > ${rule.consequent}`);
  assert.deepEqual(written, ["a > b", "b > a"]);
  assert.equal(found.leftOut.notSignificant, found.found - 2);
  const [first] = found.rules;
  assert.ok(first!.p! < 1e-15 && first!.adjustedP! >= first!.p! && first!.p === first!.fisherGreaterP);
  // Each of the four lengths that could be has a quarter of the level: 4 × 3 rules of two items, 4 × 3 of three, 4 of four.
  assert.equal(found.searched, 12 + 12 + 4);
  assert.ok(Math.abs(first!.adjustedP! / (first!.p! * 12 * 3) - 1) < 1e-9);
});

test("rules of a search that ended early say so", async () => {
  const whole = await frequentItemsets(transactionsOf(small), { minCount: 5, workers: 0 });
  const part = await frequentItemsets(transactionsOf(small), { minCount: 5, maxSets: 5, workers: 0 });
  assert.equal(rules(whole, { minConfidence: 0 }).why, undefined);
  assert.match(rules(part, { minConfidence: 0 }).why ?? "", /ended at 5 frequent sets/);
});

test("an absent part of a set, and options out of range, are refused", async () => {
  const closed = await frequentItemsets(transactionsOf(small), { minCount: 5, kind: "closed", workers: 0 });
  assert.throws(() => rules(closed, { minConfidence: 0.5 }), /The itemsets lack \{/);
  const sets = await frequentItemsets(transactionsOf(small), { minCount: 5, workers: 0 });
  assert.throws(() => rules(sets, { minConfidence: 50 }), /Least confidence 50/);
  assert.throws(() => rules(sets, { minConfidence: 0, minLift: -1 }), /Least lift -1/);
  assert.throws(() => rules(sets, { minConfidence: 0, maxConsequent: 0 }), /0 items on the right/);
  assert.throws(() => rules(sets, { minConfidence: 0, top: -1 }), /At most -1 rules/);
  assert.throws(
    () => rules(sets, { minConfidence: 0, significance: { correction: "holm", level: 0 } }),
    /Level 0/,
  );
  assert.throws(
    () => rules(sets, { minConfidence: 0, rankBy: "toString" as "lift" }),
    /There is no measure "toString"/,
  );
});

describe("rules of Groceries", withReal("groceries/groceries.csv"), () => {
  let half: Itemsets;
  let tenth: Itemsets;
  before(async () => {
    half = await frequentItemsets(groceryBaskets(), { minSupport: 0.005, workers: 0 });
    tenth = await frequentItemsets(groceryBaskets(), { minSupport: 0.001, workers: 0 });
  });

  test("are as many as arules finds", () => {
    assert.equal(rules(half, { minConfidence: 0.5 }).found, 120);
    assert.equal(rules(tenth, { minConfidence: 0.8 }).found, 410);
    assert.equal(rules(tenth, { minConfidence: 0.5, top: 10 }).found, 5668);
  });

  test("are one fewer without the redundant, and many fewer after the correction", () => {
    const distinct = rules(half, { minConfidence: 0.5, redundant: "left out" });
    assert.equal(distinct.leftOut.redundant, 1);
    const sure = (correction: "holm" | "bonferroni" | "benjamini-hochberg") =>
      rules(half, { minConfidence: 0.5, significance: { correction } }).rules;
    const [bonferroni, holm, bh] = [sure("bonferroni"), sure("holm"), sure("benjamini-hochberg")];
    assert.ok(bonferroni.length <= holm.length && holm.length <= bh.length && bh.length < 120);
    assert.deepEqual([holm[0]?.antecedent, holm[0]?.consequent], [["baking powder"], ["whole milk"]]);
  });
});
