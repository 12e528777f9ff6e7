import { barChart } from "./bar";
import { boxPlot } from "./box-plot";
import type { Chart } from "./drawing/chart";
import { hostile, korean, uniform } from "./drawing/testing-text";
import { dumbbell } from "./dumbbell";
import { heatMap } from "./heat-map";
import { histogram } from "./histogram";
import { ledgerChart } from "./ledger-chart";
import { lineChart } from "./line";
import { pairPlot } from "./pair-plot";
import { pointPlot } from "./point-plot";
import { scatterPlot } from "./scatter";
import { segmentMap } from "./segment-map";
import { smallMultiples } from "./small-multiples";
import { basketCases, emptyBasketCharts } from "./testing-basket-cases";
import { clusterCases, emptyClusterCharts } from "./testing-cluster-cases";
import { emptyModelCharts, modelCases } from "./testing-model-cases";
import { treemap } from "./treemap";

const tail = (n: number, seed: number) => uniform(n, seed).map((u) => 5 * (1 - u) ** -0.8);

const bars = (names: readonly string[]) => names.map((name, i) => ({ name, value: 1000 / (i + 1) }));
const months = ["2010-12", "2011-01", "2011-02", "2011-03"].map((month, i) => ({
  month,
  a: 10 + i * i,
  b: 14 - i,
}));
const hours = (days: readonly string[]) =>
  days.flatMap((day, i) => [9, 10, 11, 12].map((hour) => ({ day, hour, lines: (i + 1) * hour * 7 })));
const blocks = (first: string) => [
  { name: first, recency: [4, 5] as const, frequency: [4, 5] as const, n: 631 },
  { name: "At risk", recency: [1, 2] as const, frequency: [3, 5] as const, n: 589 },
  { name: "New", recency: [5, 5] as const, frequency: [1, 1] as const, n: 41 },
];
const ledger = (reason: string) => ({
  rowsIn: 541_909,
  kept: 401_604,
  steps: [
    { reason, dropped: 135_080 },
    { reason: "exact duplicate", dropped: 5_225 },
  ],
});
const rfm = [
  { name: "Recency (days)", values: uniform(300, 1).map((u) => 373 * u * u) },
  { name: hostile, values: tail(300, 2), log: true },
];
const groups = uniform(300, 3).map((u) => (u < 0.5 ? korean : hostile));
const points = rfm[0]!.values.map((x, i) => ({ x, y: rfm[1]!.values[i]!, group: groups[i]! }));

