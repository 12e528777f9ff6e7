import assert from "node:assert/strict";
import { test } from "node:test";
import { splitByCustomer, splitByTime } from "../../splits/splits";
import { auditSplit } from "./audit-split";
import { honestRows } from "./testing-models";

const { features, labels, customers } = honestRows(1);
const split = splitByCustomer(customers, { seed: 1 });

test("what is given is looked at, and what could not be is named", () => {
  assert.deepEqual(auditSplit(split, {}).checked, ["rows on both sides"]);
  const all = auditSplit(split, { customers, labels, features });
  assert.deepEqual(all.findings, []);
  assert.equal(all.checked.length, 6);
  assert.deepEqual(all.unchecked, ["synthetic rows by provenance"]);
});

test("a test that is balanced by hand is held against the labels as they came, or those it is said to speak for", () => {
  const ones = split.test.filter((row) => labels[row] === 1);
  const zeros = split.test.filter((row) => labels[row] === 0).slice(0, ones.length);
  const even = { train: split.train, test: [...ones, ...zeros] };
  const [finding] = auditSplit(even, { labels }).findings;
  assert.match(finding!.what, /^The test has 50\.0 % of label 1/);
  const kept = Array.from(labels.keys()).filter((row) => labels[row] === 1 || row % 9 === 0);
  const picked = kept.map((row) => labels[row]!);
  const sides = {
    train: [...picked.keys()].filter((i) => i % 3),
    test: [...picked.keys()].filter((i) => i % 3 === 0),
  };
  const population = { positives: labels.reduce((a, b) => a + b, 0), rows: labels.length };
  assert.deepEqual(auditSplit(sides, { labels: picked }).findings, []);
  assert.equal(auditSplit(sides, { labels: picked, population }).findings[0]?.severity, "error");
});

test("a forecast may meet the customers it knows, and more or fewer of label 1 than before is a note", () => {
  const times = Float64Array.from(labels, (_, row) => row % 10);
  const rising = Uint8Array.from(labels, (_, row) =>
    row % 10 < 7 ? (row % 4 === 0 ? 1 : 0) : Math.floor(row / 10) % 5 < 2 ? 1 : 0,
  );
  const later = splitByTime(customers, times, 7);
  assert.ok(later.customers.both > 0);
  const severities = (input: object) =>
    auditSplit(later, { customers, labels: rising, ...input }).findings.map(
      ({ severity, check }) => `${severity}: ${check}`,
    );
  assert.deepEqual(severities({ times }), ["note: prevalence of the test"]);
  assert.deepEqual(severities({}), ["error: customers on both sides", "warning: prevalence of the test"]);
});

test("lists of other lengths are refused", () => {
  assert.throws(() => auditSplit(split, { labels: labels.slice(9) }), /but the table has 1191 rows/);
});
