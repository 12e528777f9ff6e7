import assert from "node:assert/strict";
import { test } from "node:test";
import { type RuleRow, ruleName, strongest, toRules } from "./rule-rows";

const rule = (from: string, to: string, confidence: number, lift: number): RuleRow => {
  return { antecedent: [...from], consequent: [...to], support: 0.1, confidence, lift };
};

test("a rule is named by its sides", () => {
  assert.equal(ruleName(rule("ab", "c", 0.5, 2)), "a + b → c");
  assert.deepEqual(
    toRules([rule("ab", "c", 0.5, 2)]).map(({ left, right }) => [left, right]),
    [["a + b", "c"]],
  );
});

test("of rules with the same items the most confident one stands for all, strongest first", () => {
  // The lifts of the first three differ by rounding alone.
  const rules = [
    rule("ab", "c", 0.5, 3),
    rule("c", "ab", 0.9, 3 - 4e-16),
    rule("bc", "a", 0.2, 3),
    rule("a", "d", 1, 2),
  ];
  assert.deepEqual(strongest(rules, 5).map(ruleName), ["c → a + b", "a → d"]);
  assert.deepEqual(strongest(rules, 1).map(ruleName), ["c → a + b"]);
});

test("a rule without a side, or with a measure out of range, is refused by its place", () => {
  const fine = rule("a", "b", 0.5, 2);
  const wrong = (bad: RuleRow, message: RegExp) => assert.throws(() => toRules([fine, bad]), message);
  wrong(rule("", "b", 0.5, 2), /Rule 2 has no left side/);
  wrong({ ...fine, support: 0 }, /Rule 2 \(a → b\): a support of 0 is none/);
  wrong({ ...fine, confidence: 1.2 }, /a confidence of 1.2/);
  wrong({ ...fine, lift: Number.NaN }, /a lift of NaN/);
});
