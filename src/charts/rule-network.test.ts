import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { ruleNetwork } from "./rule-network";

const rules = Array.from({ length: 30 }, (_v, i) => ({
  antecedent: [`item ${i}`],
  consequent: [`item ${(i + 1) % 10}`],
  support: 0.01,
  confidence: (i + 1) / 31,
  lift: 1 + i,
}));
const widths = (svg: string) =>
  [...svg.matchAll(/stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width));

test("the rules of the greatest lift are drawn, and how many are left out is said", () => {
  const { wide, narrow, data, alt } = ruleNetwork(rules, { title: "t", top: 12 });
  assert.deepEqual(
    data.rows.map((row) => row[4]),
    Array.from({ length: 12 }, (_v, i) => 30 - i),
  );
  for (const svg of [wide, narrow]) {
    assert.match(svg, /12 of 30 rules/);
    assert.equal(parseHTML(svg).document.querySelectorAll("g > title").length, 12);
  }
  assert.match(
    alt,
    /^12 rules among \d+ items in \d+ groups?\. Greatest lift: item 29 → item 0 \(lift 30\.0/,
  );
});

test("arrows are broader with confidence", () => {
  const of = (confidence: number) =>
    widths(ruleNetwork([{ ...rules[0]!, confidence }], { title: "t" }).wide.split("<g><title>")[1]!)[0]!;
  assert.ok(of(0.9) > of(0.5) && of(0.5) > of(0.1));
});

test("on phones numbers stand for the items, and each is explained", () => {
  const { narrow } = ruleNetwork(rules, { title: "t" });
  const texts = [...parseHTML(narrow).document.querySelectorAll("text")].map((text) => text.textContent);
  for (let i = 0; i < 30; i++) {
    assert.equal(texts.filter((text) => text === String(i + 1)).length, 2);
    assert.ok(texts.includes(`item ${i}`));
  }
});

test("top is a whole number from 1", () => {
  assert.throws(() => ruleNetwork(rules, { title: "t", top: 0 }), /top is 0/);
});
