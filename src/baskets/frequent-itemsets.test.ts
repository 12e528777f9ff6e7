import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { withReal } from "../../test/real-data";
import { createRandom } from "../stats/random";
import { frequentItemsets, type ItemsetOptions } from "./frequent-itemsets";
import { eachItemset, type Itemsets, indexOfItemset, itemsetAt, itemsOf } from "./itemsets";
import { bruteForce, groceryBaskets, questBaskets } from "./testing";
import { transactionsOf } from "./transactions";

const told = (sets: Itemsets): [set: string, count: number][] =>
  Array.from(eachItemset(sets), ({ items, count }) => [items.join(" "), count]);

/** A few baskets of a few items, sparse or dense. */
const someBaskets = fc
  .integer({ min: 1, max: 7 })
  .chain((labels) =>
    fc.array(fc.subarray(["a", "b", "c", "d", "e", "f", "g"].slice(0, labels)), { maxLength: 14 }),
  );

test("all, closed and maximal sets are those of trying every set", async () => {
  await fc.assert(
    fc.asyncProperty(
      someBaskets,
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom("all" as const, "closed" as const, "maximal" as const),
      fc.constantFrom(1, 2, 3, Infinity),
      async (lists, minCount, kind, maxLength) => {
        const sets = await frequentItemsets(transactionsOf(lists), { minCount, kind, maxLength, workers: 0 });
        assert.deepEqual(told(sets), bruteForce(lists, minCount, kind, maxLength));
        assert.equal(sets.complete, true);
      },
    ),
    { numRuns: 4000 },
  );
});

/** Frequent sets by joining the sets of one item less, each counted by going through all baskets. */
function levelByLevel(
  lists: readonly (readonly string[])[],
  minCount: number,
): [set: string, count: number][] {
  const baskets = lists.map((list) => new Set(list));
  const labels = [...new Set(lists.flat())].sort();
  const found: [string, number][] = [];
  let level: string[][] = [[]];
  while (level.length > 0) {
    const next: string[][] = [];
    for (const set of level) {
      const holders = baskets.filter((basket) => set.every((item) => basket.has(item)));
      for (const item of labels) {
        if (set.length > 0 && item <= (set.at(-1) as string)) continue;
        const count = holders.filter((basket) => basket.has(item)).length;
        if (count < minCount) continue;
        next.push([...set, item]);
        found.push([[...set, item].join(" "), count]);
      }
    }
    level = next;
  }
  return found;
}

/** Baskets in which each item is with its own chance; the same seed gives the same baskets. */
function drawnBaskets(seed: number, rows: number, chances: readonly number[]): string[][] {
  const random = createRandom(seed);
  const label = (i: number) => String.fromCodePoint(0x4e00 + i);
  return Array.from({ length: rows }, () =>
    chances.flatMap((chance, i) => (random.next() < chance ? [label(i)] : [])),
  );
}

test("larger collections, sparse, mixed and dense, have the sets that are found level by level", async () => {
  const mixed = Array.from({ length: 60 }, (_, i) => 0.6 / (1 + i / 4));
  for (const [rows, chances, minCount] of [
    [600, new Array(50).fill(0.06), 4],
    [600, mixed, 8],
    [200, new Array(12).fill(0.7), 30],
    [70, [...new Array(9).fill(0.9), ...new Array(40).fill(0.1)], 7],
  ] as const) {
    const lists = drawnBaskets(rows, rows, chances);
    const sets = await frequentItemsets(transactionsOf(lists), { minCount, workers: 0 });
    const expected = levelByLevel(lists, minCount);
    assert.ok(expected.length > 200, `${expected.length}`);
    assert.deepEqual(told(sets), expected);
  }
});

test("more items than 16 bits can number are told apart", async () => {
  const singles = Array.from({ length: 66_000 }, (_, i) => [`${i}`]);
  const pair = ["65999", "7"];
  const sets = await frequentItemsets(transactionsOf([...singles, pair, [...pair, "65998"]]), {
    minCount: 1,
  });
  assert.equal(sets.size, 66_000 + 3 + 1);
  assert.deepEqual(itemsetAt(sets, sets.size - 1), {
    items: ["65998", "65999", "7"],
    count: 1,
    support: 1 / 66_002,
  });
});

test("a set is in no more baskets than any of its parts, which are all given", async () => {
  const lists = drawnBaskets(3, 500, new Array(14).fill(0.3));
  const sets = await frequentItemsets(transactionsOf(lists), { minSupport: 0.02 });
  for (let i = 0; i < sets.size; i++) {
    const items = itemsOf(sets, i);
    for (let left = 0; items.length > 1 && left < items.length; left++) {
      const part = indexOfItemset(
        sets,
        items.filter((_, at) => at !== left),
      );
      assert.ok(part >= 0 && sets.counts[part]! >= sets.counts[i]!);
    }
  }
});

test("neither the order of baskets nor that of items in them changes anything", async () => {
  await fc.assert(
    fc.asyncProperty(
      someBaskets.chain((lists) =>
        fc.tuple(fc.constant(lists), fc.shuffledSubarray(lists, { minLength: lists.length })),
      ),
      async ([lists, moved]) => {
        const options = { minCount: 2, workers: 0 };
        const turned = moved.map((list) => [...list].reverse());
        assert.deepEqual(
          await frequentItemsets(transactionsOf(turned), options),
          await frequentItemsets(transactionsOf(lists), options),
        );
      },
    ),
  );
});

