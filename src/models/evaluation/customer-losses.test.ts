import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { confusionAt, f1Of } from "./confusion";
import { customerLosses } from "./customer-losses";
import { brierScore, logLoss } from "./probability-loss";
import { rankScores } from "./ranked-scores";
import { tallyScores } from "./score-tally";
import { someRows } from "./testing";

test("sums over customers give what the tally of weighted rows gives", () => {
  fc.assert(
    fc.property(someRows(20), fc.nat(6), ({ labels, scores, weights }, fifths) => {
      const numbers = Uint32Array.from(labels, (_, row) => row % 4);
      const own = Float64Array.from({ length: 4 }, (_, c) => 1 + (weights[c] ?? 0));
      const found = customerLosses(labels, scores, numbers, 4, fifths / 5)(own);
      const rowWeights = Float64Array.from(numbers, (customer) => own[customer]!);
      const tally = tallyScores(rankScores(labels, scores), rowWeights);
      assertClose(found.f1, f1Of(confusionAt(tally, fifths / 5)), 1e-12, "F1");
      assertClose(found.logLoss, logLoss(tally), 1e-12, "log loss");
      assertClose(found.brierScore, brierScore(tally), 1e-12, "Brier score");
    }),
  );
});
