import assert from "node:assert/strict";
import { test } from "node:test";
import { rankScores } from "../models/evaluation/ranked-scores";
import { reliabilityBins } from "../models/evaluation/reliability";
import { tallyScores } from "../models/evaluation/score-tally";
import { tallyBars } from "./drawing/tally-bars";
import { reliabilityPlot } from "./reliability-plot";

const tally = tallyScores(rankScores([0, 0, 1, 0, 1, 1], [0.05, 0.1, 0.1, 0.3, 0.3, 0.9]));
const bins = reliabilityBins(tally, [0.1, 0.2, 1]);
const interval = (estimate: number) => ({ estimate, low: estimate - 0.1, high: estimate + 0.1 });

test("bins without rows are left out, and the farthest from the diagonal is told", () => {
  const { data, alt } = reliabilityPlot([{ name: "Trees", bins }], { title: "t" });
  // By hand: (0.05 + 0.1 + 0.1) / 3 with 1 of 3, and (0.3 + 0.3 + 0.9) / 3 with 2 of 3.
  assert.deepEqual(data.rows, [
    ["Trees", 0.0833333, 0.333333, null, null, 3],
    ["Trees", 0.5, 0.666667, null, null, 3],
  ]);
  assert.equal(
    alt,
    "Trees: farthest from the diagonal where 8.3\u00a0% is predicted and 33.3\u00a0% is found (3 rows).",
  );
});

test("intervals are drawn as bars and have to hold the share of their bin", () => {
  const intervals = [interval(1 / 3), interval(0), interval(2 / 3)];
  const { wide, data } = reliabilityPlot([{ name: "Trees", bins, intervals }], { title: "t" });
  assert.equal(wide.match(/stroke-width="1.5"\/><path d="M[^"]*a4,4/g)?.length, 2);
  assert.deepEqual(data.rows[1]!.slice(3, 5), [0.566667, 0.766667]);
  const moved = intervals.toReversed().map(({ estimate }) => interval(estimate + 0.2));
  assert.throws(
    () => reliabilityPlot([{ name: "Trees", bins, intervals: moved }], { title: "t" }),
    /"Trees", bin 1: the share 0\.33\d* does not lie within/,
  );
  assert.throws(
    () => reliabilityPlot([{ name: "Trees", bins, intervals: [interval(1 / 3)] }], { title: "t" }),
    /3 bins and 1 intervals/,
  );
});

test("the rows of each chance stand below, and what lies beyond the axis is told", () => {
  assert.deepEqual(tallyBars(tally, 0, 1, 4), [3, 2, 0, 1]);
  assert.deepEqual(tallyBars(tally, 0, 0.25, 5), [0, 1, 2, 0, 3]);
  const { wide } = reliabilityPlot([{ name: "Trees", bins, tally }], { title: "t" });
  assert.match(wide, /Rows with such a chance/);
  assert.match(wide, /Trees: the last bar counts 1 rows beyond 70\u00a0%, too/);
  assert.doesNotMatch(reliabilityPlot([{ name: "Trees", bins }], { title: "t" }).wide, /Rows with/);
});
