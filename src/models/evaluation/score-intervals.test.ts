import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { createRandom } from "../../stats/random";
import { brierScore } from "./probability-loss";
import { rankScores } from "./ranked-scores";
import { rocAuc } from "./roc";
import { scoreIntervals } from "./score-intervals";
import { tallyScores } from "./score-tally";

/** Rows whose label is drawn with the probability that is their score. */
function drawn(rows: number, seed: number) {
  const random = createRandom(seed);
  const scores = Array.from({ length: rows }, () => random.next());
  return { scores, labels: scores.map((score) => (random.next() < score ? 1 : 0)) };
}

const auc = ([tally]: readonly Parameters<typeof rocAuc>[0][]) => [rocAuc(tally!)];
const options = { resamples: 300, seed: 3 };

test("with one row a customer the interval of a mean is as wide as its standard error says", () => {
  const { labels, scores } = drawn(400, 1);
  const customers = labels.map((_, row) => row);
  const [found] = scoreIntervals([rankScores(labels, scores)], customers, ([tally]) => [brierScore(tally!)], {
    resamples: 2000,
    seed: 3,
  });
  const losses = labels.map((label, row) => (label - scores[row]!) ** 2);
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / 400;
  const deviation = Math.sqrt(losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / 400);
  assertClose(found!.estimate, mean, 1e-12);
  assertClose((found!.high - found!.low) / ((2 * 1.96 * deviation) / 20), 1, 0.06);
});

test("rows repeated within their customers tell nothing new: the interval stays as wide", () => {
  const { labels, scores } = drawn(120, 2);
  const customers = labels.map((_, row) => `c${row}`);
  const once = scoreIntervals([rankScores(labels, scores)], customers, auc, options);
  const four = [0, 1, 2, 3];
  const ranked = rankScores(
    four.flatMap(() => labels),
    four.flatMap(() => scores),
  );
  const repeated = scoreIntervals(
    [ranked],
    four.flatMap(() => customers),
    auc,
    options,
  );
  for (const end of ["estimate", "low", "high"] as const)
    assertClose(repeated[0]![end], once[0]![end], 1e-12, end);
  const byRow = scoreIntervals(
    [ranked],
    four.flatMap((copy) => customers.map((_, row) => copy * 120 + row)),
    auc,
    options,
  );
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  assert.ok(width(byRow[0]!) < 0.65 * width(once[0]!), "drawn row by row it would be half as wide");
});

test("the order of the rows does not matter, the seed does", () => {
  const { labels, scores } = drawn(60, 4);
  const customers = labels.map((_, row) => row % 25);
  const found = scoreIntervals([rankScores(labels, scores)], customers, auc, options);
  const turned = rankScores(labels.toReversed(), scores.toReversed());
  assert.deepEqual(scoreIntervals([turned], customers.toReversed(), auc, options), found);
  assert.notDeepEqual(scoreIntervals([turned], customers.toReversed(), auc, { ...options, seed: 4 }), found);
  assert.equal(found[0]!.estimate, rocAuc(tallyScores(rankScores(labels, scores))));
  assert.ok(found[0]!.low < found[0]!.estimate && found[0]!.estimate < found[0]!.high);
});

test("models are compared on the same draws: one against itself differs by nothing", () => {
  const { labels, scores } = drawn(80, 5);
  const model = rankScores(labels, scores);
  const cubed = rankScores(
    labels,
    scores.map((score) => score ** 3),
  );
  const worse = rankScores(
    labels,
    scores.map((score, row) => score + (row % 5)),
  );
  const customers = labels.map((_, row) => row >> 1);
  const [same, better] = scoreIntervals(
    [model, cubed, worse],
    customers,
    ([a, b, c]) => [rocAuc(a!) - rocAuc(b!), rocAuc(a!) - rocAuc(c!)],
    options,
  );
  assert.deepEqual(same, { estimate: 0, low: 0, high: 0 });
  assert.ok(better!.low > 0);
});

test("rows that do not fit together are refused", () => {
  const model = rankScores([1, 0], [0.9, 0.1]);
  assert.throws(() => scoreIntervals([], [1, 2], auc), /no scores to judge/);
  assert.throws(() => scoreIntervals([model], [1], auc), /Model 1 scores 2 rows, but 1 rows/);
  assert.throws(() => scoreIntervals([model], [7, 7], auc), /Rows of 1 customer: an interval/);
  assert.throws(() => scoreIntervals([model], [7, Number.NaN], auc), /Row 2 has no customer/);
  assert.throws(
    () => scoreIntervals([model, rankScores([1, 1], [0.9, 0.1])], [1, 2], auc),
    /Row 2 has the label 1 in model 2, but 0 in model 1/,
  );
  assert.throws(() => scoreIntervals([model], [1, 2], auc), /Every resample of customers needs rows of both/);
});
