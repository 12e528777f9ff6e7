import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { ruleScatter } from "./rule-scatter";

const rules = Array.from({ length: 1500 }, (_v, i) => ({
  antecedent: [`a${i}`],
  consequent: ["b"],
  support: 0.01 + i / 1e5,
  confidence: 0.1 + (i % 7) / 10,
  lift: 1 + i / 100,
}));
const draw = (n: number, label?: number) =>
  ruleScatter(rules.slice(0, n), { title: "t", ...(label !== undefined && { label }) });
/** How many circles the paths of a drawing hold. */
const circles = (svg: string) => svg.match(/a4,4,0,1,1,8,0/g)?.length ?? 0;

test("up to a thousand rules are drawn one by one, more are counted, and the chart says so", () => {
  const [all, counted] = [draw(1000), draw(1001)];
  assert.equal(circles(all.wide), 1000);
  assert.equal(all.data.rows.length, 1000);
  assert.equal(circles(counted.wide), 0);
  assert.match(counted.wide, /1,001 rules, counted in cells/);
  assert.doesNotMatch(all.wide, /counted in cells/);
  const place = counted.data.columns.indexOf("Rules");
  assert.equal(
    counted.data.rows.reduce((sum, row) => sum + Number(row[place]), 0),
    1001,
  );
});

test("the rules of the greatest lift are numbered and named", () => {
  const { wide, alt } = draw(100, 3);
  const texts = [...parseHTML(wide).document.querySelectorAll("text")].map((text) => text.textContent);
  for (const name of ["a99 → b", "a98 → b", "a97 → b"]) assert.ok(texts.includes(name), name);
  assert.ok(!texts.includes("a96 → b"));
  assert.equal(parseHTML(wide).document.querySelectorAll("circle").length, 3);
  assert.match(
    alt,
    /^100 rules: .* Greatest lift: a99 → b \(support 1.10\u00a0%, confidence 20.0\u00a0%, lift 2.0\)\.$/,
  );
});
