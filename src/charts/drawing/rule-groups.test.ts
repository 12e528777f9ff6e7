import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupRules } from "./rule-groups";
import { type RuleRow, ruleName, toRules } from "./rule-rows";

const rule = (from: string, to: string, lift: number, support = 0.1): RuleRow => {
  return { antecedent: from.split("+"), consequent: [to], support, confidence: 0.5, lift };
};

// Two families: teacups lead to saucers, bags to boxes; a third left side leads to both but weakly.
const planted = [
  rule("pink", "saucer", 20, 0.02),
  rule("green", "saucer", 22, 0.03),
  rule("pink+green", "saucer", 24, 0.01),
  rule("pink", "plate", 11),
  rule("green", "plate", 12),
  rule("pink+green", "plate", 13),
  rule("red bag", "box", 9),
  rule("blue bag", "box", 8),
  rule("paper", "box", 1.1),
  rule("paper", "plate", 1.1),
];

test("left sides that lead to the same right sides are one group", () => {
  const { groups, rows, cells, leftOut } = groupRules(toRules(planted), 3, 10);
  assert.deepEqual(rows, ["saucer", "plate", "box"]);
  assert.deepEqual(
    groups.map(({ name, left, rules }) => [name, left.length, rules]),
    [
      ["green, pink", 3, 6],
      ["paper", 1, 2],
      ["red bag, blue bag", 2, 2],
    ],
  );
  assert.deepEqual(cells[0], { group: 0, row: 0, rules: 3, support: 0.02, lift: 22 });
  assert.equal(leftOut, 0);
});

test("left sides to one right side are told apart by lift, and cells show medians", () => {
  const rules = [
    rule("a", "x", 20, 0.5),
    rule("b", "x", 10, 0.01),
    rule("c", "x", 1.2, 0.5),
    rule("d", "x", 1.1, 0.01),
  ];
  const { groups, cells } = groupRules(toRules(rules), 2, 10);
  assert.deepEqual(
    groups.map(({ left }) => left),
    [
      ["a", "b"],
      ["c", "d"],
    ],
  );
  assert.equal(cells[0]?.lift, 15);
  assert.equal(cells[0]?.support, 0.255);
});

test("what has no place in the matrix is counted", () => {
  const { rows, cells, leftOut } = groupRules(toRules(planted), 10, 1);
  // Four rules lead to a plate, three each to a saucer and a box.
  assert.deepEqual(rows, ["plate"]);
  assert.equal(leftOut, 6);
  assert.equal(cells.length, 4);
  assert.equal(groupRules(toRules(planted), 1, 10).groups.length, 1);
});

test("only the left sides of the greatest lift are clustered, and the others' rules are counted", () => {
  const many = Array.from({ length: 230 }, (_v, i) => rule(`a${i}`, `b${i % 3}`, 1 + i));
  const { groups, leftOut } = groupRules(toRules(many), 5, 10);
  assert.equal(leftOut, 30);
  assert.equal(
    groups.reduce((sum, { rules }) => sum + rules, 0),
    200,
  );
});

test("every rule stands in one cell or is left out, and the order of the rules does not matter", () => {
  const name = fc.constantFrom("a", "b", "c", "d", "e", "f+g");
  const pairs = fc.uniqueArray(fc.tuple(name, name, fc.integer({ min: 1, max: 40 })), {
    selector: ([from, to]) => `${from}>${to}`,
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (drawn, k, most) => {
      const rules = toRules(drawn.map(([from, to, lift]) => rule(from, to, lift / 4)));
      const found = groupRules(rules, k, most);
      const placed = found.cells.reduce((sum, cell) => sum + cell.rules, 0);
      assert.equal(placed + found.leftOut, rules.length);
      assert.ok(found.groups.length <= k && found.rows.length <= most);
      const sorted = [...rules].sort((a, b) => (ruleName(a) < ruleName(b) ? -1 : 1));
      assert.deepEqual(groupRules(sorted, k, most), found);
    }),
    { seed: 1, numRuns: 200 },
  );
});
