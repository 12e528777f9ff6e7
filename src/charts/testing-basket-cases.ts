import type { Chart } from "./drawing/chart";
import { hostile, korean, uniform } from "./drawing/testing-text";
import { groupedMatrix } from "./grouped-matrix";
import { intervalPlot } from "./interval-plot";
import { ruleNetwork } from "./rule-network";
import { ruleScatter } from "./rule-scatter";

const methods = ["Popular", "Personal top", korean, hostile];
const scores = (groups: readonly string[], of: readonly string[]) =>
  groups.flatMap((group, g) =>
    of.map((label, i) => {
      const value = 0.052 + 0.03 * i + 0.02 * g;
      return { group, label, value, low: value - 0.012, high: value + 0.009 };
    }),
  );

const items = [korean, hostile, "whole milk", "JUMBO BAG RED RETROSPOT", "curd", "butter"];
const found = items.flatMap((from, i) =>
  items.flatMap((to, j) => {
    if (i === j) return [];
    const support = 0.01 + ((i * j) % 5) / 100;
    const antecedent = (i + j) % 3 === 0 ? [from, `item ${j}`] : [from];
    return [
      {
        antecedent,
        consequent: [to],
        support,
        confidence: (i + 1) / (j + 7),
        lift: 0.4 * (i + j) ** 2 + 0.5,
      },
    ];
  }),
);
const many = uniform(1200, 5).map((u, i) => {
  const antecedent = [`item ${i}`];
  return {
    antecedent,
    consequent: ["b"],
    support: 0.01 + 0.9 * u * u,
    confidence: ((i * 7) % 100) / 100 + 0.01,
    lift: 1 + 20 * u,
  };
});

/** Charts of rules and recommenders drawn for snapshots, as in `testing-cases`. */
export const basketCases: readonly (() => Chart)[] = [
  function intervalUsual() {
    return intervalPlot(scores(["n = 5", korean, hostile], methods), {
      title: "Scores",
      xTitle: "nDCG (95 % interval)",
      reference: { row: "Personal top" },
    });
  },
  function intervalLog() {
    const rows = [
      { label: korean, value: 24, low: 18, high: 31 },
      { label: hostile, value: 1.4, low: 0.9, high: 2.2 },
    ];
    const reference = { value: 1, label: hostile };
    return intervalPlot(rows, { title: "Lifts", xTitle: "Lift", reference, log: true });
  },
  function intervalOne() {
    return intervalPlot([{ label: "a", value: 0.3, low: 0.3, high: 0.3 }], { title: "One", xTitle: "x" });
  },
  function ruleScatterUsual() {
    return ruleScatter(found, { title: "Rules" });
  },
  function ruleScatterMany() {
    return ruleScatter(many, { title: hostile, log: true, label: 2 });
  },
  function ruleScatterOne() {
    return ruleScatter(found.slice(0, 1), { title: "One rule" });
  },
  function groupedUsual() {
    return groupedMatrix(found, { title: "Groups", groups: 5, rows: 4 });
  },
  function groupedMany() {
    return groupedMatrix(many, { title: hostile });
  },
  function groupedOne() {
    return groupedMatrix(found.slice(0, 1), { title: "One rule" });
  },
  function networkUsual() {
    return ruleNetwork(
      found.filter((_rule, i) => i % 3 === 0),
      { title: "Network" },
    );
  },
  function networkMany() {
    return ruleNetwork(many.slice(0, 20), { title: hostile, top: 15 });
  },
  function networkOne() {
    return ruleNetwork(found.slice(0, 1), { title: "One rule" });
  },
];

/** Each of them without data. */
export const emptyBasketCharts: readonly (() => Chart)[] = [
  () => intervalPlot([], { title: "t", xTitle: "x" }),
  () => ruleScatter([], { title: "t" }),
  () => ruleNetwork([], { title: "t" }),
  () => groupedMatrix([], { title: "t" }),
];
