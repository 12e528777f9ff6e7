import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { auditShareSum } from "./share-sum";

// Study 002, the deck's table of grades: share of users as printed, and users.
const deck = [
  { name: "VIP", printed: ".56 %", count: 685 },
  { name: "최우수", printed: "3.41 %", count: 4194 },
  { name: "우수", printed: "9.16 %", count: 11255 },
  { name: "잠재 우수", printed: "19.80 %", count: 25760 },
  { name: "일반", printed: "45.50 %", count: 55880 },
  { name: "이탈 위험", printed: "20.39 %", count: 25038 },
];

test("study 002's grades add up to 98.82 per cent, and the count of one gives another share than is printed", () => {
  const [found, ...others] = auditShareSum({ where: "grades", parts: deck });
  assert.equal(others.length, 0);
  assert.equal(found!.severity, "error");
  assert.match(
    found!.what,
    /^The printed shares add up to 98\.82 %, which rounding does not explain, and 1 share is not what the counts give\.$/,
  );
  assert.equal(found!.figure, "잠재 우수 is printed as 19.80 %, its count gives 20.98 %");
});

test("without counts the sum alone tells; with the right share all is well", () => {
  const printed = deck.map(({ name, printed: text }) => ({ name, printed: text }));
  assert.equal(
    auditShareSum({ where: "", parts: printed })[0]!.figure,
    "98.82 %, where rounding allows ±0.03 %",
  );
  const right = deck.map((part) => (part.count === 25760 ? { ...part, printed: "20.98 %" } : part));
  assert.deepEqual(auditShareSum({ where: "", parts: right }), []);
});

test("shares that add up but are not what the counts give are found", () => {
  const parts = [
    { name: "a", printed: "60 %", count: 50 },
    { name: "b", printed: "40 %", count: 50 },
  ];
  assert.match(auditShareSum({ where: "", parts })[0]!.what, /^2 shares are not what/);
});

test("rounded shares of any counts are left alone", () => {
  const counts = fc
    .array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((n) => n > 0));
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 3 }), (all, digits) => {
      const sum = all.reduce((a, b) => a + b, 0);
      const parts = all.map((count, i) => ({
        name: `${i}`,
        printed: `${((100 * count) / sum).toFixed(digits)} %`,
        count,
      }));
      assert.deepEqual(auditShareSum({ where: "", parts }), []);
      assert.deepEqual(
        auditShareSum({ where: "", parts: parts.map(({ name, printed }) => ({ name, printed })) }),
        [],
      );
    }),
    { numRuns: 300, seed: 1 },
  );
});

test("what cannot be read, and counts for some parts only, are refused", () => {
  assert.throws(
    () => auditShareSum({ where: "w", parts: [{ name: "a", printed: "a third" }] }),
    /w, a: "a third"/,
  );
  const half = [
    { name: "a", printed: "50 %", count: 1 },
    { name: "b", printed: "50 %" },
  ];
  assert.throws(() => auditShareSum({ where: "w", parts: half }), /give every part a count/);
});
