import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { frequentItemsets } from "./frequent-itemsets";
import { eachItemset, indexOfItemset, itemsetAt, itemsOf } from "./itemsets";
import { transactionsOf } from "./transactions";

const market = transactionsOf([
  ["bread", "milk"],
  ["bread", "diapers", "beer", "eggs"],
  ["milk", "diapers", "beer", "cola"],
  ["bread", "milk", "diapers", "beer"],
  ["bread", "milk", "diapers", "cola"],
]);

// The baskets and counts of Tan, Steinbach & Kumar, "Introduction to Data Mining", table 6.1.
test("the sets of a textbook's market, the shorter first, then by item number", async () => {
  const sets = await frequentItemsets(market, { minSupport: 0.6 });
  assert.equal(sets.minCount, 3);
  assert.deepEqual(
    Array.from(eachItemset(sets), ({ items, count, support }) => [items.join(" "), count, support]),
    [
      ["beer", 3, 0.6],
      ["bread", 4, 0.8],
      ["diapers", 4, 0.8],
      ["milk", 4, 0.8],
      ["beer diapers", 3, 0.6],
      ["bread diapers", 3, 0.6],
      ["bread milk", 3, 0.6],
      ["diapers milk", 3, 0.6],
    ],
  );
});

test("each set is found at its place, and others nowhere", async () => {
  const label = fc.constantFrom(..."abcdefgh");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(label), { minLength: 1, maxLength: 12 }), async (lists) => {
      const sets = await frequentItemsets(transactionsOf(lists), { minCount: 2, workers: 0 });
      const known = new Set<string>();
      for (let i = 0; i < sets.size; i++) {
        assert.equal(indexOfItemset(sets, itemsOf(sets, i)), i);
        known.add(itemsOf(sets, i).join());
      }
      for (let mask = 0; mask < 256; mask++) {
        const items = [...Array(8).keys()].filter((item) => mask & (1 << item));
        assert.equal(indexOfItemset(sets, items) >= 0, known.has(items.join()));
      }
    }),
  );
});

test("a set that is not there is refused", async () => {
  const sets = await frequentItemsets(market, { minSupport: 0.6 });
  for (const index of [-1, 8, 0.5]) assert.throws(() => itemsOf(sets, index), /There is no set/);
  assert.throws(() => itemsetAt(sets, 8), /There is no set 8; there are 8, counted from 0/);
});
