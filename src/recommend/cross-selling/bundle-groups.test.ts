import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { bundleGroups } from "./bundle-groups";

const pair = (names: string) => ({ items: [names[0]!, names[1]!] as const });

test("pairs that share a product are one group, also where a later pair joins two", () => {
  const groups = bundleGroups(["ba", "dc", "xy", "bc"].map(pair));
  assert.deepEqual(
    groups.map(({ items, pairs }) => [items.join(""), pairs.map((one) => one.items.join("")).join(" ")]),
    [
      ["abcd", "ba dc bc"],
      ["xy", "xy"],
    ],
  );
  assert.deepEqual(bundleGroups([]), []);
});

test("groups part the pairs and their products, whatever the order of the pairs", () => {
  const pairs = fc.uniqueArray(
    fc
      .uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 2, maxLength: 2 })
      .map((two) => two.sort().join("")),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(pairs, (names) => {
      const sets = (list: readonly string[]) =>
        bundleGroups(list.map(pair)).map(({ items }) => items.join(""));
      const found = sets(names);
      assert.equal(new Set(found.join("")).size, found.join("").length);
      for (const name of names)
        assert.equal(found.filter((set) => set.includes(name[0]!) && set.includes(name[1]!)).length, 1);
      assert.deepEqual(sets([...names].reverse()).toSorted(), found.toSorted());
    }),
    { numRuns: 200 },
  );
});
