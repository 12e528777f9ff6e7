import { barPanels } from "./bar-panels";
import { cohortMatrix } from "./cohort-matrix";
import { deviationBars } from "./deviation-bars";
import type { Chart } from "./drawing/chart";
import { hostile, korean, uniform } from "./drawing/testing-text";
import { elbowChart } from "./elbow-chart";
import { flowChart } from "./flow-chart";
import { heatPanels } from "./heat-panels";
import { parallelCoordinates } from "./parallel-coordinates";
import { planePlot } from "./plane-plot";
import { radarChart } from "./radar-chart";
import { silhouettePlot } from "./silhouette-plot";
import { snakePlot } from "./snake-plot";
import { stackedBars } from "./stacked-bars";

const variables = ["Recency (days)", "Frequency (orders)", korean, hostile, "Length"];
const clusters = ["Gold", korean, hostile, "Bronze"];
const profile = (names: readonly string[], of: readonly string[]) =>
  names.flatMap((cluster, c) =>
    of.map((variable, v) => {
      const mean = Math.round(100 * Math.sin(1 + c * 2 + v * 1.7)) / 50;
      return { cluster, variable, mean, low: mean - 0.15, high: mean + 0.15 };
    }),
  );
const quartiles = (names: readonly string[], of: readonly string[]) =>
  profile(names, of).map(({ cluster, variable, mean }) => {
    return { cluster, variable, q1: 20 + mean * 5, median: 22 + mean * 6, q3: 30 + mean * 9 };
  });
const deviations = (names: readonly string[], of: readonly string[]) =>
  profile(names, of).map(({ cluster, variable, mean }) => {
    return { cluster, variable, mean: 16 + 6 * mean, overall: 16 };
  });
const cohorts = (names: readonly string[]) =>
  names.flatMap((cohort, i) =>
    Array.from({ length: names.length - i }, (_v, since) => {
      return { cohort, since, share: since === 0 ? 1 : 0.3 / (since + i + 1), n: 100 * (i + 1) };
    }),
  );
const months = Array.from({ length: 12 }, (_v, i) => `2019-${String(i + 1).padStart(2, "0")}`);
const widths = uniform(400, 11).map((u) => u ** 0.6 - 0.25);
const flows = (names: readonly string[]) =>
  names.flatMap((from, i) =>
    names.map((to, j) => ({
      from,
      to,
      n: i === j ? 400 : i - j === 1 ? 2 : Math.round(90 / (1 + Math.abs(i - j))),
    })),
  );
const week = ["Mon", "Tue", korean];
const hot = (panels: readonly string[]) =>
  panels.flatMap((grade, p) =>
    week.flatMap((day, d) =>
      Array.from({ length: 24 }, (_v, hour) => ({
        grade,
        day,
        hour,
        share: ((hour * (d + p + 1)) % 24) / 1000,
      })),
    ),
  );