test("other names give the same counts", async () => {
  const lists = drawnBaskets(4, 300, new Array(12).fill(0.3));
  const renamed = lists.map((list) => list.map((label) => `${0xffff - label.charCodeAt(0)}`));
  const counts = async (rows: string[][]) =>
    [...(await frequentItemsets(transactionsOf(rows), { minCount: 5 })).counts].sort((a, b) => a - b);
  assert.deepEqual(await counts(renamed), await counts(lists));
});

test("a search that ends at maxSets says so, and holds with each set all its parts", async () => {
  const lists = drawnBaskets(5, 400, new Array(16).fill(0.35));
  const transactions = transactionsOf(lists);
  const all = await frequentItemsets(transactions, { minCount: 8 });
  const known = new Map(told(all));
  for (const maxSets of [1, 2, 50, all.size - 1]) {
    const some = await frequentItemsets(transactions, { minCount: 8, maxSets });
    assert.equal(some.size, maxSets);
    assert.equal(some.complete, false);
    assert.match(some.why ?? "", new RegExp(`ended at ${maxSets} frequent sets`));
    for (const [set, count] of told(some)) assert.equal(count, known.get(set));
    for (let i = 0; i < some.size; i++) {
      const items = itemsOf(some, i);
      for (let left = 0; items.length > 1 && left < items.length; left++) {
        assert.ok(
          indexOfItemset(
            some,
            items.filter((_, at) => at !== left),
          ) >= 0,
        );
      }
    }
  }
  const closed = await frequentItemsets(transactions, { minCount: 8, maxSets: 50, kind: "closed" });
  assert.equal(closed.complete, false);
  assert.match(closed.why ?? "", /ended at 50 frequent sets .* may not be closed/);
  const enough = await frequentItemsets(transactions, { minCount: 8, maxSets: all.size });
  assert.deepEqual(enough, all);
  assert.equal(enough.why, undefined);
});

test("baskets without items, or none at all, have no sets", async () => {
  for (const lists of [[], [[], []]]) {
    const sets = await frequentItemsets(transactionsOf(lists), { minSupport: 0.5 });
    assert.deepEqual([sets.size, sets.complete, [...sets.starts]], [0, true, [0]]);
  }
});

test("options that make no sense are refused, saying what to take", async () => {
  const refused = (options: object, words: RegExp) =>
    assert.rejects(frequentItemsets(transactionsOf([["a"]]), options), words);
  await refused({}, /either minSupport .* or minCount/);
  await refused({ minSupport: 0.1, minCount: 1 }, /either minSupport .* or minCount/);
  await refused({ minCount: 0 }, /minCount is 0; take a whole number from 1 up/);
  await refused({ minCount: Infinity }, /minCount is Infinity/);
  await refused({ minCount: 1.5 }, /minCount is 1.5/);
  await refused({ minSupport: 2 }, /minSupport is 2/);
  await refused({ minCount: 1, maxLength: 0 }, /maxLength is 0/);
  await refused({ minCount: 1, maxSets: Number.NaN }, /maxSets is NaN/);
  await refused({ minCount: 1, workers: -1 }, /workers is -1; take a whole number from 0 up/);
  await refused({ minCount: 1, kind: "some" }, /kind is "some"/);
});

// pyfim 6.28: [len(fim.eclat(rows, target=t, supp=-minCount, zmin=1)) for t in "scm"], the same with zmax=2, and of all
// sets of the least support the sums of the counts and of length × count.
const elsewhere = [
  {
    file: "groceries/groceries.csv",
    read: groceryBaskets,
    sizes: [
      [0.01, 333, 333, 243, 301, 211],
      [0.005, 1001, 1001, 708, 725, 463],
      [0.001, 13_492, 13_464, 7794, 3136, 1177],
    ],
    sums: [339_547, 871_161],
  },
  {
    file: "fimi/T10I4D100K.dat",
    read: questBaskets,
    sizes: [
      [0.01, 385, 385, 370, 384, 369],
      [0.005, 1073, 1073, 585, 911, 545],
      [0.001, 27_532, 26_806, 4054, 9609, 2910],
    ],
    sums: [6_659_711, 19_826_679],
  },
] as const;

for (const { file, read, sizes, sums } of elsewhere) {
  describe(`the sets of ${file}`, withReal(file), () => {
    const transactions = read();
    for (const [minSupport, all, closed, maximal, closedPairs, maximalPairs] of sizes) {
      test(`are as many at a support of ${minSupport} as elsewhere`, async () => {
        const size = async (options: Partial<ItemsetOptions>) =>
          (await frequentItemsets(transactions, { minSupport, ...options })).size;
        assert.equal(await size({ workers: 0 }), all);
        assert.equal(await size({}), all);
        assert.equal(await size({ kind: "closed" }), closed);
        assert.equal(await size({ kind: "maximal" }), maximal);
        assert.equal(await size({ kind: "closed", maxLength: 2 }), closedPairs);
        assert.equal(await size({ kind: "maximal", maxLength: 2 }), maximalPairs);
      });
    }
    test("have the counts they have elsewhere", async () => {
      const sets = await frequentItemsets(transactions, { minSupport: 0.001 });
      const lengths = sets.counts.map((count, i) => count * itemsOf(sets, i).length);
      const sum = (numbers: Uint32Array) => numbers.reduce((total, n) => total + n, 0);
      assert.deepEqual([sum(sets.counts), sum(lengths)], sums);
    });
  });
}
