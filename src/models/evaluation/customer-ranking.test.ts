import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { confusionAtTop, f1Of } from "./confusion";
import { customerRanking } from "./customer-ranking";
import { averagePrecision } from "./precision-recall";
import { rankScores } from "./ranked-scores";
import { rocAuc } from "./roc";
import { tallyScores } from "./score-tally";
import { sixtyRows, someRows } from "./testing";

test("one pass finds what the tally of weighted rows gives, for any ties, weights and shares", () => {
  fc.assert(
    fc.property(someRows(20), fc.integer({ min: 1, max: 20 }), ({ labels, scores, weights }, twentieths) => {
      const ranked = rankScores(labels, scores);
      const each = Uint32Array.from(labels, (_, row) => row);
      const share = twentieths / 20;
      const found = customerRanking(ranked, each, share)(Float64Array.from(weights));
      const tally = tallyScores(ranked, weights);
      assertClose(found.auc, rocAuc(tally), 1e-12, "AUC");
      assertClose(found.averagePrecision, averagePrecision(tally), 1e-12, "average precision");
      assertClose(found.f1AtTop, f1Of(confusionAtTop(tally, share)), 1e-12, "F1");
    }),
  );
});

test("rows have the weight of their customer", () => {
  const { labels, scores } = sixtyRows();
  const ranked = rankScores(labels, scores);
  const customers = Uint32Array.from(labels, (_, row) => row % 7);
  const weights = Float64Array.of(2, 0, 1, 1, 3, 0, 1);
  const found = customerRanking(ranked, customers, 0.3)(weights);
  // scikit-learn 1.9: roc_auc_score and average_precision_score(y, s, sample_weight=w[np.arange(60) % 7])
  assertClose(found.auc, 0.8212121212121212, 1e-12);
  assertClose(found.averagePrecision, 0.7776491703228279, 1e-12);
});
