import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createRandom } from "../../stats/random";
import { sampledBaskets, sampledRule } from "./line-sampling";

/** Orders of ten different products out of thirty, three of them always together. */
function orders(seed: number, many: number) {
  const random = createRandom(seed);
  const [baskets, items]: [string[], string[]] = [[], []];
  for (let order = 0; order < many; order++) {
    const drawn = new Set(["p0", "p1", "p2"]);
    while (drawn.size < 10) drawn.add(`p${random.int(30)}`);
    for (const item of drawn) {
      baskets.push(`o${order}`);
      items.push(item);
    }
  }
  return { baskets, items };
}

test("where each line is another item, pairs fall by the square of the share of lines", async () => {
  const { baskets, items } = orders(1, 2000);
  const seeds = [1, 2, 3];
  const found = await sampledBaskets(baskets, items, { sizes: [4000, 20_000], seeds, minSupport: 0.02 });
  assert.equal(found.length, 6);
  for (const { lines, share, seed, pairs, meanSize, baskets: left, rules } of found) {
    const about = `share ${share}, seed ${seed}`;
    if (lines === 20_000) {
      // All lines: 2,000 orders of 45 pairs; every two of the 30 products are often enough together.
      assert.deepEqual([pairs, meanSize, left, rules], [90_000, 10, 2000, 870], about);
      continue;
    }
    // A given pair survives with probability 4,000 · 3,999 / (20,000 · 19,999); the spread is far below 5 %.
    const expected = (90_000 * 4000 * 3999) / (20_000 * 19_999);
    assert.ok(Math.abs(pairs / expected - 1) < 0.05, `${about}: ${pairs} of ${expected}`);
    assert.ok(meanSize < 3 && rules < 50, about);
  }
  assert.deepEqual(
    await sampledBaskets(baskets, items, { sizes: [4000], seeds: [1], minSupport: 0.02 }),
    found.slice(0, 1),
  );
});

test("a rule is counted as in the baskets made of the same lines; all lines give the whole", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 60 }), (seed, size) => {
      const { baskets, items } = orders(seed, 6);
      const rule = { antecedent: ["p0", "p1"], consequent: ["p2"] };
      const [some] = sampledRule(baskets, items, rule, { size, seeds: [seed] });
      const [whole] = sampledRule(baskets, items, rule, { size: 60, seeds: [seed] });
      assert.deepEqual(whole, { n: 6, a: 6, b: 6, both: 6 });
      assert.ok(some!.both <= Math.min(some!.a, some!.b) && some!.n <= Math.min(6, size));
      assert.ok(some!.a + some!.b - some!.both <= some!.n);
    }),
    { numRuns: 200 },
  );
});

test("over many seeds, a pair is found together as often as chance has it", () => {
  const { baskets, items } = orders(4, 40);
  const rule = { antecedent: ["p0"], consequent: ["p1"] };
  const seeds = Array.from({ length: 400 }, (_, i) => i + 1);
  const drawn = sampledRule(baskets, items, rule, { size: 200, seeds });
  const mean = (of: (counts: (typeof drawn)[number]) => number) =>
    drawn.reduce((sum, counts) => sum + of(counts), 0) / drawn.length;
  // Half of the lines: half of p0, and a quarter of the pairs (400 draws: standard error 0.15 and 0.13 orders).
  assert.ok(Math.abs(mean(({ a }) => a) - 20) < 0.6);
  assert.ok(Math.abs(mean(({ both }) => both) - (40 * 200 * 199) / (400 * 399)) < 0.6);
});

test("what does not fit is refused", async () => {
  const { baskets, items } = orders(1, 2);
  const rule = { antecedent: ["p0"], consequent: ["rum"] };
  assert.throws(
    () => sampledRule(baskets, items, rule, { size: 5, seeds: [1] }),
    /No line has the item "rum"/,
  );
  assert.throws(
    () => sampledRule(baskets, items, { antecedent: ["p0"], consequent: ["p0"] }, { size: 5, seeds: [1] }),
    /each once/,
  );
  assert.throws(() => sampledRule(baskets, ["p0"], rule, { size: 1, seeds: [1] }), /20 baskets and 1 items/);
  await assert.rejects(
    sampledBaskets(baskets, items.slice(1), { sizes: [10], seeds: [1], minSupport: 0.1 }),
    /20 baskets and 19 items/,
  );
  await assert.rejects(
    sampledBaskets(baskets, items, { sizes: [21], seeds: [1], minSupport: 0.1 }),
    /A sample of 21 of 20 lines/,
  );
});
