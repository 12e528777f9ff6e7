import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gainBands, precisionBands, profitBands, rocBands } from "./curve-bands";
import { gainAt } from "./gain";
import { profitAt } from "./profit";
import { rankScores } from "./ranked-scores";
import { rocCurve } from "./roc";
import { plain, sixtyRows } from "./testing";

const { labels, scores } = sixtyRows();
const model = rankScores(labels, scores);
const worse = rankScores(
  labels,
  scores.map((score, i) => (i % 3 === 0 ? 1 - score : score)),
);
const customers = labels.map((_, i) => i % 20);
const tally = plain({ labels, scores });
const options = { seed: 5, resamples: 200, places: 11 };

test("bands are drawn at even places, the same for the same seed, one a model", () => {
  const [first, second, ...more] = rocBands([model, worse], customers, options);
  assert.deepEqual(first!.at, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  assert.equal(first!.intervals.length, 11);
  assert.equal(more.length, 0);
  assert.deepEqual(rocBands([model, worse], customers, options)[1], second);
  assert.notDeepEqual(first, second);
  assert.deepEqual(rocBands([worse], customers, options)[0], second);
});

test("the middle of a gain or profit band is the gain or profit at that share", () => {
  const campaign = { cost: 1, margin: 4 };
  const [gain] = gainBands([model], customers, options);
  const [profit] = profitBands([model], customers, campaign, options);
  for (const [i, share] of Array.from(gain!.at).entries()) {
    if (share === 0) continue;
    assert.ok(Math.abs(gain!.intervals[i]!.estimate - gainAt(tally, share)) < 1e-12);
    assert.ok(Math.abs(profit!.intervals[i]!.estimate - profitAt(tally, share, campaign)) < 1e-9);
  }
  assert.deepEqual([gain!.intervals[0]!.estimate, profit!.intervals[0]!.estimate], [0, 0]);
});

test("the middle of a ROC band passes through the points of the curve", () => {
  const { falsePositiveRate, truePositiveRate } = rocCurve(
    plain({ labels: [1, 0, 1, 0, 0], scores: [5, 4, 3, 2, 1] }),
  );
  const small = rankScores([1, 0, 1, 0, 0, 1, 0, 1, 0, 0], [5, 4, 3, 2, 1, 5, 4, 3, 2, 1]);
  const [band] = rocBands([small], [1, 1, 1, 1, 1, 2, 2, 2, 2, 2], { places: 4, resamples: 5 });
  // At 0, 1/3, 2/3 and 1; where the curve rises upright, its upper end.
  assert.deepEqual(Array.from(falsePositiveRate), [0, 0, 1 / 3, 1 / 3, 2 / 3, 1]);
  assert.deepEqual(Array.from(truePositiveRate), [0, 0.5, 0.5, 1, 1, 1]);
  assert.deepEqual(
    band!.intervals.map(({ estimate }) => estimate),
    [0.5, 1, 1, 1],
  );
});

test("the middle of a precision band is the precision of the fewest rows that reach the recall", () => {
  const small = rankScores([1, 0, 1, 0, 0, 1, 0, 1, 0, 0], [5, 4, 3, 2, 1, 5, 4, 3, 2, 1]);
  const [band] = precisionBands([small], [1, 1, 1, 1, 1, 2, 2, 2, 2, 2], { places: 5, resamples: 5 });
  assert.deepEqual(
    band!.intervals.map(({ estimate }) => estimate),
    [1, 1, 1, 2 / 3, 2 / 3],
  );
});

test("bands hold the curve of most seeds and are refused for one place", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      for (const { low, estimate, high } of gainBands([model], customers, { ...options, seed })[0]!
        .intervals) {
        assert.ok(low <= estimate + 1e-12 && estimate <= high + 1e-12);
      }
    }),
    { numRuns: 20 },
  );
  assert.throws(() => rocBands([model], customers, { places: 1 }), /1 places: a band needs at least two/);
});
