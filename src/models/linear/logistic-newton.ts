import type { FeatureMatrix } from "../features/feature-matrix";
import { solvePositiveDefinite } from "./positive-definite";

/** ½ ‖w‖² + Σ weight · log loss of (x − mean) / deviation · w + intercept. */
export interface LogisticProblem {
  readonly features: FeatureMatrix;
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  readonly labels: ArrayLike<number>;
  readonly weights: Float64Array;
}

/** Where Newton's method ended; `solution` holds the coefficients and, last, the intercept. */
export interface NewtonEnd {
  readonly solution: Float64Array;
  readonly iterations: number;
  readonly whyNot: string | null;
}

/** Differences of the objective below this share of it are rounding. */
const ROUNDING = 1e-12;

/**
 * Minimises a penalised logistic loss by Newton's method with step halving. O(rows × columns²) a step.
 *
 * @param tolerance largest change of a coefficient, relative to the largest coefficient or 1, of the last step
 * @example minimiseLogistic(problem, 100, 1e-9).whyNot // null
 */
export function minimiseLogistic(
  problem: LogisticProblem,
  maxIterations: number,
  tolerance: number,
): NewtonEnd {
  const size = problem.features.columns + 1;
  let solution = new Float64Array(size);
  let value = objective(problem, solution);
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    const { gradient, hessian } = derivatives(problem, solution);
    const solved = solvePositiveDefinite(hessian, gradient);
    if ("lost" in solved)
      return { solution, iterations: iterations - 1, whyNot: lostText(problem, solved.lost) };
    const step = solved.solution;
    const slope = gradient.reduce((sum, g, j) => sum + g * step[j]!, 0);
    const full = step.reduce((most, s) => Math.max(most, Math.abs(s)), 0);
    for (let share = 1; ; share /= 2) {
      const next = solution.map((w, j) => w - share * step[j]!);
      const at = objective(problem, next);
      // Where the whole gain is below the objective's rounding, its difference says nothing and Newton's step is taken.
      if (at <= value - 1e-4 * share * slope || slope <= ROUNDING * (1 + value)) {
        [solution, value] = [next, at];
        break;
      }
      if (share < 1e-10) return { solution, iterations, whyNot: stuckText(iterations) };
    }
    const largest = solution.reduce((most, w) => Math.max(most, Math.abs(w)), 1);
    if (full <= tolerance * largest) return { solution, iterations, whyNot: null };
  }
  return {
    solution,
    iterations: maxIterations,
    whyNot: `After ${maxIterations} iterations the coefficients still change: allow more, or take a smaller C.`,
  };
}

function objective(problem: LogisticProblem, solution: Float64Array): number {
  const columns = problem.features.columns;
  let penalty = 0;
  for (let j = 0; j < columns; j++) penalty += solution[j]! ** 2 / 2;
  let loss = 0;
  eachRow(problem, solution, (i, _, margin) => {
    const wrong = problem.labels[i] === 1 ? -margin : margin;
    // log(1 + exp(wrong)), which overflows nowhere.
    loss += problem.weights[i]! * (Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong))));
  });
  return penalty + loss;
}

function derivatives(problem: LogisticProblem, solution: Float64Array) {
  const size = solution.length;
  const gradient = solution.slice();
  gradient[size - 1] = 0;
  const hessian = new Float64Array(size * size);
  for (let j = 0; j < size - 1; j++) hessian[j * size + j] = 1;
  eachRow(problem, solution, (i, x, margin) => {
    const weight = problem.weights[i]!;
    const p = 1 / (1 + Math.exp(-margin));
    const q = 1 / (1 + Math.exp(margin));
    const residual = weight * (problem.labels[i] === 1 ? -q : p);
    for (let j = 0; j < size; j++) {
      gradient[j]! += residual * x[j]!;
      const curved = weight * p * q * x[j]!;
      for (let m = 0; m <= j; m++) hessian[j * size + m]! += curved * x[m]!;
    }
  });
  return { gradient, hessian };
}

/** Hands over each row with weight: its standardised features with a last 1, in one reused array, and its margin. */
function eachRow(
  { features, means, deviations, weights }: LogisticProblem,
  solution: Float64Array,
  take: (row: number, x: Float64Array, margin: number) => void,
): void {
  const { rows, columns, values } = features;
  const x = new Float64Array(columns + 1).fill(1);
  for (let i = 0; i < rows; i++) {
    if (weights[i] === 0) continue;
    let margin = solution[columns]!;
    for (let j = 0; j < columns; j++) {
      x[j] = (values[i * columns + j]! - means[j]!) / deviations[j]!;
      margin += solution[j]! * x[j]!;
    }
    take(i, x, margin);
  }
}

function lostText({ features }: LogisticProblem, lost: number): string {
  const what = lost < features.columns ? `the coefficient of "${features.names[lost]}"` : "the intercept";
  return (
    `Rounding hides the curvature along ${what}: features tell the labels apart entirely, or one is a combination of ` +
    "others, and the penalty is too weak to settle it. Take a smaller C, or leave such a feature out."
  );
}

function stuckText(iterations: number): string {
  return `No step improves the fit after ${iterations} iterations: rounding is larger than the gain. Take a smaller C.`;
}
