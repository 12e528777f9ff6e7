import assert from "node:assert/strict";
import { test } from "node:test";
import { bootstrap } from "../stats/interval";
import { confidenceInterval, liftInterval, oddsRatioInterval } from "./intervals";
import { lift, oddsRatio, type PairCounts } from "./measures";

const counts: PairCounts = { n: 1800, a: 250, b: 611, both: 120 };

/** Bootstrap intervals over the baskets behind the counts. */
function resampled({ n, a, b, both }: PairCounts) {
  return bootstrap(
    n,
    (weights) => {
      const drawn = { n, a: 0, b: 0, both: 0 };
      weights.forEach((times, i) => {
        if (i < a) drawn.a += times;
        if (i < both || (i >= a && i < a + b - both)) drawn.b += times;
        if (i < both) drawn.both += times;
      });
      return [lift(drawn), oddsRatio(drawn)];
    },
    { resamples: 4000, seed: 3 },
  );
}

test("the intervals of lift and odds ratio are those of the bootstrap over baskets", () => {
  for (const rule of [
    counts,
    { n: 3000, a: 400, b: 120, both: 90 },
    { n: 2000, a: 900, b: 1000, both: 480 },
  ]) {
    const [ofLift, ofOdds] = resampled(rule);
    for (const [found, drawn] of [
      [liftInterval(rule), ofLift!],
      [oddsRatioInterval(rule), ofOdds!],
    ] as const) {
      assert.ok(Math.abs(found.estimate - drawn.estimate) < 1e-9);
      // To a tenth of the interval's width, on the log scale: 4,000 resamples and the percentile method differ by so much.
      const width = Math.log(found.high / found.low);
      assert.ok(Math.abs(Math.log(found.low / drawn.low)) < 0.1 * width, `${found.low}, ${drawn.low}`);
      assert.ok(Math.abs(Math.log(found.high / drawn.high)) < 0.1 * width, `${found.high}, ${drawn.high}`);
    }
  }
});

test("the interval of the odds ratio equals statsmodels'", () => {
  // statsmodels 0.15 Table2x2([[20, 10], [10, 60]]).oddsratio_confint(); with an empty cell, of the table with 0.5 added
  const found = oddsRatioInterval({ n: 100, a: 30, b: 30, both: 20 });
  assert.ok(
    Math.abs(found.low - 4.361367261475113) < 1e-9 && Math.abs(found.high - 33.01716901302544) < 1e-9,
  );
  const empty = oddsRatioInterval({ n: 40, a: 5, b: 7, both: 0 });
  assert.deepEqual([empty.estimate, empty.low], [0, 0]);
  assert.ok(Math.abs(empty.high - 6.971473575059468) < 1e-9);
  const sure = oddsRatioInterval({ n: 100, a: 20, b: 50, both: 20 });
  assert.ok(sure.estimate === Infinity && sure.high === Infinity && sure.low > 1 && sure.low < Infinity);
});

test("the interval of the confidence is Wilson's, of the baskets with A", () => {
  const { estimate, low, high } = confidenceInterval({ n: 5000, a: 100, b: 700, both: 13 });
  assert.equal(estimate, 0.13);
  assert.ok(Math.abs(low - 0.0776) < 1e-4 && Math.abs(high - 0.2098) < 1e-4);
});

test("a rule that never holds has a lift of 0 with an upper end, and what has no lift is refused", () => {
  const never = liftInterval({ n: 1000, a: 50, b: 60, both: 0 });
  assert.deepEqual([never.estimate, never.low], [0, 0]);
  assert.ok(never.high > 0.5 && never.high < 5);
  assert.throws(() => liftInterval({ n: 10, a: 0, b: 5, both: 0 }), /there is no lift/);
  assert.throws(() => oddsRatioInterval({ n: 10, a: 10, b: 5, both: 5 }), /there is no odds ratio/);
});
