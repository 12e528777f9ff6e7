import assert from "node:assert/strict";
import { test } from "node:test";
import { averagePrecision, thresholdCurve } from "../models/evaluation/precision-recall";
import { rankScores } from "../models/evaluation/ranked-scores";
import { tallyScores } from "../models/evaluation/score-tally";
import { precisionRecallPlot } from "./precision-recall-plot";

const small = tallyScores(rankScores([1, 0, 1, 0, 0], [0.9, 0.8, 0.7, 0.4, 0.2]));
const rich = tallyScores(rankScores([1, 1, 0, 1], [0.9, 0.8, 0.7, 0.4]));

test("the average precision that is told is the area beneath the steps", () => {
  const { alt } = precisionRecallPlot([{ name: "Trees", curve: thresholdCurve(small) }], { title: "t" });
  assert.equal(averagePrecision(small), (1 + 2 / 3) / 2);
  assert.equal(alt, "Trees: AP 0.833. Prevalence: 40.0\u00a0%.");
});

test("precision is level from one recall to the next", () => {
  const { wide } = precisionRecallPlot([{ name: "Trees", curve: thresholdCurve(small) }], { title: "t" });
  const d = /<path d="(M[^"]*)"[^>]*stroke-width="2"\/>/.exec(wide)![1]!;
  const at = [...d.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [left, right] = [at[0]![0], Math.max(...at.map(([x]) => x))];
  const bottom = Number(/<path d="M[\d.]+,[\d.]+V([\d.]+)"/.exec(wide)![1]) - 5;
  const full = at[0]![1];
  const points = at.map(([x, y]) => [(x - left) / (right - left), (bottom - y) / (bottom - full)]);
  // By hand: precisions 1, 1/2, 2/3, 1/2, 2/5 at recalls 1/2, 1/2, 1, 1, 1.
  const expected = [
    [0, 1],
    [0.5, 1],
    [0.5, 0.5],
    [0.5, 2 / 3],
    [1, 2 / 3],
    [1, 0.4],
  ];
  assert.equal(points.length, expected.length);
  for (const [i, [x, y]] of expected.entries()) {
    assert.ok(Math.abs(points[i]![0]! - x!) < 1e-3 && Math.abs(points[i]![1]! - y!) < 1e-3, `${points[i]}`);
  }
});

test("curves of other prevalences have lines of their own", () => {
  const curves = [
    { name: "a", curve: thresholdCurve(small) },
    { name: "b", curve: thresholdCurve(rich) },
    { name: "c", curve: thresholdCurve(small) },
  ];
  const { wide, alt } = precisionRecallPlot(curves, { title: "t" });
  assert.match(alt, /Prevalence: 40\.0\u00a0%, 75\.0\u00a0%\.$/);
  assert.equal(wide.match(/Prevalence (40|75)\.0\u00a0%, as chance/g)?.length, 2);
});

test("nothing is drawn before the first hit, and the area beneath stays the average precision", () => {
  const late = tallyScores(rankScores([0, 0, 1, 0], [0.9, 0.8, 0.7, 0.4]));
  const { wide, alt } = precisionRecallPlot([{ name: "Trees", curve: thresholdCurve(late) }], { title: "t" });
  const d = /<path d="(M[^"]*)"[^>]*stroke-width="2"\/>/.exec(wide)![1]!;
  // Level at 1/3, then down to the prevalence of 1/4.
  const ys = [...d.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
  assert.equal(ys.length, 3);
  assert.equal(ys[0], ys[1]);
  assert.ok(ys[2]! > ys[1]!);
  assert.match(alt, /AP 0\.333/);
});
