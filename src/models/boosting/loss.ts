import { roundForExactSums } from "./fixed-point";
import type { Derivatives } from "./histogram";

/** The names of the losses that a model can learn to make small. */
export type LossName = "squared error" | "log loss";

/** What a model learns to make small, as a function of the margin: what the trees of a model add up to. */
export interface Loss {
  /** Refuses targets that it does not know. @throws RangeError naming the row and its value */
  check(target: ArrayLike<number>): void;
  /** The margin that suits all rows best, from which the trees start. @throws RangeError when there is none */
  base(target: ArrayLike<number>): number;
  /** First and second derivatives by the margin, rounded so that their sums are exact. O(n). */
  derivatives(target: ArrayLike<number>, margins: Float64Array): Derivatives;
  /** The mean loss. O(n). */
  mean(target: ArrayLike<number>, margins: Float64Array): number;
  /** What a margin predicts: the value itself, or the chance of a 1. */
  predict(margin: number): number;
}

/** Half the squared distance of the margin from the target, so that the derivatives are the residual and 1. */
const squaredError: Loss = {
  check: (target) =>
    refuse(target, (y) => Math.abs(y) <= 1e100, "take a finite number, no larger than 1e100"),
  base: meanOf,
  derivatives(target, margins) {
    const gradients = margins.map((margin, row) => margin - target[row]!);
    return { gradients: roundForExactSums(gradients), hessians: new Float64Array(margins.length).fill(1) };
  },
  mean: (target, margins) =>
    margins.reduce((sum, margin, row) => sum + (margin - target[row]!) ** 2, 0) / margins.length / 2,
  predict: (margin) => margin,
};

/** −log of the chance that a model gives to what happened, the margin being the log-odds of a 1. */
const logLoss: Loss = {
  check: (target) => refuse(target, (y) => y === 0 || y === 1, "a label is 0 or 1"),
  base(target) {
    const share = meanOf(target);
    if (share === 0 || share === 1)
      throw new RangeError(
        `Every label is ${share}: both 0 and 1 are needed to learn what tells them apart.`,
      );
    return Math.log(share / (1 - share));
  },
  derivatives(target, margins) {
    const gradients = new Float64Array(margins.length);
    const hessians = new Float64Array(margins.length);
    for (let row = 0; row < margins.length; row++) {
      const chance = sigmoid(margins[row]!);
      gradients[row] = chance - target[row]!;
      hessians[row] = chance * (1 - chance);
    }
    return { gradients: roundForExactSums(gradients), hessians: roundForExactSums(hessians) };
  },
  mean(target, margins) {
    // log(1 + exp(−m)) of a 1 and log(1 + exp(m)) of a 0, written so that exp never overflows.
    const loss = (m: number) => Math.max(-m, 0) + Math.log1p(Math.exp(-Math.abs(m)));
    return margins.reduce((sum, m, row) => sum + loss(target[row] === 1 ? m : -m), 0) / margins.length;
  },
  predict: sigmoid,
};

/**
 * The losses by their names.
 * @example LOSSES["log loss"].predict(0) // 0.5
 */
export const LOSSES: Readonly<Record<LossName, Loss>> = {
  "squared error": squaredError,
  "log loss": logLoss,
};

function sigmoid(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}

/** The mean, the same bits in any order of the rows. */
function meanOf(values: ArrayLike<number>): number {
  return roundForExactSums(Float64Array.from(values)).reduce((a, b) => a + b, 0) / values.length;
}

function refuse(target: ArrayLike<number>, fits: (y: number) => boolean, advice: string): void {
  for (let row = 0; row < target.length; row++)
    if (!fits(target[row]!)) throw new RangeError(`The target of row ${row} is ${target[row]}: ${advice}.`);
}
