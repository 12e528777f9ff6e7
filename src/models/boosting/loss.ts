import { roundForExactSums } from "./fixed-point";

/** The names of the losses that a model can learn to make small. */
export type LossName = "squared error" | "log loss";

/** Rows with what is known of them; without weights all weigh 1. */
export interface WeighedRows {
  readonly target: ArrayLike<number>;
  readonly margins: Float64Array;
  readonly weights?: Float64Array | undefined;
}

/** What some rows come to. */
export interface Slope {
  /** The sum of their losses times their weights. */
  readonly loss: number;
  /** The largest gradient, in size, and the largest hessian. */
  readonly gradient: number;
  readonly hessian: number;
}

/** What a model learns to make small, as a function of the margin: what the trees of a model add up to. */
export interface Loss {
  /** Refuses targets that it does not know. @throws RangeError naming the row and its value */
  check(target: ArrayLike<number>): void;
  /** The margin that suits all rows best, from which the trees start. @throws RangeError when there is none */
  base(target: ArrayLike<number>, weights?: ArrayLike<number>): number;
  /**
   * The loss of at most 512 rows, from one to before another, and its first and second derivatives by the margin times
   * the weight. O(rows).
   *
   * @param into takes a row's gradient at `step` times the row, then its hessian
   */
  slope(rows: WeighedRows, from: number, to: number, into?: Float64Array, step?: number): Slope;
  /** What a margin predicts: the value itself, or the chance of a 1. */
  predict(margin: number): number;
}

/** Half the squared distance of the margin from the target, so that the derivatives are the residual and 1. */
const squaredError: Loss = {
  check: (target) =>
    refuse(target, (y) => Math.abs(y) <= 1e100, "take a finite number, no larger than 1e100"),
  base: meanOf,
  slope({ target, margins, weights }, from, to, into, step = 2) {
    let [loss, largest, heaviest] = [0, 0, 0];
    for (let row = from; row < to; row++) {
      const weight = weights ? weights[row]! : 1;
      const residual = margins[row]! - target[row]!;
      const gradient = weight * residual;
      loss += gradient * residual;
      if (into) {
        into[row * step] = gradient;
        into[row * step + 1] = weight;
      }
      largest = Math.max(largest, Math.abs(gradient));
      heaviest = Math.max(heaviest, weight);
    }
    return { loss: loss / 2, gradient: largest, hessian: heaviest };
  },
  predict: (margin) => margin,
};

/** −log of the chance that a model gives to what happened, the margin being the log-odds of a 1. */
const logLoss: Loss = {
  check: (target) => refuse(target, (y) => y === 0 || y === 1, "a label is 0 or 1"),
  base(target, weights) {
    const share = meanOf(target, weights);
    if (share === 0 || share === 1)
      throw new RangeError(
        `Every label is ${share}: both 0 and 1 are needed to learn what tells them apart.`,
      );
    return Math.log(share / (1 - share));
  },
  slope({ target, margins, weights }, from, to, into, step = 2) {
    let [loss, largest, steepest] = [0, 0, 0];
    // The loss of a 1 is log(1 + exp(−m)), that of a 0 log(1 + exp(m)), written so that exp never overflows. Where all
    // rows weigh the same, the logarithms are taken as one, of a product of at most 512 numbers up to 2.
    let product = 1;
    for (let row = from; row < to; row++) {
      const margin = margins[row]!;
      const label = target[row]!;
      const small = Math.exp(-Math.abs(margin));
      const large = 1 / (1 + small);
      let gradient = (margin >= 0 ? large : small * large) - label;
      let hessian = small * large * large;
      // The margin of the wrong sign, without a branch on the label, which no processor could guess.
      const over = Math.max((1 - 2 * label) * margin, 0);
      if (weights) {
        const weight = weights[row]!;
        loss += weight * (over + Math.log1p(small));
        gradient *= weight;
        hessian *= weight;
      } else {
        loss += over;
        product *= 1 + small;
      }
      if (into) {
        into[row * step] = gradient;
        into[row * step + 1] = hessian;
      }
      largest = Math.max(largest, Math.abs(gradient));
      steepest = Math.max(steepest, hessian);
    }
    return { loss: loss + Math.log(product), gradient: largest, hessian: steepest };
  },
  predict: (margin) => 1 / (1 + Math.exp(-margin)),
};

/**
 * The losses by their names.
 * @example LOSSES["log loss"].predict(0) // 0.5
 */
export const LOSSES: Readonly<Record<LossName, Loss>> = {
  "squared error": squaredError,
  "log loss": logLoss,
};

/** The weighted mean, the same bits in any order of the rows. */
function meanOf(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const sum = (of: (value: number, row: number) => number) =>
    roundForExactSums(Float64Array.from(values, of)).reduce((a, b) => a + b, 0);
  if (!weights) return sum((value) => value) / values.length;
  return sum((value, row) => value * weights[row]!) / sum((_, row) => weights[row]!);
}

function refuse(target: ArrayLike<number>, fits: (y: number) => boolean, advice: string): void {
  for (let row = 0; row < target.length; row++)
    if (!fits(target[row]!)) throw new RangeError(`The target of row ${row} is ${target[row]}: ${advice}.`);
}
