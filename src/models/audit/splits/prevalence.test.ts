import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../../test/close";
import { createRandom } from "../../../stats/random";
import { rowSplitAsPublished, splitByCustomer } from "../../splits/splits";
import { auditSplit } from "./audit-split";
import { auditPrevalence, customerDrawP, PREVALENCE } from "./prevalence";
import { honestRows } from "./testing-models";

// Study 002: 828,824 of 8,474,661 pairs are reordered. Its SMOTE'd test sets are half and half; LightGBM's has 3,058,335 rows.
const study = { positives: 828_824, rows: 8_474_661 };

test("study 002's balanced test is not the data it speaks for; its honest split is", () => {
  const [finding] = auditPrevalence({ test: { positives: 1_529_000, rows: 3_058_335 }, all: study });
  assert.equal(finding!.severity, "error");
  assert.match(finding!.what, /The test has 50\.0 % of label 1, the data 9\.8 %/);
  assert.deepEqual(auditPrevalence({ test: { positives: 248_167, rows: 2_542_399 }, all: study }), []);
});

test("a smaller shift is a warning, of a later time a note, and what matters little is passed over", () => {
  const all = { positives: 10_000, rows: 100_000 };
  const severities = (positives: number, forecast = false) =>
    auditPrevalence({ test: { positives, rows: 20_000 }, all, forecast }).map(({ severity }) => severity);
  assert.deepEqual(severities(2600), ["warning"]);
  assert.deepEqual(severities(2600, true), ["note"]);
  assert.deepEqual(severities(1500), ["warning"]);
  assert.deepEqual(severities(2150), []);
  assert.deepEqual(severities(2000), []);
});

test("a few rows prove nothing", () => {
  const all = { positives: 10, rows: 100 };
  assert.deepEqual(auditPrevalence({ test: { positives: 3, rows: 10 }, all }), []);
  assert.deepEqual(auditPrevalence({ test: { positives: 0, rows: 1 }, all: { positives: 1, rows: 2 } }), []);
  assert.deepEqual(auditPrevalence({ test: { positives: 5, rows: 5 }, all: { positives: 5, rows: 5 } }), []);
});

test("drawn customers vary as much as the formula says", () => {
  // Six customers of two rows, three with both labels 1: a test of two customers has 4, 2 or 0 of 4. The residuals are ±1,
  // their variance 6/5, that of a sum of two of six 2 · (1 − 2/6) · 6/5 = 1.6. A test of 4 has z² = 4/1.6: p = 0.1138.
  const labels = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
  const customers = labels.map((_, row) => Math.floor(row / 2));
  assertClose(customerDrawP(labels, customers, Uint32Array.of(0, 1, 2, 3)), 0.11384629800665802, 1e-12);
  assert.equal(customerDrawP([0, 0, 0, 0], [1, 1, 2, 2], Uint32Array.of(0, 1)), 1);
});

test("tests drawn by row or by customer raise false alarms in fewer than one of 200 cases", () => {
  let alarms = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const { labels, customers } = honestRows(seed, 600, 1 + (seed % 15));
    for (const split of [rowSplitAsPublished(customers, { seed }), splitByCustomer(customers, { seed })]) {
      const { findings, checked } = auditSplit(split, { customers, labels });
      assert.ok(checked.includes(PREVALENCE));
      alarms += findings.filter(({ check }) => check === PREVALENCE).length;
    }
  }
  assert.ok(alarms <= 2, `${alarms} of 400`);
});

test("customers who are all one label or the other would alarm if rows counted as drawn one by one", () => {
  const random = createRandom(3);
  const customers = Array.from({ length: 4000 }, (_, row) => Math.floor(row / 40));
  const kind = Array.from({ length: 100 }, () => (random.next() < 0.3 ? 1 : 0));
  const labels = customers.map((customer) => kind[customer]!);
  let [byRow, byCustomer] = [0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const split = splitByCustomer(customers, { seed });
    const positives = split.test.reduce((sum, row) => sum + labels[row]!, 0);
    const parts = {
      test: { positives, rows: split.test.length },
      all: { positives: labels.filter(Boolean).length, rows: labels.length },
    };
    byRow += auditPrevalence(parts).length;
    byCustomer += auditPrevalence({ ...parts, p: customerDrawP(labels, customers, split.test) }).length;
  }
  assert.ok(byRow > 10, `${byRow}`);
  assert.equal(byCustomer, 0);
});

test("counts that are none are refused", () => {
  assert.throws(
    () => auditPrevalence({ test: { positives: 3, rows: 2 }, all: study }),
    /3 of 2 rows of label 1/,
  );
});
