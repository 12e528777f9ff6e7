import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { itemFamilies } from "./families";

const rule = (antecedent: string, consequent: string, lift = 2) => ({
  antecedent: antecedent.split("+"),
  consequent: consequent.split("+"),
  lift,
});

test("items that rules join are one family, however long the way between them", () => {
  const found = itemFamilies([
    rule("LUNCH BAG RED", "LUNCH BAG BLUE", 5),
    rule("TEACUP PINK", "TEACUP GREEN", 20),
    rule("LUNCH BAG BLUE", "LUNCH BAG PINK+LUNCH BOX", 7),
    rule("LUNCH BAG BLUE", "LUNCH BAG RED", 6),
  ]);
  assert.deepEqual(found, [
    {
      items: ["LUNCH BAG BLUE", "LUNCH BAG RED", "LUNCH BAG PINK", "LUNCH BOX"],
      words: ["LUNCH", "BAG"],
      rules: 3,
      lift: [5, 7],
    },
    { items: ["TEACUP GREEN", "TEACUP PINK"], words: ["TEACUP"], rules: 1, lift: [20, 20] },
  ]);
  assert.deepEqual(itemFamilies([]), []);
});

test("families part the items: no rule crosses two, and within one a way leads from each item to each", () => {
  const item = fc.constantFrom(..."abcdefghij");
  fc.assert(
    fc.property(fc.array(fc.tuple(item, item), { maxLength: 12 }), (pairs) => {
      const rules = pairs.filter(([a, b]) => a !== b).map(([a, b]) => rule(a, b));
      const found = itemFamilies(rules);
      const items = found.flatMap((family) => family.items);
      assert.equal(new Set(items).size, items.length);
      assert.deepEqual(
        [...items].sort(),
        [...new Set(rules.flatMap((of) => [...of.antecedent, ...of.consequent]))].sort(),
      );
      assert.equal(
        found.reduce((sum, family) => sum + family.rules, 0),
        rules.length,
      );
      for (const family of found) {
        // Walks from the first item along rules until nothing new is met.
        const met = new Set([family.items[0]!]);
        for (let before = 0; before !== met.size; ) {
          before = met.size;
          for (const { antecedent, consequent } of rules) {
            const all = [...antecedent, ...consequent];
            if (all.some((one) => met.has(one))) for (const one of all) met.add(one);
          }
        }
        assert.deepEqual([...met].sort(), [...family.items].sort());
      }
    }),
    { numRuns: 300 },
  );
});

test("neither the order of rules nor names of object members change the families", () => {
  const rules = [rule("__proto__", "constructor"), rule("b", "a"), rule("c", "b"), rule("x", "y")];
  assert.deepEqual(itemFamilies(rules.toReversed()), itemFamilies(rules));
  assert.deepEqual(itemFamilies(rules)[1]!.items, ["__proto__", "constructor"]);
});
