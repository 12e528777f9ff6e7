import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { FoundSets } from "./found-sets";
import { pick, sortSets } from "./sort-sets";

const NAMES = 12;
const someSets = fc.uniqueArray(fc.subarray([...Array(NAMES).keys()], { minLength: 1 }), {
  selector: (set) => set.join(),
  maxLength: 600,
});
const gathered = (sets: readonly number[][]) => {
  const found = new FoundSets();
  for (const [i, set] of sets.entries()) found.add(Uint32Array.from(set), set.length, i + 1);
  return found.lists();
};
const spread = ({ size, starts, items, counts }: ReturnType<typeof gathered>) =>
  Array.from({ length: size }, (_, i) => ({
    items: [...items.subarray(starts[i], starts[i + 1])],
    count: counts[i],
  }));

test("sets stand by length, then by item numbers, each with its count", () => {
  fc.assert(
    fc.property(
      someSets,
      fc.shuffledSubarray([...Array(NAMES).keys()], { minLength: NAMES }),
      (sets, itemOf) => {
        const expected = sets
          .map((set, i) => ({ items: set.map((rank) => itemOf[rank]!).sort((a, b) => a - b), count: i + 1 }))
          .sort((a, b) => {
            const at = a.items.findIndex((item, i) => item !== b.items[i]);
            return a.items.length - b.items.length || a.items[at]! - b.items[at]!;
          });
        assert.deepEqual(spread(sortSets(gathered(sets), Uint32Array.from(itemOf), NAMES)), expected);
      },
    ),
  );
});

test("sets are picked in the order of their places", () => {
  const sets = gathered([[1], [2, 3, 4], [5, 6]]);
  assert.deepEqual(spread(pick(sets, Uint32Array.of(2, 0))), [
    { items: [5, 6], count: 3 },
    { items: [1], count: 1 },
  ]);
  assert.deepEqual(spread(pick(sets, new Uint32Array(0))), []);
});

test("found sets outgrow their first arrays", () => {
  const sets = Array.from({ length: 1000 }, (_, i) => Array.from({ length: 1 + (i % 90) }, (_, j) => i + j));
  assert.deepEqual(
    spread(gathered(sets)),
    sets.map((items, i) => ({ items, count: i + 1 })),
  );
});
