import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { adjustPValues } from "../../stats/adjust-p-values";
import { createRandom } from "../../stats/random";
import { compareScores, SCORE_MEASURES, type ScoreMeasure } from "./compare-scores";
import { sixtyRows } from "./testing";

/** 900 rows of 150 customers; the label is drawn with the probability `honest`, and `noisy` is that with errors. */
function drawn() {
  const random = createRandom(5);
  const honest = Array.from({ length: 900 }, () => random.next());
  const labels = honest.map((p) => (random.next() < p ? 1 : 0));
  const noisy = honest.map((p) => Math.min(1, Math.max(0, p + 0.3 * random.normal())));
  return { honest, noisy, labels, customers: honest.map((_, row) => `c${row % 150}`) };
}
const options = { resamples: 300, seed: 2 };

test("sixty rows are measured as scikit-learn measures them", () => {
  const { labels, scores } = sixtyRows();
  const customers = labels.map((_, row) => row);
  const found = compareScores({ only: scores }, labels, customers, {
    ...options,
    threshold: 0.6,
    topShare: 16 / 60,
  });
  // y, s as in testing.ts: roc_auc_score(y, s), average_precision_score(y, s), f1_score(y, s >= .6),
  // f1_score(y, s >= .75) (the best 16), log_loss(y, s), brier_score_loss(y, s)
  const expected = [
    0.8405555555555555, 0.8047390963860054, 0.6909090909090909, 0.5652173913043478, 0.4841103803376788,
    0.16275,
  ];
  found.forEach(({ estimate, measure, low, high, difference, p, verdict }, i) => {
    assert.equal(measure, SCORE_MEASURES[i]);
    assertClose(estimate, expected[i]!, 1e-12, measure);
    assert.ok(low < estimate && estimate < high, measure);
    assert.deepEqual({ difference, p, verdict }, { difference: null, p: null, verdict: null });
  });
});

test("a noisier model is worse by every measure, whether more or less of it is good", () => {
  const { honest, noisy, labels, customers } = drawn();
  const rows = compareScores({ honest, noisy, same: honest }, labels, customers, options);
  assert.equal(rows.length, 3 * SCORE_MEASURES.length);
  for (const measure of ["AUC", "average precision", "log loss", "Brier score"] satisfies ScoreMeasure[]) {
    const [first, worse, same] = rows.filter((row) => row.measure === measure);
    assert.equal(first!.verdict, null);
    assert.equal(worse!.verdict, "worse", measure);
    assertClose(worse!.difference!.estimate, worse!.estimate - first!.estimate, 1e-12, measure);
    assert.deepEqual(same!.difference, { estimate: 0, low: 0, high: 0 });
    assert.equal(same!.verdict, "not told apart");
    assert.equal(same!.p, 1);
  }
  const turned = compareScores({ noisy, honest }, labels, customers, options);
  assert.deepEqual(
    turned
      .filter((row) => row.model === "honest" && row.measure !== "F1 at the threshold")
      .map((row) => row.verdict),
    ["better", "better", "better", "better", "better"],
  );
});

test("p values are corrected for the number of models", () => {
  const { honest, noisy, labels, customers } = drawn();
  const slight = honest.map((p, row) => (row % 30 === 0 ? (p + noisy[row]!) / 2 : p));
  const pOf = (models: Record<string, number[]>, name: string) =>
    compareScores({ honest, ...models }, labels, customers, options).find(
      ({ model, measure }) => model === name && measure === "AUC",
    )!.p!;
  const alone = [pOf({ slight }, "slight"), pOf({ noisy }, "noisy")];
  assert.ok(alone[0]! > alone[1]! && alone[0]! < 0.5, String(alone));
  assert.deepEqual(
    [pOf({ slight, noisy }, "slight"), pOf({ slight, noisy }, "noisy")],
    [...adjustPValues(alone, "holm")],
  );
});

test("every model may have its own threshold", () => {
  const { honest, labels, customers } = drawn();
  const half = honest.map((p) => p / 2);
  const rows = compareScores({ honest, half }, labels, customers, {
    ...options,
    threshold: { honest: 0.5, half: 0.25 },
  });
  const [a, b] = rows.filter(({ measure }) => measure === "F1 at the threshold");
  assert.equal(a!.estimate, b!.estimate);
  assert.throws(
    () => compareScores({ honest, half }, labels, customers, { threshold: { honest: 0.5 } }),
    /Model "half" has no threshold/,
  );
});

test("scores that are no probabilities are compared by choice and rank alone", () => {
  const { labels, customers, honest } = drawn();
  const spend = honest.map((p) => 900 * p);
  const rows = compareScores({ honest, spend }, labels, customers, options);
  assert.deepEqual(new Set(rows.map(({ measure }) => measure)), new Set(SCORE_MEASURES.slice(0, 4)));
  const aucs = rows.filter(({ measure }) => measure === "AUC");
  assert.equal(aucs[0]!.estimate, aucs[1]!.estimate);
});

test("models of other rows, and options out of range, are refused", () => {
  const all = { a: [0.9, 0.1, 0.5] };
  const refused = (
    scores: Record<string, number[]>,
    labels: number[],
    customers: number[],
    message: RegExp,
    more = {},
  ) => assert.throws(() => compareScores(scores, labels, customers, more), message);
  refused(
    { ...all, b: [0.9, 0.1] },
    [1, 0, 1],
    [1, 2, 3],
    /Model "b" scores 2 rows, but there are 3: models are only/,
  );
  refused({}, [1, 0], [1, 2], /There are no models/);
  refused(all, [1, 0, 1], [1, 2], /2 customers of 3 labels/);
  refused(all, [1, 1, 1], [1, 2, 3], /Comparing models needs rows of both labels/);
  refused(all, [1, 0, 1], [1, 2, 3], /top share of 0/, { topShare: 0 });
  refused(all, [1, 0, 1], [4, 4, 4], /Rows of 1 customer/);
});
