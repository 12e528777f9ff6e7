import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { groupedMatrix } from "./grouped-matrix";

const rules = [1, 2, 3, 4].flatMap((from) =>
  [1, 2].map((to) => {
    const support = 0.01 * from;
    return {
      antecedent: [`a${from}`],
      consequent: [`b${to}`],
      support,
      confidence: 0.5,
      lift: from * 3 + to,
    };
  }),
);
const radii = (svg: string) =>
  [...parseHTML(svg).document.querySelectorAll("circle")].map((circle) => Number(circle.getAttribute("r")));

test("the areas of circles are in proportion to support", () => {
  const { wide, data } = groupedMatrix(rules, { title: "t" });
  const supports = data.rows.map((row) => Number(row[4]));
  const found = radii(wide);
  assert.equal(found.length, 8);
  const most = supports.indexOf(Math.max(...supports));
  for (const [i, r] of found.entries()) {
    assert.ok(Math.abs(r ** 2 / found[most]! ** 2 - supports[i]! / supports[most]!) < 0.02);
  }
});

test("what is left out is said at both widths, and what is shown in the alternative text", () => {
  const { wide, narrow, alt } = groupedMatrix(rules, { title: "t", rows: 1, groups: 2 });
  for (const svg of [wide, narrow]) assert.match(svg, /4 further rules to or from other items left out/);
  assert.match(alt, /^4 rules from 2 groups of left sides to 1 right side\. Greatest median lift: /);
});

test("groups and rows are whole numbers from 1", () => {
  assert.throws(() => groupedMatrix(rules, { title: "t", groups: 0 }), /groups is 0/);
  assert.throws(() => groupedMatrix(rules, { title: "t", rows: 1.5 }), /rows is 1.5/);
});
