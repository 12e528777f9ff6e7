import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { withReal } from "../../test/real-data";
import { frequentItemsets } from "./frequent-itemsets";
import { eachItemset, type Itemsets } from "./itemsets";
import { bruteForce, groceryBaskets, questBaskets } from "./testing";
import { transactionsOf } from "./transactions";

const told = (sets: Itemsets) =>
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

describe("Groceries", withReal("groceries/groceries.csv"), () => {
  const transactions = groceryBaskets();
  for (const [minSupport, size] of [
    [0.01, 333],
    [0.005, 1001],
    [0.001, 13_492],
  ] as const) {
    test(`has ${size} sets at a support of ${minSupport}`, async () => {
      const sets = await frequentItemsets(transactions, { minSupport });
      assert.equal(sets.size, size);
    });
  }
});

describe("T10I4D100K", withReal("fimi/T10I4D100K.dat"), () => {
  const transactions = questBaskets();
  for (const [minSupport, size] of [
    [0.01, 385],
    [0.005, 1073],
    [0.001, 27_532],
  ] as const) {
    test(`has ${size} sets at a support of ${minSupport}`, async () => {
      const sets = await frequentItemsets(transactions, { minSupport });
      assert.equal(sets.size, size);
    });
  }
});
