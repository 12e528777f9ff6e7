import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { assertClose } from "../../../test/close";
import { withReal } from "../../../test/real-data";
import { clean } from "../../data/clean";
import { openDataset } from "../../data/dataset";
import { numbers, texts } from "../../data/engine";
import { splitPurchases } from "../../recommend/evaluation/split";
import { purchasesOf } from "../../recommend/purchases";
import { boost } from "../boosting/boost";
import { predictionsOf } from "../boosting/boosted-trees";
import { compareScores, type ScoreMeasure } from "../evaluation/compare-scores";
import { accuracyOf, confusionAt, f1Of } from "../evaluation/confusion";
import { rankScores } from "../evaluation/ranked-scores";
import { tallyScores } from "../evaluation/score-tally";
import { type Features, takeRows } from "../features/features";
import { smote } from "../resampling/smote";
import { rowSplitAsPublished, splitByCustomer } from "../splits/splits";
import { type PairTask, pairTask } from "./pair-task";

const at = (of: ArrayLike<number>, rows: ArrayLike<number>) => Uint32Array.from(rows, (row) => of[row]!);
const learn = async (features: Features, labels: ArrayLike<number>) =>
  (await boost(features, labels, { loss: "log loss", trees: 60 })).model;

describe("study 002's protocol on Online Retail", withReal("online-retail/data.csv"), () => {
  let task: PairTask;
  before(async () => {
    const opened = await openDataset("online-retail", { source: "real" });
    try {
      const { table } = await clean(opened, "as-published");
      const lines = await opened.engine.query(
        `SELECT customer, order_id, CAST(epoch_ms(order_time) AS DOUBLE) AS time, product FROM ${table}`,
      );
      const all = purchasesOf({
        customers: texts(lines, "customer"),
        orders: texts(lines, "order_id"),
        times: numbers(lines, "time"),
        items: texts(lines, "product"),
      });
      task = pairTask(splitPurchases(all, { by: "time", at: Date.UTC(2011, 9, 9) }));
    } finally {
      await opened.close();
    }
  });

  // scikit-learn 1.9.1, HistGradientBoostingClassifier(random_state=0) on these features: of all customers, five folds by
  // customer (GroupKFold), AUC .7264, average precision .2577, best F1 .3272 at .154, F1 .0609 at .5. imbalanced-learn's
  // SMOTE(random_state=42) before the split by row: F1 .917, accuracy .922.
  test("honest scores are poor, and made-up rows to learn from do not help", async () => {
    const { features, labels, customers } = task;
    const { train, test: tested } = splitByCustomer(customers, { testShare: 0.3, seed: 1 });
    const plain = await learn(takeRows(features, train), at(labels, train));
    const more = smote(takeRows(features, train), at(labels, train), { seed: 1 });
    const enlarged = await learn(more.features, more.labels);
    const rows = compareScores(
      {
        plain: predictionsOf(plain, takeRows(features, tested)),
        smote: predictionsOf(enlarged, takeRows(features, tested)),
      },
      at(labels, tested),
      at(customers, tested),
      { threshold: 0.17, resamples: 200, seed: 1 },
    );
    const of = (model: string, measure: ScoreMeasure) =>
      rows.find((row) => row.model === model && row.measure === measure)!;
    for (const [measure, expected] of [
      ["AUC", 0.7264],
      ["average precision", 0.2577],
      ["F1 at the threshold", 0.3272],
    ] as const) {
      const { low, high } = of("plain", measure);
      assert.ok(low < expected && expected < high, `${measure} ${expected} outside ${low} to ${high}`);
    }
    for (const measure of ["AUC", "log loss"] as const)
      assert.equal(of("smote", measure).verdict, "worse", measure);
    assert.ok(of("smote", "average precision").difference!.estimate < 0);
  });

  test("oversampled before a split by row, the same pairs look foretold", async () => {
    const { labels, features } = task;
    const made = smote(features, labels, { seed: 1 });
    const { train, test: tested } = rowSplitAsPublished(Uint32Array.from(made.labels.keys()), {
      testShare: 0.3,
      seed: 42,
    });
    const model = await learn(takeRows(made.features, train), at(made.labels, train));
    const ranked = rankScores(at(made.labels, tested), predictionsOf(model, takeRows(made.features, tested)));
    const chosen = confusionAt(tallyScores(ranked), 0.5);
    assertClose(f1Of(chosen), 0.917, 0.02, "F1");
    assertClose(accuracyOf(chosen), 0.922, 0.02, "accuracy");
  });
});
