import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../../stats/random";
import { takeFeatures, takeRows } from "../../features/features";
import { smote } from "../../resampling/smote";
import { rowSplitAsPublished, splitByCustomer } from "../../splits/splits";
import { auditBalancedLabels } from "./balanced-labels";
import { auditFractionalCounts } from "./fractional-counts";
import { auditResampling } from "./resampling";
import { auditSyntheticRows } from "./synthetic-rows";
import { honestRows } from "./testing-models";

const rowNumbers = (n: number) => Array.from({ length: n }, (_, row) => row);

/** Study 002's protocol: SMOTE on everything, then the split. */
function balancedFirst(seed: number) {
  const rows = honestRows(seed);
  const features = takeFeatures(rows.features, ["orders", "spend", "weekday", "pounds"]);
  const more = smote(features, rows.labels, { seed });
  const split = rowSplitAsPublished(rowNumbers(more.labels.length), { seed });
  return { ...more, split };
}

test("SMOTE before the split is seen in the rows, whatever the seed", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const [finding, ...more] = ((all) => auditResampling(all.split, { ...all, seed }))(balancedFirst(seed));
    assert.equal(more.length, 0);
    assert.equal(finding?.severity, "error", `seed ${seed}`);
    assert.equal(finding?.where, "test, label 1");
  }
});

test("SMOTE after the split leaves the test clean", () => {
  for (const seed of [1, 2, 3]) {
    const { features: all, labels, customers } = honestRows(seed);
    const features = takeFeatures(all, ["orders", "spend", "weekday", "pounds"]);
    const split = splitByCustomer(customers, { seed });
    const learnt = smote(
      takeRows(features, split.train),
      [...split.train].map((row) => labels[row]!),
      { seed },
    );
    const columns = features.columns.map((column, f) => [
      ...Array.from(learnt.features.columns[f]!),
      ...[...split.test].map((row) => column[row]!),
    ]);
    const known = learnt.labels.length;
    const joined = {
      features: { names: features.names, columns },
      labels: [...learnt.labels, ...[...split.test].map((row) => labels[row]!)],
    };
    const sides = {
      train: rowNumbers(known),
      test: rowNumbers(split.test.length).map((i) => known + i),
    };
    assert.deepEqual(auditResampling(sides, { ...joined, seed }), []);
  }
});

test("oversampling with replacement is seen as copies", () => {
  const { features, labels } = honestRows(9);
  const random = createRandom(9);
  const ones = rowNumbers(labels.length).filter((row) => labels[row] === 1);
  const rows = [
    ...rowNumbers(labels.length),
    ...Array.from({ length: labels.length - 2 * ones.length }, () => random.choice(ones)),
  ];
  const split = rowSplitAsPublished(rows, { seed: 9 });
  const found = auditResampling(split, {
    features: takeRows(features, rows),
    labels: rows.map((row) => labels[row]!),
  });
  assert.deepEqual(
    found.map(({ severity, where }) => [severity, where]),
    [["warning", "test, label 1"]],
  );
});

test("rows as they come raise no alarm: continuous, on a lattice, of one value, tied, missing or rare", () => {
  for (let seed = 1; seed <= 25; seed++) {
    const honest = honestRows(seed, 400, 4, 1 + (seed % 4));
    const random = createRandom(seed);
    const counts = (most: number) => Array.from(honest.labels, (label) => random.int(most) + 2 * label);
    const tables = [
      honest.features,
      { names: ["a", "b"], columns: [counts(3), counts(4)] },
      { names: ["a", "b", "c"], columns: [counts(20), counts(20), counts(20)] },
      { names: ["same"], columns: [new Float64Array(400).fill(7)] },
    ];
    for (const features of tables) {
      const of = { features, labels: honest.labels };
      const split = rowSplitAsPublished(honest.customers, { seed });
      assert.deepEqual(auditResampling(split, { ...of, seed }), [], `seed ${seed}, ${features.names}`);
      assert.deepEqual(auditFractionalCounts(of), []);
    }
  }
});

test("SMOTE on counts leaves fractions in one label only", () => {
  const { features, labels } = balancedFirst(1);
  const [finding] = auditFractionalCounts({ features, labels });
  assert.match(finding!.what, /3 features are whole numbers in every row of label 0/);
});

test("by provenance the synthetic rows of a test and the parents they betray are counted", () => {
  // Rows 0 to 3 are given, 4 is made from 0 and 1, 5 from 1 and 2, 6 from 2 and 3.
  const made = { rows: 7, bases: [0, 1, 2], neighbours: [1, 2, 3] };
  const [tested, learnt] = auditSyntheticRows({ train: [0, 1, 3, 6], test: [2, 4, 5] }, made);
  assert.equal(tested!.figure, "2 of 3 rows (66.7 %)");
  assert.match(tested!.what, /2 of them made from rows that are learnt from/);
  assert.equal(learnt!.figure, "1 row learnt from");
  assert.match(learnt!.what, /1 row of it has near-copies/);
  assert.deepEqual(auditSyntheticRows({ train: [0, 1, 4], test: [2, 3] }, made), []);
});

test("exactly balanced labels are a note, from a thousand rows on", () => {
  const half = (n: number) => rowNumbers(n).map((row) => row % 2);
  assert.equal(auditBalancedLabels(half(1000))[0]!.severity, "note");
  assert.deepEqual(auditBalancedLabels(half(998)), []);
  assert.deepEqual(auditBalancedLabels([...half(1000), 1]), []);
});

test("labels that are close or apart by nature raise no alarm, whichever of them is rare", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = createRandom(seed);
    const rare = 0.15 + 0.3 * random.next();
    const labels = rowNumbers(600).map(() => (random.next() < rare ? 1 : 0));
    const split = rowSplitAsPublished(rowNumbers(600), { seed });
    for (const close of [0, 1]) {
      // One label stands on few places, the other on many: copies are common in the one only.
      const place = (label: number) => random.int(label === close ? 4 : close === 0 ? 1000 : 12);
      const columns = [0, 1].map(() => labels.map((label) => place(label)));
      const found = auditResampling(split, { features: { names: ["a", "b"], columns }, labels, seed });
      assert.deepEqual(found, [], `seed ${seed}, close ${close}`);
    }
  }
});

test("two copies among twenty rare rows are no evidence", () => {
  const random = createRandom(8);
  const labels = rowNumbers(700).map((row) => (row % 10 === 0 ? 1 : 0));
  const column = labels.map(() => random.normal());
  // Rows 10 and 20 are learnt from, 610 and 620 are tested on.
  column[610] = column[10]!;
  column[620] = column[20]!;
  const split = { train: rowNumbers(500), test: rowNumbers(700).slice(500) };
  assert.deepEqual(auditResampling(split, { features: { names: ["x"], columns: [column] }, labels }), []);
});

test("flags of one label and shares of the other are no counts with fractions", () => {
  const labels = rowNumbers(200).map((row) => row % 2);
  const flags = labels.map((label, row) => (label === 1 ? (row % 7) / 7 : row % 4 === 0 ? 1 : 0));
  assert.deepEqual(auditFractionalCounts({ features: { names: ["x"], columns: [flags] }, labels }), []);
});

test("only the test's rows count: what is learnt from may hold fractions", () => {
  const { features, labels } = balancedFirst(1);
  const given = rowNumbers(1200);
  const made = rowNumbers(labels.length).slice(1200);
  assert.deepEqual(auditFractionalCounts({ features, labels, test: given }), []);
  const mixed = [...given.slice(600), ...made];
  assert.equal(auditFractionalCounts({ features, labels, test: mixed }).length, 1);
});
