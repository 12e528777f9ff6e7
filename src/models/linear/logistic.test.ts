import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import type { Features } from "../features/features";
import { fitLogistic, logisticProbabilities } from "./logistic";

const matrix = (names: readonly string[], rows: readonly (readonly number[])[]): Features => ({
  names,
  columns: names.map((_, j) => rows.map((row) => row[j]!)),
});

/** 200 rows of four features of unlike units; no seed, so that they are easily made elsewhere. */
const rows = Array.from({ length: 200 }, (_, i) => [
  ((i * 37) % 23) / 4,
  1000 + ((i * i) % 17) * 50,
  Math.sin(i),
  i % 7 === 0 ? 1 : 0,
]);
const features = matrix(["a", "b", "c", "d"], rows);
const labels = rows.map(([a, b], i) => (a! - 2.75 + (b! - 1400) / 300 + 2 * Math.sin(i * i) > 0.5 ? 1 : 0));

/** C, weights, then w, intercept and the first three probabilities. */
type Reference = [c: number, weights: number[] | undefined, w: number[], b: number, first: number[]];

test("coefficients and probabilities are scikit-learn's", () => {
  // Z = StandardScaler().fit_transform(X); LogisticRegression(C=…, tol=1e-10, max_iter=10000).fit(Z, y,
  // sample_weight=…): coef_, intercept_, predict_proba(Z)[:3, 1], scikit-learn 1.9; weights i % 3
  const references: Reference[] = [
    [
      1,
      undefined,
      [1.6948989680555284, 1.099383782773841, 0.15201980518952812, -0.18844661831149379],
      -0.25297351157856535,
      [0.006332244699637547, 0.3601043271115597, 0.09344645418265676],
    ],
    [
      0.01,
      undefined,
      [0.37706639690494637, 0.243386486722995, 0.028995477803853094, -0.042663034994326096],
      -0.14770169858835505,
      [0.2285965584652775, 0.4444167041271799, 0.35389432073735777],
    ],
    [
      1e4,
      undefined,
      [1.8443258898177564, 1.2016863124045134, 0.17167590330815125, -0.2061822166233804],
      -0.2696445083477917,
      [0.004044983086113752, 0.3500640684087997, 0.0785438821558792],
    ],
    [
      1,
      rows.map((_, i) => i % 3),
      [1.716959967483482, 1.2688860287624495, 0.21973206186935987, -0.0807972152466295],
      -0.29098360958780956,
      [0.006005126781843738, 0.3149885944954795, 0.08258644853543048],
    ],
  ];
  assert.equal(
    labels.reduce((sum: number, label) => sum + label, 0),
    93,
  );
  for (const [c, weights, w, b, first] of references) {
    const model = fitLogistic(features, labels, { c, weights });
    assert.deepEqual([model.converged, model.whyNot], [true, null]);
    w.forEach((expected, j) => {
      assertClose(model.coefficients[j], expected, 1e-8, `C ${c}, coefficient ${j}`);
    });
    assertClose(model.intercept, b, 1e-8, `C ${c}, intercept`);
    const probabilities = logisticProbabilities(model, features);
    first.forEach((expected, i) => {
      assertClose(probabilities[i], expected, 1e-8);
    });
  }
});

const cases = fc
  .record({
    rows: fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 99 }), fc.nat(1)), {
      minLength: 4,
      maxLength: 40,
    }),
    c: fc.constantFrom(0.01, 1, 100),
  })
  .filter(({ rows }) => new Set(rows.map(([, , label]) => label)).size === 2);

test("where it ends the gradient is zero: C Σ (label − p) z = w, and residuals add up to nothing", () => {
  fc.assert(
    fc.property(cases, ({ rows, c }) => {
      const given = matrix(
        ["x", "y"],
        rows.map(([x, y]) => [x, y]),
      );
      const model = fitLogistic(
        given,
        rows.map(([, , label]) => label),
        { c },
      );
      assert.ok(model.converged, model.whyNot ?? "");
      const residuals = logisticProbabilities(model, given).map((p, i) => rows[i]![2] - p);
      assertClose(
        residuals.reduce((sum, r) => sum + r, 0),
        0,
        1e-7,
      );
      for (const j of [0, 1] as const) {
        const z = rows.map((row) => (row[j] - model.means[j]!) / model.deviations[j]!);
        const pull = c * residuals.reduce((sum, r, i) => sum + r * z[i]!, 0);
        assertClose(pull, model.coefficients[j]!, 1e-6 * (1 + c));
      }
    }),
  );
});

