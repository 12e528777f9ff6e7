import type { NodeSums } from "./histogram";

/** What a leaf's value may be, before the learning rate. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** No bounds. */
export const UNBOUNDED: Bounds = { lower: -Infinity, upper: Infinity };

/**
 * The value that suits a node's rows best: the Newton step −G / (H + λ), within the bounds; 0 where there is no slope to
 * go by. O(1).
 *
 * @example nodeValue(-3, 1, 0.5, UNBOUNDED) // 2
 */
export function nodeValue(
  gradient: number,
  hessian: number,
  lambda: number,
  { lower, upper }: Bounds,
): number {
  const best = hessian + lambda > 0 ? 0 - gradient / (hessian + lambda) : 0;
  return Math.min(upper, Math.max(lower, best));
}

/**
 * By how much twice the loss falls, to second order, when a node takes a value: −2 G v − (H + λ) v². O(1).
 * @example fallAt(-3, 1, 0.5, 2) // 6
 */
export function fallAt(gradient: number, hessian: number, lambda: number, value: number): number {
  return -value * (2 * gradient + (hessian + lambda) * value);
}

/**
 * The bounds of both children of a split: where the feature's effect must rise (1) or fall (−1), neither side may cross
 * the middle between them later. O(1).
 *
 * @see the "basic" method of LightGBM, and scikit-learn's HistGradientBoosting
 * @example childBounds(UNBOUNDED, 1, left, right, 0)[0].upper // halfway between the children's values
 */
export function childBounds(
  bounds: Bounds,
  direction: number,
  left: NodeSums,
  right: NodeSums,
  lambda: number,
): [left: Bounds, right: Bounds] {
  if (direction === 0) return [bounds, bounds];
  const value = ({ gradient, hessian }: NodeSums) => nodeValue(gradient, hessian, lambda, bounds);
  const middle = (value(left) + value(right)) / 2;
  const below = { lower: bounds.lower, upper: middle };
  const above = { lower: middle, upper: bounds.upper };
  return direction > 0 ? [below, above] : [above, below];
}
