import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { threeHeaps } from "./k-means/testing-lloyd";
import { matrixOf } from "./matrix";
import { fitScaler, type Scaling } from "./scale";

/** The first two columns of twelve rows; row 3 equals row 4, so that quantiles tie. */
const heaps = threeHeaps(12, 3).values;
const row = (i: number) => [heaps[(i === 3 ? 4 : i) * 3]!, heaps[(i === 3 ? 4 : i) * 3 + 1]!] as const;
const fitted = matrixOf(
  ["x", "y"].map((name, j) => [name, Array.from({ length: 12 }, (_, i) => row(i)[j]!)]),
);
/** Rows to scale: the first four, and one far outside of what was fitted. */
const rows = matrixOf(
  ["x", "y"].map((name, j) => [name, [...[0, 1, 2, 3].map((i) => row(i)[j]!), [100, -5][j]!]]),
);

// StandardScaler, MinMaxScaler, RobustScaler, QuantileTransformer(n_quantiles=12) of scikit-learn 1.9, row by row
const reference: [Scaling, number[]][] = [
  [
    "standard",
    [
      -1.67929696083959, -1.83766592381104, -0.53784476088429, 0.07786720016148, 0.95590750078561,
      0.80981888167944, 0.19493936748208, -0.29589536061364, 9.59430501402759, -2.77207232574886,
    ],
  ],
  [
    "min-max",
    [
      0, 0, 0.34763948497854, 0.55656108597285, 0.80257510729614, 0.76923076923077, 0.57081545064378,
      0.44796380090498, 3.43347639484979, -0.27149321266968,
    ],
  ],
  [
    "robust",
    [
      -1.37535816618911, -1.32326283987915, -0.44699140401146, 0.1631419939577, 0.76790830945559,
      0.73111782477341, 0.14899713467049, -0.12688821752266, 7.79369627507163, -2.04833836858006,
    ],
  ],
  [
    "quantile",
    [
      0, 0, 0.27272727272727, 0.63636363636364, 0.81818181818182, 0.72727272727273, 0.59090909090909,
      0.40909090909091, 1, 0,
    ],
  ],
];

describe("against scikit-learn", () => {
  for (const [scaling, expected] of reference) {
    test(`${scaling} gives scikit-learn's numbers, also for rows it was not fitted to`, () => {
      const { values } = fitScaler(fitted, scaling).apply(rows);
      values.forEach((value, p) => {
        assert.ok(Math.abs(value - expected[p]!) < 1e-13, `${value} is not ${expected[p]}`);
      });
    });
  }
});

test("every chain is undone by inverting it", () => {
  const amount = fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100);
  const columns = fc.array(amount, { minLength: 1, maxLength: 30 });
  const step = fc.constantFrom("none", "log1p", "standard", "min-max", "robust");
  fc.assert(
    fc.property(columns, fc.array(step, { maxLength: 2 }), (column, chain) => {
      // A logarithm after a shift would meet numbers below −1.
      const steps = chain.toSorted((a, b) => Number(b === "log1p") - Number(a === "log1p"));
      const matrix = matrixOf([["x", column]]);
      const scaler = fitScaler(matrix, steps as Scaling);
      scaler.invert(scaler.apply(matrix)).values.forEach((value, i) => {
        assert.ok(Math.abs(value - column[i]!) <= 1e-9 * (1 + Math.max(...column)), `${value}, ${column[i]}`);
      });
    }),
  );
});

test("quantiles are undone where the column has values, and run from 0 to 1", () => {
  const scaler = fitScaler(fitted, "quantile");
  const scaled = scaler.apply(fitted);
  assert.deepEqual([Math.min(...scaled.values), Math.max(...scaled.values)], [0, 1]);
  const back = scaler.invert(scaled);
  back.values.forEach((value, p) => {
    assert.ok(Math.abs(value - fitted.values[p]!) < 1e-12);
  });
});

test("each column can have its own steps, and what they remember can be read", () => {
  const matrix = matrixOf([
    ["recency", [1, 2, 3]],
    ["monetary", [0, 99, 9999]],
  ]);
  const scaler = fitScaler(matrix, { recency: "min-max", monetary: ["log1p", "standard"] });
  const [recency, monetary] = scaler.columns;
  assert.deepEqual(recency!.steps[0]!.parameters, { minimum: 1, maximum: 3 });
  assert.deepEqual(
    monetary!.steps.map(({ kind }) => kind),
    ["log1p", "standard"],
  );
  assert.ok(Math.abs(monetary!.steps[1]!.parameters.mean! - (Math.log(100) + Math.log(10_000)) / 3) < 1e-14);
  assert.deepEqual(
    Array.from(scaler.apply(matrix).values).filter((_, p) => p % 2 === 0),
    [0, 0.5, 1],
  );
});

test("a column without spread is shifted only", () => {
  const matrix = matrixOf([["x", [0.1, 0.1, 0.1]]]);
  for (const scaling of ["standard", "min-max", "robust"] as const) {
    assert.deepEqual([...fitScaler(matrix, scaling).apply(matrix).values], [0, 0, 0], scaling);
  }
});

test("what cannot be scaled is refused, with the place", () => {
  const matrix = matrixOf([
    ["gap", [1, -1]],
    ["spend", [1, 2]],
  ]);
  assert.throws(
    () => fitScaler(matrix, "log1p"),
    /Row 2 of column "gap" is -1: log1p takes numbers above −1/,
  );
  assert.throws(() => fitScaler(matrix, { gap: "standard" }), /how column "spend" is scaled/);
  assert.throws(
    () => fitScaler(matrix, { gap: "none", spend: "none", tenure: "none" }),
    /no column "tenure"/,
  );
  assert.throws(() => fitScaler(matrixOf([["x", [1, Infinity]]]), "standard"), /Row 2 .* "x" is Infinity/);
  assert.throws(() => fitScaler(matrixOf([["x", []]]), "standard"), /at least one row/);
  const scaler = fitScaler(matrix, "standard");
  assert.throws(() => scaler.apply(matrixOf([["gap", [1]]])), /fitted to the columns gap, spend, not to gap/);
});