test("units and the order of columns do not matter, and swapped labels turn the signs", () => {
  fc.assert(
    fc.property(cases, ({ rows, c }) => {
      const truth = rows.map(([, , label]) => label);
      const model = fitLogistic(
        matrix(
          ["x", "y"],
          rows.map(([x, y]) => [x, y]),
        ),
        truth,
        { c },
      );
      const turned = fitLogistic(
        matrix(
          ["y", "x"],
          rows.map(([x, y]) => [y / 1e6 + 3, 1000 * x]),
        ),
        truth.map((label) => 1 - label),
        { c },
      );
      assertClose(turned.coefficients[1], -model.coefficients[0]!, 1e-6);
      assertClose(turned.coefficients[0], -model.coefficients[1]!, 1e-6);
      assertClose(turned.intercept, -model.intercept, 1e-6);
    }),
  );
});

test("labels that a feature tells apart entirely, a copied and a constant feature converge under a penalty", () => {
  const given = matrix(
    ["x", "copy", "constant"],
    [0, 1, 2, 3, 4, 5].map((x) => [x, x, 0.1]),
  );
  const model = fitLogistic(given, [0, 0, 0, 1, 1, 1], { c: 1000 });
  assert.ok(model.converged, model.whyNot ?? "");
  assertClose(model.coefficients[0], model.coefficients[1]!, 1e-9);
  assert.equal(model.coefficients[2], 0);
  const [low, , , , , high] = logisticProbabilities(model, given);
  assert.ok(low! < 1e-3 && high! > 0.999);
});

test("where full Newton steps would run away, halved ones arrive at scikit-learn's coefficients", () => {
  const far = matrix(
    ["x", "y"],
    [
      [-0.3, -3.3],
      [-0.1, 0],
      [-26.3, -3.1],
      [1, 0.3],
      [0.3, 35.3],
      [-4.3, 6.1],
      [10.6, -0.8],
      [0, -0.7],
    ],
  );
  const weights = [86, 3279, 42, 7750, 2, 3, 1306, 2];
  const model = fitLogistic(far, [0, 1, 0, 1, 1, 0, 0, 0], { c: 100, weights });
  assert.ok(model.converged, model.whyNot ?? "");
  // As above, but with solver="newton-cg"
  assertClose(model.coefficients[0], -4.581391762793593, 1e-8);
  assertClose(model.coefficients[1], 76.87101922755012, 1e-8);
  assertClose(model.intercept, 33.475921255194535, 1e-8);
});

test("what does not converge says why", () => {
  const early = fitLogistic(features, labels, { maxIterations: 2 });
  assert.deepEqual([early.converged, early.iterations], [false, 2]);
  assert.match(early.whyNot ?? "", /After 2 iterations the coefficients still change/);
  const copied = matrix(
    ["a", "copy of a"],
    rows.map(([a]) => [a!, a!]),
  );
  const lost = fitLogistic(copied, labels, { c: 1e18 });
  assert.equal(lost.converged, false);
  assert.match(lost.whyNot ?? "", /curvature along the coefficient of "copy of a".*smaller C/);
});

test("probabilities need the fitted columns in their order", () => {
  const model = fitLogistic(features, labels);
  const other = { ...features, names: ["b", "a", "c", "d"] };
  assert.throws(() => logisticProbabilities(model, other), /Feature 1 is "b", the model knows "a"/);
});

test("what cannot be fitted is refused with its place", () => {
  const two = matrix(["x"], [[1], [2]]);
  const holed = matrix(
    ["x", "y"],
    [
      [1, 2],
      [3, Number.NaN],
    ],
  );
  assert.throws(() => fitLogistic(holed, [0, 1]), /"y" is missing in row 1/);
  assert.throws(() => fitLogistic({ ...two, names: ["x", "y"] }, [0, 1]), /2 names for 1 columns/);
  assert.throws(() => fitLogistic(two, [0, 2]), /label of row 1 is 2/);
  assert.throws(() => fitLogistic(two, [0]), /1 labels for 2 rows/);
  assert.throws(() => fitLogistic(two, [1, 1]), /one label only/);
  assert.throws(() => fitLogistic(two, [0, 1], { weights: [1, 0] }), /one label only/);
  assert.throws(() => fitLogistic(two, [0, 1], { weights: [1, -1] }), /weight of row 1 is -1/);
  assert.throws(() => fitLogistic(two, [0, 1], { weights: [1] }), /1 weights for 2 rows/);
  assert.throws(() => fitLogistic(two, [0, 1], { c: 0 }), /C is 0/);
  assert.throws(() => fitLogistic(two, [0, 1], { maxIterations: 0 }), /0 iterations/);
  assert.throws(() => fitLogistic(two, [0, 1], { tolerance: 0 }), /tolerance of 0/);
});
