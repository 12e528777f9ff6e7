import type { Chart } from "./drawing/chart";
import { hostile, korean } from "./drawing/testing-text";
import { intervalPlot } from "./interval-plot";

const methods = ["Popular", "Personal top", korean, hostile];
const scores = (groups: readonly string[], of: readonly string[]) =>
  groups.flatMap((group, g) =>
    of.map((label, i) => {
      const value = 0.052 + 0.03 * i + 0.02 * g;
      return { group, label, value, low: value - 0.012, high: value + 0.009 };
    }),
  );

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
];

/** Each of them without data. */
export const emptyBasketCharts: readonly (() => Chart)[] = [
  () => intervalPlot([], { title: "t", xTitle: "x" }),
];
