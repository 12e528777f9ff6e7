import assert from "node:assert/strict";
import { test } from "node:test";
import { reasonText } from "./reason-text";

const items = ["GREEN  TEACUP ", "<b>MUG</b>", "ROSES TEACUP"];

test("each kind of reason is said in a few words", () => {
  assert.equal(
    reasonText({ kind: "popular", customers: 1200, of: 4334 }, items),
    "bought by 1,200 of 4,334 customers",
  );
  assert.equal(
    reasonText({ kind: "popular", customers: 120, of: 884, segment: "cluster 2" }, items),
    "bought by 120 of 884 customers of cluster 2",
  );
  assert.equal(reasonText({ kind: "bought before", orders: 4, of: 7 }, items), "bought in 4 of 7 orders");
  assert.equal(reasonText({ kind: "bought before", orders: 1, of: 1 }, items), "bought in 1 of 1 order");
  assert.equal(
    reasonText({ kind: "rule", antecedent: [2, 0], confidence: 0.8271, lift: 21.96 }, items),
    "rule: ROSES TEACUP + GREEN TEACUP → this, confidence 83 %, lift 22.0",
  );
  const rule = (confidence: number) =>
    reasonText({ kind: "rule", antecedent: [0], confidence, lift: 2 }, items);
  assert.match(rule(0.996), /confidence over 99 %/);
  assert.match(rule(0.99), /confidence 99 %/);
  assert.match(rule(1), /confidence 100 %/);
});

test("labels are named as they are, but for needless blanks: escaping is the caller's", () => {
  assert.equal(
    reasonText({ kind: "goes with", items: [2, 0, 1] }, items),
    "goes with ROSES TEACUP, GREEN TEACUP, <b>MUG</b>",
  );
});