/** Charts drawn for snapshots and for properties that all charts share: the function's name is the snapshot's. */
export const cases: readonly (() => Chart)[] = [
  function barUsual() {
    return barChart(bars(["UK", "Germany", "France"]), {
      title: "Bars",
      category: "name",
      value: "value",
      valueTitle: "Revenue (£)",
      format: "money",
    });
  },
  function barLong() {
    return barChart(bars([korean, hostile, `${korean} 2`]), {
      title: hostile,
      category: "name",
      value: "value",
      highlight: [korean],
    });
  },
  function barGrouped() {
    return barChart(months, {
      title: "Grouped",
      category: "month",
      value: ["a", "b"],
      names: ["One", "Two"],
      valueTitle: "Value",
    });
  },
  function barOne() {
    return barChart(bars([""]), { title: "One bar", category: "name", value: "value" });
  },
  function lineUsual() {
    return lineChart(months, {
      title: "Lines",
      x: "month",
      y: ["a", "b"],
      names: ["As published", "Corrected"],
      colours: { "As published": "published", Corrected: "corrected" },
      yTitle: "Value",
      annotations: [{ x: "2011-03", text: `The peak, said to be ${hostile}`, series: "As published" }],
      reference: { y: 12, text: "mean 12" },
    });
  },
  function lineOne() {
    return lineChart([{ k: 3, v: 0.3 }], { title: "One point", x: "k", y: "v" });
  },
  function lineOrdinal() {
    return lineChart(bars([korean, hostile, "c"]), {
      title: "Names",
      x: "name",
      y: "value",
      yTitle: "Value",
    });
  },
  function heatMapUsual() {
    return heatMap(hours(["Mon", "Tue", korean, hostile]), {
      title: "Heat",
      x: "hour",
      y: "day",
      value: "lines",
      xTitle: "Hour",
      yTitle: "Weekday",
      format: "count",
    });
  },
  function heatMapOne() {
    return heatMap(hours(["Mon"]).slice(0, 1), { title: "One cell", x: "hour", y: "day", value: "lines" });
  },
  function histogramLog() {
    return histogram(tail(500, 5), {
      title: "Tail",
      xTitle: "Revenue (£)",
      log: true,
      quantiles: [0.5, 0.9],
      format: "money",
    });
  },
  function histogramOne() {
    return histogram([5], { title: "One value", xTitle: "x" });
  },
  function boxPlotUsual() {
    return boxPlot(
      [
        { group: hostile, values: tail(99, 6) },
        { group: korean, values: tail(99, 7) },
        { group: "one", values: [50] },
      ],
      { title: "Boxes", valueTitle: "Revenue (£)", log: true, format: "money" },
    );
  },
  function scatterUsual() {
    return scatterPlot(points.slice(0, 60), { title: "Points", x: "x", y: "y", group: "group", yLog: true });
  },
  function scatterMany() {
    const many = uniform(1600, 8).map((x, i) => ({ x, y: (x * i) % 1, group: i % 3 === 0 ? "a" : "b" }));
    return scatterPlot(many, { title: "Many points", x: "x", y: "y", group: "group" });
  },
  function pairPlotUsual() {
    return pairPlot(rfm, { title: "Pairs", group: groups });
  },
  function pointPlotUsual() {
    const means = ["R", hostile].flatMap((panel) =>
      ["VIP", korean, hostile].map((group, i) => ({
        panel,
        group,
        mean: 5 - i,
        low: 4.5 - i,
        high: 5.2 - i,
      })),
    );
    return pointPlot(means, {
      title: "Means",
      group: "group",
      value: "mean",
      low: "low",
      high: "high",
      panel: "panel",
      valueTitle: "Mean score (95 % interval)",
    });
  },
  function treemapUsual() {
    return treemap(bars([korean, hostile, "VIP", "d", "e", "f", "g"]), {
      title: "Tiles",
      label: "name",
      value: "value",
      format: "money",
    });
  },
  function treemapOne() {
    return treemap(bars([korean]), { title: "One tile", label: "name", value: "value" });
  },
  function segmentMapUsual() {
    return segmentMap(blocks("Champions"), { title: "Map" });
  },
  function segmentMapLong() {
    return segmentMap(blocks(`${hostile} ${korean}`), { title: "Map", valueTitle: hostile });
  },
  function ledgerUsual() {
    return ledgerChart(ledger("no customer"), { title: "Ledger" });
  },
  function ledgerLong() {
    return ledgerChart(ledger(`${hostile} ${korean}`), { title: "Ledger" });
  },
  function smallMultiplesUsual() {
    return smallMultiples(
      [
        {
          title: hostile,
          bars: [
            { label: korean, value: 3 },
            { label: hostile, value: 5 },
          ],
        },
        { title: "Tail", values: tail(200, 9), log: true },
      ],
      { title: "Panels", valueTitle: "Lines", format: "count" },
    );
  },
  function smallMultiplesOne() {
    const panels = [{ title: "One bar", bars: [{ label: korean, value: 1 }] }];
    return smallMultiples(panels, { title: "One panel", valueTitle: "Lines" });
  },
  function nothing() {
    return treemap([] as { name: string; value: number }[], { title: "t", label: "name", value: "value" });
  },
  function dumbbellUsual() {
    const pairs = [
      { name: "Peak day", from: 184_170.66, to: 15_606 },
      { name: korean, from: 0, to: 0 },
      { name: hostile, from: 5_000, to: 77_183.6 },
    ];
    return dumbbell(pairs, {
      title: "Pairs",
      label: "name",
      from: "from",
      to: "to",
      format: "money",
      valueTitle: "Revenue (£)",
    });
  },
  ...clusterCases,
  ...basketCases,
  ...modelCases,
];

/** Each kind of chart without data. */
export const emptyCharts: readonly (() => Chart)[] = [
  () => barChart([] as { a: string; b: number }[], { title: "t", category: "a", value: "b" }),
  () => lineChart([] as { a: string; b: number }[], { title: "t", x: "a", y: "b" }),
  () => heatMap([] as { a: string; b: number }[], { title: "t", x: "a", y: "a", value: "b" }),
  () => histogram([], { title: "t", xTitle: "x", quantiles: [0.5] }),
  () => boxPlot([{ group: "none", values: [] }], { title: "t", valueTitle: "x" }),
  () => scatterPlot([] as { a: number }[], { title: "t", x: "a", y: "a" }),
  () =>
    pairPlot(
      [
        { name: "a", values: [] },
        { name: "b", values: [] },
      ],
      { title: "t" },
    ),
  () => pointPlot([] as { a: string; b: number }[], { title: "t", group: "a", value: "b", valueTitle: "x" }),
  () => treemap([{ a: "zero", b: 0 }], { title: "t", label: "a", value: "b" }),
  () => segmentMap([], { title: "t" }),
  () => smallMultiples([], { title: "t", valueTitle: "x" }),
  () => dumbbell([] as { a: string; b: number }[], { title: "t", label: "a", from: "b", to: "b" }),
  ...emptyClusterCharts,
  ...emptyBasketCharts,
  ...emptyModelCharts,
];
