/** A feature on the way from the root to a node; the first step of a path is the root, of feature −1. */
export interface PathStep {
  readonly feature: number;
  /** Share of the training rows that follow the way where the feature is not known. */
  readonly zero: number;
  /** 1 when the row follows the way where the feature is known, else 0. */
  readonly one: number;
  /** Weight of the coalitions with as many known features as the step's place, among the features of the path. */
  readonly weight: number;
}

/**
 * A path made longer by one feature (EXTEND). O(length).
 *
 * @see Lundberg, Erion & Lee (2018), algorithm 2
 * @example extend([], 1, 1, -1) // the root alone
 */
export function extend(path: readonly PathStep[], zero: number, one: number, feature: number): PathStep[] {
  const d = path.length;
  const weights = [...path.map(({ weight }) => weight), d === 0 ? 1 : 0];
  for (let i = d - 1; i >= 0; i--) {
    weights[i + 1] = weights[i + 1]! + (one * weights[i]! * (i + 1)) / (d + 1);
    weights[i] = (zero * weights[i]! * (d - i)) / (d + 1);
  }
  return [...path, { feature, zero, one, weight: 0 }].map((step, i) => ({ ...step, weight: weights[i]! }));
}

/**
 * The path as if the feature at a place had never been added (UNWIND). O(length).
 *
 * @param at from 1 to below the length
 * @see Lundberg, Erion & Lee (2018), algorithm 2
 * @example unwind(extend(path, 0.5, 1, 3), path.length) // path again
 */
export function unwind(path: readonly PathStep[], at: number): PathStep[] {
  const weights = unwoundWeights(path, at);
  return path.filter((_, i) => i !== at).map((step, i) => ({ ...step, weight: weights[i]! }));
}

/**
 * The sum of the weights of the path without the feature at a place. O(length).
 * @example sumUnwound(path, 1) // by how much the first feature counts at the leaf
 */
export function sumUnwound(path: readonly PathStep[], at: number): number {
  return unwoundWeights(path, at).reduce((a, b) => a + b, 0);
}

function unwoundWeights(path: readonly PathStep[], at: number): number[] {
  const d = path.length - 1;
  const { one, zero } = path[at]!;
  const weights = path.slice(0, d).map(({ weight }) => weight);
  let next = path[d]!.weight;
  for (let i = d - 1; i >= 0; i--) {
    if (one !== 0) {
      const before = weights[i]!;
      weights[i] = (next * (d + 1)) / ((i + 1) * one);
      next = before - (weights[i]! * zero * (d - i)) / (d + 1);
    } else weights[i] = (weights[i]! * (d + 1)) / (zero * (d - i));
  }
  return weights;
}
