import assert from "node:assert/strict";
import { test } from "node:test";
import { rankScores } from "../models/evaluation/ranked-scores";
import { rocAuc, rocCurve } from "../models/evaluation/roc";
import { tallyScores } from "../models/evaluation/score-tally";
import { uniform } from "./drawing/testing-text";
import { rocPlot } from "./roc-plot";

const tallyOf = (n: number, seed: number) => {
  const scores = uniform(n, seed);
  const labels = uniform(n, seed + 1).map((u, i) => (u < scores[i]! ** 2 ? 1 : 0));
  return tallyScores(rankScores(labels, scores));
};
const [tally, other] = [tallyOf(5000, 2), tallyOf(40, 3)];

test("the AUC that is told is that of the scores, with its interval where it is given", () => {
  const estimate = rocAuc(tally);
  const auc = { estimate, low: estimate - 0.01, high: estimate + 0.012 };
  const { alt, wide } = rocPlot(
    [
      { name: "Trees", curve: rocCurve(tally), auc },
      { name: "Logistic", curve: rocCurve(other) },
    ],
    { title: "t" },
  );
  const told = `AUC ${estimate.toFixed(3)} (${auc.low.toFixed(3)} to ${auc.high.toFixed(3)})`;
  assert.equal(alt, `Trees: ${told}; Logistic: AUC ${rocAuc(other).toFixed(3)}. Chance: AUC 0.5.`);
  assert.ok(wide.includes(told));
});

test("an AUC of other scores is refused", () => {
  const auc = { estimate: 0.83, low: 0.8, high: 0.86 };
  assert.throws(
    () => rocPlot([{ name: "Trees", curve: rocCurve(tally), auc }], { title: "t" }),
    /"Trees" is given with AUC 0\.83, but its curve has 0\.7/,
  );
});

test("of a long curve the table has a hundred points from end to end, and the chart says so", () => {
  const { data, wide } = rocPlot([{ name: "Trees", curve: rocCurve(tally) }], { title: "t" });
  assert.ok(data.rows.length <= 100 && data.rows.length > 90, `${data.rows.length}`);
  assert.deepEqual(data.rows[0], ["Trees", 0, 0, null]);
  assert.deepEqual(data.rows.at(-1)!.slice(1, 3), [1, 1]);
  assert.match(wide, /at most 100 points of each curve/);
  const short = rocPlot([{ name: "Trees", curve: rocCurve(other) }], { title: "t" });
  assert.equal(short.data.rows.length, 41);
  assert.doesNotMatch(short.wide, /at most 100/);
});

test("curves of one name, and bands that are none, are refused", () => {
  const curve = rocCurve(other);
  assert.throws(
    () =>
      rocPlot(
        [
          { name: "a", curve },
          { name: "a", curve },
        ],
        { title: "t" },
      ),
    /The curve "a" stands in rows 1 and 2/,
  );
  const upside = { at: [0.5], intervals: [{ estimate: 0.5, low: 0.6, high: 0.4 }] };
  assert.throws(
    () => rocPlot([{ name: "a", curve, band: upside }], { title: "t" }),
    /"a" runs from 0\.6 to 0\.4 at place 1/,
  );
  const short = { at: [0, 1], intervals: [{ estimate: 0.5, low: 0.4, high: 0.6 }] };
  assert.throws(
    () => rocPlot([{ name: "a", curve, band: short }], { title: "t" }),
    /2 places and 1 intervals/,
  );
});

test("a curve of 130,000 points is a small drawing", () => {
  const { wide, narrow } = rocPlot([{ name: "Trees", curve: rocCurve(tallyOf(130_000, 7)) }], { title: "t" });
  assert.ok(wide.length < 12_000 && narrow.length < 12_000, `${wide.length}, ${narrow.length}`);
});
