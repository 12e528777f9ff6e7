import assert from "node:assert/strict";
import { test } from "node:test";
import { auditSupport } from "./support-threshold";

test("study 001's support of 0.2 is one that no item of its orders reaches", () => {
  const found = auditSupport({
    where: "rules",
    threshold: 0.2,
    supports: [0.05, 0.107],
    names: ["A", "HANGING HEART"],
    pair: 0.035,
  });
  assert.deepEqual(
    found.map(({ severity, what, figure }) => [severity, what.slice(0, 15), figure]),
    [
      [
        "error",
        "No item reaches",
        "threshold 0.2, highest support of an item 0.107 (HANGING HEART) and of a pair 0.035",
      ],
    ],
  );
});

test("one item alone makes no rule, and two items that never meet make none either", () => {
  const of = (supports: number[], pair?: number) =>
    auditSupport({ where: "", threshold: 0.2, supports, ...(pair === undefined ? {} : { pair }) }).map(
      ({ severity, what }) => `${severity} ${what.split(" reaches")[0]}`,
    );
  assert.deepEqual(of([0.203, 0.19]), ["error Only one item"]);
  assert.deepEqual(of([0.203, 0.21], 0.1), ["warning No pair"]);
  assert.deepEqual(of([]), ["error No item"]);
});

test("a threshold that items and a pair reach, just so, is left alone", () => {
  assert.deepEqual(auditSupport({ where: "", threshold: 0.02, supports: [0.107, 0.02], pair: 0.02 }), []);
  assert.deepEqual(auditSupport({ where: "", threshold: 0.02, supports: [0.107, 0.02] }), []);
});

test("what is no support is refused", () => {
  assert.throws(() => auditSupport({ where: "w", threshold: 20, supports: [0.1] }), /w: 20 is no support/);
  assert.throws(
    () => auditSupport({ where: "w", threshold: 0.2, supports: [Number.NaN] }),
    /NaN is no support/,
  );
  assert.throws(
    () => auditSupport({ where: "w", threshold: 0.2, supports: [0.1], names: [] }),
    /0 names for 1/,
  );
});
