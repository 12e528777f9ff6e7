import { gainCurve } from "../models/evaluation/gain";
import { thresholdCurve } from "../models/evaluation/precision-recall";
import { profitCurve } from "../models/evaluation/profit";
import { rankScores } from "../models/evaluation/ranked-scores";
import { equalCountEdges, reliabilityBins } from "../models/evaluation/reliability";
import { rocCurve } from "../models/evaluation/roc";
import { tallyScores } from "../models/evaluation/score-tally";
import type { Chart } from "./drawing/chart";
import { hostile, korean, uniform } from "./drawing/testing-text";
import { gainPlot } from "./gain-plot";
import { precisionRecallPlot } from "./precision-recall-plot";
import { profitPlot } from "./profit-plot";
import { reliabilityPlot } from "./reliability-plot";
import { rocPlot } from "./roc-plot";
import { shapBeeswarm } from "./shap-beeswarm";
import { shapDependence } from "./shap-dependence";
import { thresholdPlot } from "./threshold-plot";

const tallyOf = (seed: number, noise: number) => {
  const chances = uniform(400, 3).map((u) => u ** 3);
  const labels = uniform(400, 8).map((u, i) => (u < chances[i]! ? 1 : 0));
  const errors = uniform(400, seed);
  const scores = chances.map(
    (chance, i) => Math.round(100 * (chance * (1 - noise) + errors[i]! * noise)) / 100,
  );
  return tallyScores(rankScores(labels, scores));
};
const models = [
  { name: "Boosted trees", tally: tallyOf(5, 0.1) },
  { name: korean, tally: tallyOf(6, 0.5) },
  { name: hostile, tally: tallyOf(7, 0.9) },
];
const campaign = { cost: 1, margin: 3 };
const two = tallyScores(rankScores([1, 0], [0.7, 0.2]));
const at = [0, 0.25, 0.5, 0.75, 1];
const band = (height: (x: number) => number) => {
  const intervals = at.map((x) => ({ estimate: height(x), low: height(x) - 0.03, high: height(x) + 0.03 }));
  return { at, intervals };
};

/** Contributions as a model could have them, to features with a tail, with gaps and with one value. */
function explained(rows: number) {
  const us = [3, 4, 5].map((seed) => uniform(rows, seed));
  const tail = us[0]!.map((u) => Math.floor((1 - u) ** -1.5));
  const gaps = us[1]!.map((u, i) => (i % 9 === 0 ? Number.NaN : Math.round(u * 30)));
  const effects = [
    tail.map((x, i) => Math.log(x) - 0.6 + us[2]![i]! / 3),
    gaps.map((x, i) => (Number.isNaN(x) ? 0.2 : Math.sin(x / 5)) + us[2]![i]! / 5),
    tail.map(() => 0),
  ];
  const features = { names: [hostile, korean, "constant"], columns: [tail, gaps, tail.map(() => 1)] };
  return [{ expected: 0, columns: effects.map((column) => Float64Array.from(column)) }, features] as const;
}

/** Charts of models drawn for snapshots, as in `testing-cases`. */
export const modelCases: readonly (() => Chart)[] = [
  function rocUsual() {
    const curves = models.map(({ name, tally }) => ({ name, curve: rocCurve(tally) }));
    return rocPlot([{ ...curves[0]!, band: band(Math.sqrt) }, ...curves.slice(1)], { title: "ROC" });
  },
  function rocOne() {
    return rocPlot([{ name: "Two rows", curve: rocCurve(two) }], { title: "Two rows" });
  },
  function precisionRecallUsual() {
    const curves = models.map(({ name, tally }) => ({ name, curve: thresholdCurve(tally) }));
    return precisionRecallPlot(curves, { title: "Precision and recall" });
  },
  function reliabilityUsual() {
    const entries = models.slice(0, 2).map(({ name, tally }) => {
      const bins = reliabilityBins(tally, equalCountEdges(tally, 8));
      const intervals = bins.map(({ shareOfPositives: estimate }) => {
        return { estimate, low: estimate * 0.8, high: estimate + 0.04 };
      });
      return { name, tally, bins, intervals };
    });
    return reliabilityPlot(entries, { title: "Calibration" });
  },
  function gainUsual() {
    const curves = models.map(({ name, tally }) => ({ name, curve: gainCurve(tally) }));
    return gainPlot(curves, { title: "Gains", prevalence: 0.25, sought: "VIPs" });
  },
  function profitUsual() {
    const curves = models.map(({ name, tally }, i) => {
      return { name, curve: profitCurve(tally, campaign), ...(i === 1 && { chosen: 0.2 }) };
    });
    return profitPlot(curves, { title: "Profit" });
  },
  function thresholdUsual() {
    const curves = models.map(({ name, tally }) => ({ name, curve: thresholdCurve(tally), chosen: 0.3 }));
    return thresholdPlot(curves, { title: "Thresholds" });
  },
  function thresholdOne() {
    return thresholdPlot([{ name: "Two rows", curve: thresholdCurve(two) }], { title: "Two rows" });
  },
  function beeswarmUsual() {
    return shapBeeswarm(...explained(900), { title: "Contributions" });
  },
  function beeswarmOne() {
    const features = { names: ["a"], columns: [[1]] };
    return shapBeeswarm({ expected: 0, columns: [Float64Array.of(0.5)] }, features, { title: "One row" });
  },
  function dependenceUsual() {
    return shapDependence(...explained(300), { title: "Gaps", feature: korean, unit: hostile });
  },
  function dependenceMany() {
    return shapDependence(...explained(2000), {
      title: "Tail",
      feature: hostile,
      format: "money",
      log: true,
    });
  },
];

/** Each of them without data. */
export const emptyModelCharts: readonly (() => Chart)[] = [
  () => rocPlot([], { title: "t" }),
  () => precisionRecallPlot([], { title: "t" }),
  () => reliabilityPlot([], { title: "t" }),
  () => gainPlot([], { title: "t" }),
  () => profitPlot([], { title: "t" }),
  () => thresholdPlot([], { title: "t" }),
];
