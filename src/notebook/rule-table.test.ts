import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { ruleTable, type TabledRule } from "./rule-table";

const texts = (html: string, selector: string) =>
  [...parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll(selector)].map(
    (e) => e.textContent,
  );
const bare: TabledRule = {
  antecedent: ["22697", "<b>"],
  consequent: ["22699"],
  support: 0.0241,
  confidence: 0.781,
  lift: 18.04,
};
const whole: TabledRule = {
  ...bare,
  counts: { both: 447 },
  confidenceInterval: { low: 0.74, high: 0.815 },
  liftInterval: { low: 16.9, high: 19.2 },
  leverage: 0.0227,
  adjustedP: 1e-30,
};

test("a rule is a row: its sides, its counts, its measures with their intervals", () => {
  const { html } = ruleTable([whole], { caption: "Rules", names: new Map([["22699", "ROSES 장미"]]) });
  assert.deepEqual(texts(html, "thead th"), [
    "If a basket holds → then also",
    "Baskets",
    "Support",
    "Confidence",
    "Lift",
    "Leverage",
    "Corrected p",
  ]);
  assert.deepEqual(texts(html, "tbody th, tbody td"), [
    "22697 + <b> → ROSES 장미",
    "447",
    "2.41\u00a0%",
    "78.1\u00a0% (74.0\u00a0to\u00a081.5)",
    "18.04 (16.90\u00a0to\u00a019.20)",
    "0.0227",
    "< 0.0001",
  ]);
  assert.match(html, /<table class="sb-table sb-sortable">/);
  assert.match(html, / data-value="18.04">/);
});

test("columns that no rule has are left out", () => {
  assert.deepEqual(texts(ruleTable([bare], { caption: "c" }).html, "thead th"), [
    "If a basket holds → then also",
    "Support",
    "Confidence",
    "Lift",
  ]);
});

test("another measure stands in the place of leverage", () => {
  const rule = { ...whole, conviction: 2.5 };
  const measure = { label: "Conviction", of: (given: typeof rule) => given.conviction };
  const { html } = ruleTable([rule, { ...rule, conviction: Infinity }], { caption: "c", measure });
  assert.deepEqual(texts(html, "thead th:nth-child(6)"), ["Conviction"]);
  assert.deepEqual(texts(html, "tbody td:nth-child(6)"), ["2.500", "∞"]);
  assert.match(html, / data-value="Infinity">∞</);
  const sure = ruleTable([{ ...rule, conviction: Infinity }], { caption: "c", measure });
  assert.deepEqual(texts(sure.html, "tbody td:nth-child(6)"), ["∞"]);
});

test("rules left out are told, and no rules are a table without rows", () => {
  const { html } = ruleTable([bare, bare, bare], { caption: "c", limit: 2 });
  assert.deepEqual(texts(html, ".sb-foot"), ["2 of 3 rules shown; 1 left out."]);
  assert.equal(texts(ruleTable([], { caption: "c" }).html, "tbody tr").length, 0);
  assert.throws(() => ruleTable([bare], { caption: "c", limit: 0 }), /limit is 0/);
});
