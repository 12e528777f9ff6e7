import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createRandom } from "../../../stats/random";
import { auditGaps } from "./audit-gaps";
import { auditCap } from "./capped-gaps";
import { auditRepeaters } from "./repeaters-only";

const gapsOf = (seed: number, n: number, cap: number) => {
  const { next } = createRandom(seed);
  return Array.from({ length: n }, () => Math.min(cap, Math.floor(-14 * Math.log(1 - next()))));
};

test("gaps that end at 30 and first orders marked by −1 are found, as in studies 000 and 002", () => {
  const gaps = [...gapsOf(1, 1000, 30), ...Array<number>(60).fill(-1)];
  const { findings, unchecked } = auditGaps({ where: "days since the order before", unit: "days", gaps });
  assert.deepEqual(
    findings.map(({ severity, check, figure }) => [
      severity,
      check,
      figure.replace(/\d+ values \(.*?\); .*/, "n"),
    ]),
    [
      ["error", "marks counted as gaps", "60 values (5.7 %) of −1"],
      ["warning", "gaps that end at a cap", "30 days: n"],
    ],
  );
  assert.deepEqual(unchecked, ["gaps of repeaters only"]);
});

test("gaps without a cap are left alone, whatever their spread", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 2000 }), (seed, n) => {
      const gaps = gapsOf(seed, n, Number.POSITIVE_INFINITY);
      assert.deepEqual(auditGaps({ where: "", unit: "days", gaps }).findings, []);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test("values of which each stands often, and ratings that end at the best, are not capped", () => {
  const dice = Array.from({ length: 600 }, (_, i) => 1 + (i % 12));
  const ratings = Array.from({ length: 600 }, (_, i) => Math.min(5, 1 + (i % 20)));
  for (const gaps of [dice, ratings, [7], [], Array<number>(50).fill(3)]) {
    assert.deepEqual(auditCap({ where: "", unit: "points", gaps }), []);
  }
});

test("a gap that is no number is refused", () => {
  assert.throws(
    () => auditCap({ where: "gaps", unit: "days", gaps: [1, Number.NaN] }),
    /gaps: value 1 is NaN/,
  );
});

// Study 004: customers of each grade, and of them the share with a single purchase day: 30, 32, 34, 51, 68 and 84 per cent.
test("study 004's mean gaps leave out most of Bronze and Silver, and some of every grade", () => {
  const groups = [
    { name: "VIP", customers: 245, withGap: 171 },
    { name: "Silver", customers: 245, withGap: 78 },
    { name: "Bronze", customers: 245, withGap: 39 },
  ];
  assert.deepEqual(
    auditRepeaters(groups).map(({ severity, where, figure }) => [severity, where, figure]),
    [
      ["warning", "VIP", "74 of 245 customers (30.2 %) have none"],
      ["error", "Silver", "167 of 245 customers (68.2 %) have none"],
      ["error", "Bronze", "206 of 245 customers (84.1 %) have none"],
    ],
  );
});

test("a fifth without a gap is a warning, half an error", () => {
  const severity = (withGap: number) => auditRepeaters([{ name: "a", customers: 100, withGap }])[0]?.severity;
  assert.deepEqual([81, 80, 51, 50].map(severity), [undefined, "warning", "warning", "error"]);
});

test("groups that mostly come back are left alone, as are empty ones; more gaps than customers are refused", () => {
  const groups = [
    { name: "a", customers: 100, withGap: 81 },
    { name: "b", customers: 0, withGap: 0 },
  ];
  assert.deepEqual(auditRepeaters(groups), []);
  assert.throws(() => auditRepeaters([{ name: "a", customers: 3, withGap: 4 }]), /a: 4 of 3 customers/);
});
