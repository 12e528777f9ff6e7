import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../../test/close";
import { auditComparison, auditReport } from "./audit-report";
import { auditBaseRate } from "./base-rate";
import { auditSwappedArguments, putRight } from "./swapped-arguments";
import { auditTestSets } from "./test-sets";
import { auditTooGood } from "./too-good";

// Study 002, model 1: the printed row of label 1, and the label's count in the 30 % of pairs that were tested.
const known = { positives: 248_167, rows: 2_542_399 };
const positive = { precision: 0.51, recall: 0.38, f1: 0.43277, support: 334_323 };

test("study 002's report has its arguments swapped, and put right reads .377 and .508", () => {
  const [finding, ...more] = auditSwappedArguments({ positive, known });
  assert.equal(more.length, 0);
  assert.equal(finding!.severity, "error");
  assert.equal(finding!.figure, "support 334,323, known positives 248,167");
  assert.match(finding!.what, /precision is 0\.377 .* recall 0\.508/);
  const right = putRight({ positive, known });
  assertClose(right.truePositives, 126_041, 2);
});

test("the same report in the right order is clean", () => {
  const right = { precision: 0.38, recall: 0.51, f1: 0.43277, support: 248_167 };
  assert.deepEqual(auditSwappedArguments({ positive: right, known }), []);
});

test("every swapped report of two decimals is found, put right, and its honest twin passed", () => {
  const counts = fc.record({
    hits: fc.integer({ min: 1, max: 5000 }),
    misses: fc.integer({ min: 0, max: 5000 }),
    falseAlarms: fc.integer({ min: 0, max: 5000 }),
  });
  fc.assert(
    fc.property(counts, ({ hits, misses, falseAlarms }) => {
      const [predicted, real] = [hits + falseAlarms, hits + misses];
      fc.pre(predicted !== real);
      const test = { positives: real, rows: 20_000 };
      const round = (x: number) => Math.round(100 * x) / 100;
      const [precision, recall] = [hits / predicted, hits / real];
      const f1 = (2 * hits) / (predicted + real);
      const swapped = { precision: round(recall), recall: round(precision), f1, support: predicted };
      const [finding] = auditSwappedArguments({ positive: swapped, known: test });
      const alike = Math.abs(swapped.precision - swapped.recall) <= 0.01 + 1e-9;
      assert.equal(finding?.severity, alike ? "warning" : "error");
      const right = putRight({ positive: swapped, known: test });
      assertClose(right.precision, precision, 1e-9);
      assertClose(right.recall, recall, 1e-9);
      const honest = { precision: round(precision), recall: round(recall), support: real };
      assert.deepEqual(auditSwappedArguments({ positive: honest, known: test }), []);
    }),
  );
});

test("a report on other rows is not called swapped", () => {
  const [finding] = auditSwappedArguments({
    positive: { precision: 0.9, recall: 0.2, support: 500 },
    known: { positives: 2000, rows: 9000 },
  });
  assert.equal(finding!.severity, "warning");
  assert.match(finding!.what, /swapped arguments do not explain it/);
  assert.throws(
    () => auditSwappedArguments({ positive: { ...positive, precision: 51 }, known }),
    /A share of 51/,
  );
});

test("precision and recall that are alike cannot tell a swapped report from one on a few rows less", () => {
  const alike = { precision: 0.5, recall: 0.51, support: 997 };
  const [finding] = auditSwappedArguments({ positive: alike, known: { positives: 1000, rows: 9000 } });
  assert.equal(finding!.severity, "warning");
  assert.match(finding!.what, /too much alike to tell/);
});

test("study 002's accuracy of 87.0 % is below never predicting a reorder", () => {
  const [finding] = auditBaseRate({ accuracy: 0.87, known });
  assert.equal(finding!.severity, "warning");
  assert.equal(finding!.figure, "87.0 % against 90.2 %");
  assert.match(finding!.what, /never predicting label 1/);
  assert.match(
    auditBaseRate({ accuracy: 0.6, known: { positives: 70, rows: 100 } })[0]!.what,
    /always predicting/,
  );
});

test("an accuracy is above the base rate, or shown to be neither, by its interval", () => {
  const severities = (accuracy: number, rows: number) =>
    auditBaseRate({ accuracy, known: { positives: rows / 5, rows } }).map(({ severity }) => severity);
  assert.deepEqual(severities(0.82, 100), ["note"]);
  assert.deepEqual(severities(0.82, 10_000), []);
  assert.deepEqual(severities(0.8, 10_000), ["note"]);
  assert.deepEqual(severities(0.78, 10_000), ["warning"]);
});

test("scores of circular labels are too good, those of honest ones are not", () => {
  assert.deepEqual(
    [0.9996, 1].map((auc) => auditTooGood({ auc }).length),
    [1, 1],
  );
  for (const auc of [0.66, 0.734, 0.86, 0.97]) assert.deepEqual(auditTooGood({ auc }), []);
  const label = { precision: 0.95, recall: 0.96, support: 200 };
  const of = (f1: number, positives: number) =>
    auditTooGood({ positive: { ...label, f1 }, known: { positives, rows: 1000 } }).length;
  assert.deepEqual([of(0.958, 200), of(0.94, 200), of(0.958, 900)], [1, 0, 0]);
});

test("study 002's three models were tested on different rows", () => {
  const [finding] = auditTestSets([
    { name: "LightGBM", rows: 3_058_335 },
    { name: "CatBoost", rows: 917_357 },
    { name: "XGBoost", rows: 917_357 },
  ]);
  assert.equal(finding!.figure, "3,058,335 and 917,357 rows");
  assert.equal(finding!.where, '"LightGBM", "CatBoost", "XGBoost"');
});

test("tests of as many rows differ by their labels, or by which rows they are", () => {
  const a = { name: "a", rows: 100, positives: 10 };
  assert.match(
    auditTestSets([a, { ...a, name: "b", positives: 11 }])[0]!.figure,
    /10 and 11 rows of label 1/,
  );
  const [rows] = auditTestSets([
    { name: "a", test: [1, 2, 3, 4] },
    { name: "b", test: [4, 3, 2, 5] },
  ]);
  assert.equal(rows!.figure, "as little as 75.0 % of the rows in common");
});

test("models on the same rows are clean, in whatever order the rows stand", () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(fc.string(), { minLength: 1 })
        .chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
          ),
        ),
      ([first, second]) => {
        const models = [
          { name: "a", test: first, positives: 1 },
          { name: "b", test: second, rows: 7 },
          { name: "c", rows: first.length },
        ];
        assert.deepEqual(auditTestSets(models), []);
      },
    ),
  );
  assert.throws(() => auditTestSets([{ name: "a" }]), /1 models: a comparison needs two/);
});

test("a report says which checks it could not run", () => {
  const bare = auditReport({ accuracy: 0.95 });
  assert.deepEqual(bare.checked, []);
  assert.equal(bare.unchecked.length, 4);
  const full = auditReport({ name: "model 1", positive, accuracy: 0.87, known });
  assert.deepEqual(
    full.findings.map(({ check }) => check),
    ["swapped arguments", "accuracy below the base rate"],
  );
  assert.deepEqual(full.unchecked, ["a threshold chosen on the test"]);
  assert.equal(
    auditComparison([
      { name: "a", rows: 1 },
      { name: "b", rows: 2 },
    ]).findings.length,
    1,
  );
});
