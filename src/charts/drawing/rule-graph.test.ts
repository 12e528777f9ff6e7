import assert from "node:assert/strict";
import { test } from "node:test";
import { networkOf } from "./rule-graph";
import { type RuleRow, toRules } from "./rule-rows";

const rule = (from: string, to: string, support: number, confidence: number, lift: number): RuleRow => {
  return { antecedent: [...from], consequent: [...to], support, confidence, lift };
};

test("a rule of two items is one arrow, one of three meets in a joint", () => {
  const rules = toRules([
    rule("a", "b", 0.1, 0.5, 2),
    rule("ab", "c", 0.05, 0.5, 2),
    rule("d", "e", 0.1, 0.5, 2),
  ]);
  const { items, joints, arrows, parts } = networkOf(rules);
  assert.deepEqual(
    items.map(({ name }) => name),
    ["a", "b", "c", "d", "e"],
  );
  assert.deepEqual(joints, [rules[1]]);
  assert.deepEqual(
    arrows.map(({ from, to }) => [from, to]),
    [
      [0, 1],
      [0, 5],
      [1, 5],
      [5, 2],
      [3, 4],
    ],
  );
  assert.equal(parts, 2);
});

test("how many baskets hold an item follows from the rules in which it stands alone", () => {
  // Of 100 baskets 40 hold a, 30 b, 20 both: support .2, confidence .5, lift .5 / .3.
  const [drawn, known] = [
    toRules([rule("a", "bc", 0.1, 0.25, 2)]),
    toRules([rule("a", "b", 0.2, 0.5, 0.5 / 0.3)]),
  ];
  const shares = networkOf(drawn, known).items.map(({ share }) => Number(share.toFixed(10)));
  // Nothing tells of c but that the rule's own baskets hold it.
  assert.deepEqual(shares, [0.4, 0.3, 0.1]);
});
