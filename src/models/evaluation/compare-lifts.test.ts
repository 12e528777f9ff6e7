import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import { compareLifts } from "./compare-lifts";
import { liftAt } from "./gain";
import { rankScores } from "./ranked-scores";
import { tallyScores } from "./score-tally";

const random = createRandom(3);
const labels = Array.from({ length: 200 }, () => (random.next() < 0.2 ? 1 : 0));
const good = labels.map((label) => label + random.normal());
const poor = labels.map(() => random.next());
const options = { seed: 5, resamples: 200 };

test("lift, precision and gain of a share are those of the rows chosen", () => {
  // Of 10 rows, each there four times, 4 are 1s. The best half of "a" holds 3 of them, that of "b" 2.
  const fourTimes = (values: number[]) => values.flatMap((value) => [value, value, value, value]);
  const rows = fourTimes([1, 1, 0, 1, 0, 0, 1, 0, 0, 0]);
  const scores = {
    a: fourTimes([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
    b: fourTimes([10, 1, 8, 7, 6, 5, 4, 3, 2, 9]),
  };
  const found = compareLifts(scores, rows, [0.5], { ...options, resamples: 20 });
  assert.deepEqual(
    found.map(({ model, share, lift, precision, gain }) => [
      model,
      share,
      lift.estimate,
      precision.estimate,
      gain.estimate,
    ]),
    [
      ["a", 0.5, 1.5, 0.6, 0.75],
      ["b", 0.5, 1, 0.4, 0.5],
    ],
  );
  assert.equal(found[1]!.difference!.estimate, -0.5);
  assert.equal(found[0]!.difference, null);
});

test("a model that knows more is better, one that knows nothing worse, the same one is not told apart", () => {
  const verdicts = (scores: Record<string, number[]>) =>
    compareLifts(scores, labels, [0.1, 0.3], options).map(({ verdict }) => verdict);
  assert.deepEqual(verdicts({ poor, good }), [null, "better", null, "better"]);
  assert.deepEqual(verdicts({ good, poor }), [null, "worse", null, "worse"]);
  assert.deepEqual(verdicts({ good, again: [...good] }), [null, "not told apart", null, "not told apart"]);
});

test("p values are corrected for the number of differences, and intervals hold their estimates", () => {
  const alone = compareLifts({ poor, good }, labels, [0.1], options);
  const beside = compareLifts({ poor, good, again: [...poor] }, labels, [0.1], options);
  assert.ok(beside[1]!.p! >= alone[1]!.p! && beside[2]!.p === 1);
  for (const { model, share, lift } of beside) {
    const own = { good, poor, again: poor }[model]!;
    assert.equal(lift.estimate, liftAt(tallyScores(rankScores(labels, own)), share));
    assert.ok(lift.low <= lift.estimate && lift.estimate <= lift.high && lift.low < lift.high);
  }
});

test("no models, no shares, wrong shares and single labels are refused", () => {
  assert.throws(() => compareLifts({}, labels, [0.1]), /nothing to compare/);
  assert.throws(() => compareLifts({ good }, labels, []), /nothing to compare/);
  assert.throws(() => compareLifts({ good }, labels, [0]), /A share of 0/);
  assert.throws(() => compareLifts({ good: [1, 2] }, [0, 0], [0.5]), RangeError);
});
