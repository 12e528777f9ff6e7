import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { accuracyOf, confusionAt, f1Of, precisionOf, recallOf } from "./confusion";
import { rankScores } from "./ranked-scores";
import { tallyScores } from "./score-tally";
import { swappedBack } from "./swapped-report";

/** Study 002: 828,824 positives of 8,474,661 pairs, of them 580,657 of 5,932,262 to learn from; its report of the rest. */
const study = { f1: 0.43277, support: 334_323, positives: 828_824 - 580_657, rows: 8_474_661 - 5_932_262 };

test("study 002's report, swapped back, has the precision it printed as recall", () => {
  const table = swappedBack(study);
  assertClose(precisionOf(table), 0.377, 5e-4);
  assertClose(recallOf(table), 0.508, 5e-4);
  // Its accuracy is the same either way; it printed .87.
  assertClose(accuracyOf(table), 0.87, 5e-3);
  assertClose(f1Of(table), study.f1, 1e-12);
});

test("a table is found again from its report with the arguments swapped", () => {
  const pair = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (rest) => {
      const pairs = [[1, 1] as const, ...rest];
      const labels = pairs.map(([label]) => label);
      const chosen = pairs.map(([, mark]) => mark);
      const truth = confusionAt(tallyScores(rankScores(labels, chosen)), 1);
      // As printed: the marks are taken for the labels.
      const printed = confusionAt(tallyScores(rankScores(chosen, labels)), 1);
      const support = printed.truePositives + printed.falseNegatives;
      const positives = truth.truePositives + truth.falseNegatives;
      const found = swappedBack({ f1: f1Of(printed), support, positives, rows: pairs.length });
      for (const key of ["truePositives", "falsePositives", "falseNegatives", "trueNegatives"] as const)
        assertClose(found[key], truth[key], 1e-9, key);
      assertClose(precisionOf(found), recallOf(printed), 1e-9);
      assertClose(recallOf(found), precisionOf(printed), 1e-9);
    }),
  );
});

test("a report that no table can have is refused", () => {
  assert.throws(() => swappedBack({ ...study, f1: 1.2 }), /An F1 of 1.2: take 0 to 1/);
  assert.throws(() => swappedBack({ ...study, positives: -1 }), /number of positives is -1/);
  assert.throws(() => swappedBack({ ...study, support: 3_000_000 }), /support is 3000000 of 2542399 rows/);
  assert.throws(() => swappedBack({ f1: 1, support: 10, positives: 5, rows: 100 }), /no such table/);
  assert.throws(() => swappedBack({ f1: 0.1, support: 90, positives: 90, rows: 100 }), /no such table/);
});