/** Charts of clusters and cohorts drawn for snapshots, as in `testing-cases`. */
export const clusterCases: readonly (() => Chart)[] = [
  function silhouetteUsual() {
    const labels = widths.map((_w, i) => (i < 200 ? 0 : i < 300 ? 1 : i < 390 ? 2 : 3));
    return silhouettePlot({ values: widths, labels }, { title: "Silhouettes", names: clusters });
  },
  function silhouetteOne() {
    return silhouettePlot({ values: [0.4], labels: [0] }, { title: "One customer" });
  },
  function elbowUsual() {
    const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10];
    const rows = [
      ...ks.map((k) => ({ criterion: "Inertia", k, value: 13_000 / k })),
      ...ks.map((k) => ({
        criterion: `Gap ${korean}`,
        k,
        value: 0.4 + Math.sin(k) / 9,
        low: 0.3,
        high: 0.6,
      })),
      ...ks.map((k) => ({ criterion: hostile, k, value: 1 / k })),
    ];
    const marks = [{ criterion: "Inertia", k: 4, text: "knee" }];
    return elbowChart(rows, { title: "Criteria", marks, intervals: "±1 standard error" });
  },
  function elbowOne() {
    return elbowChart([{ criterion: "Inertia", k: 3, value: 5 }], { title: "One k" });
  },
  function cohortUsual() {
    return cohortMatrix(cohorts(months), {
      title: "Who came back",
      cohort: "cohort",
      period: "since",
      value: "share",
      size: "n",
      valueTitle: "Share that bought again",
    });
  },
  function cohortLong() {
    return cohortMatrix(cohorts([korean, hostile, "c"]), {
      title: hostile,
      cohort: "cohort",
      period: "since",
      value: "share",
    });
  },
  function cohortOne() {
    return cohortMatrix([{ c: "2019-01", p: 1, v: 12.5 }], {
      title: "One cell",
      cohort: "c",
      period: "p",
      value: "v",
      format: "money",
    });
  },
  function flowUsual() {
    return flowChart(flows(["VIP", korean, hostile, "Lost"]), {
      title: "Who moved",
      from: "from",
      to: "to",
      value: "n",
      order: ["VIP", korean, hostile, "Lost"],
      stages: ["June", "December"],
    });
  },
  function flowThree() {
    const rows = [0, 1].flatMap((step) => flows(["a", korean]).map((flow) => ({ ...flow, step })));
    return flowChart(rows, { title: "Three columns", from: "from", to: "to", value: "n", step: "step" });
  },
  function flowOne() {
    return flowChart([{ from: "a", to: "b", n: 1 }], {
      title: "One flow",
      from: "from",
      to: "to",
      value: "n",
    });
  },
  function radarUsual() {
    return radarChart(profile(clusters, variables), { title: "Webs" });
  },
  function radarOne() {
    return radarChart(profile(["One"], ["Recency"]), { title: "One spoke" });
  },
  function snakeUsual() {
    return snakePlot(profile(clusters, variables), { title: "Lines" });
  },
  function snakeOne() {
    return snakePlot([{ cluster: "a", variable: "b", mean: 0 }], { title: "One mean" });
  },
  function parallelUsual() {
    return parallelCoordinates(quartiles(clusters, variables), { title: "Middle halves" });
  },
  function parallelOne() {
    return parallelCoordinates([{ cluster: "a", variable: "b", q1: 1, median: 1, q3: 1 }], { title: "One" });
  },
  function deviationUsual() {
    return deviationBars(deviations(clusters, variables), { title: "Against all" });
  },
  function deviationOne() {
    return deviationBars(deviations(["a"], ["b"]), { title: "One bar", panel: "cluster" });
  },
  function planeUsual() {
    const rows = widths.map((x, i) => ({ x, y: (x * i) % 1, cluster: clusters[i % 4]! }));
    return planePlot(rows, { title: "Plane", explained: [0.62, 0.21] });
  },
  function planeOne() {
    return planePlot([{ x: 1, y: 1, cluster: "a" }], { title: "One point", explained: [1, 0] });
  },
  function stackedUsual() {
    const rows = flows(["VIP", korean, hostile]);
    return stackedBars(rows, {
      title: "Parts",
      category: "from",
      series: "to",
      value: "n",
      valueTitle: "Share",
    });
  },
  function stackedOne() {
    return stackedBars([{ from: "a", to: "b", n: 3 }], {
      title: "One part",
      category: "from",
      series: "to",
      value: "n",
      valueTitle: "Customers",
      share: false,
    });
  },
  function barPanelsUsual() {
    const bars = [korean, hostile, "fresh fruits"].map((label, i) => ({ label, value: 0.11 / (i + 1) }));
    const panels = ["VIP", hostile, korean].map((title) => ({ title, bars }));
    return barPanels(panels, { title: "Aisles", valueTitle: "Share of lines", format: "percent" });
  },
  function barPanelsOne() {
    const panels = [{ title: "VIP", bars: [{ label: "a", value: -2 }] }];
    return barPanels(panels, { title: "One bar", valueTitle: "Lift", base: 1 });
  },
  function heatPanelsUsual() {
    return heatPanels(hot(["VIP", hostile, korean, "Lost"]), {
      title: "Hours",
      panel: "grade",
      x: "hour",
      y: "day",
      value: "share",
      valueTitle: "Share of orders",
      xTitle: "Hour of the day",
      yTitle: "Weekday",
      format: "percent",
    });
  },
  function heatPanelsOne() {
    const rows = [{ p: korean, x: hostile, y: korean, v: 1 }];
    return heatPanels(rows, { title: "One cell", panel: "p", x: "x", y: "y", value: "v", valueTitle: "n" });
  },
];

/** Each of them without data. */
export const emptyClusterCharts: readonly (() => Chart)[] = [
  () => silhouettePlot({ values: [], labels: [] }, { title: "t" }),
  () => elbowChart([], { title: "t" }),
  () => cohortMatrix([] as { a: string; b: number }[], { title: "t", cohort: "a", period: "b", value: "b" }),
  () => flowChart([] as { a: string; b: number }[], { title: "t", from: "a", to: "a", value: "b" }),
  () => radarChart([], { title: "t" }),
  () => snakePlot([], { title: "t" }),
  () => parallelCoordinates([], { title: "t" }),
  () => deviationBars([], { title: "t" }),
  () => planePlot([], { title: "t", explained: [0, 0] }),
  () =>
    stackedBars([] as { a: string; b: number }[], {
      title: "t",
      category: "a",
      series: "a",
      value: "b",
      valueTitle: "x",
    }),
  () => barPanels([{ title: "p", bars: [] }], { title: "t", valueTitle: "x" }),
  () =>
    heatPanels([] as { a: string; b: number }[], {
      title: "t",
      panel: "a",
      x: "a",
      y: "a",
      value: "b",
      valueTitle: "x",
    }),
];
