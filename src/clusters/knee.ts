import { requireFinite } from "../stats/finite";

/** Where a falling curve stops falling fast, and how pronounced that is. */
export interface Knee {
  readonly x: number;
  readonly y: number;
  /** Height of the bend: the largest distance of the normalised curve below the line from first to last, 0 to 1. */
  readonly height: number;
}

/**
 * The knee of a falling, convex curve, such as inertia against k: the point farthest below the straight line between
 * its ends, after which the curve comes nearer to that line again by more than `sensitivity` mean steps (kneedle,
 * offline). Null when there is none, as on a straight line. O(n).
 *
 * A knee is found on any smoothly falling curve, clusters or not: it says where the gain slows, not that there are so
 * many clusters. It moves with the range of x.
 *
 * @param x strictly ascending, such as k = 2 … 14
 * @param y as many values
 * @param sensitivity how much the curve must flatten, from 0; 1 by default, as the authors advise
 * @throws RangeError when lengths differ, there are fewer than three points, x does not ascend, or a number is not finite
 * @see Satopää, Albrecht, Irwin & Raghavan (2011), "Finding a 'kneedle' in a haystack"
 * @example knee([1, 2, 3, 4, 5, 6], [100, 50, 33, 25, 20, 17])?.x // 3
 */
export function knee(x: ArrayLike<number>, y: ArrayLike<number>, sensitivity = 1): Knee | null {
  const n = x.length;
  if (y.length !== n)
    throw new RangeError(`${n} places with ${y.length} values: a curve needs one value a place.`);
  if (n < 3) throw new RangeError(`A knee needs three points at least, not ${n}.`);
  if (!(sensitivity >= 0 && sensitivity < Infinity))
    throw new RangeError(`sensitivity ${sensitivity} is below 0`);
  requireFinite(x);
  requireFinite(y);
  for (let i = 1; i < n; i++) {
    if (!((x[i] as number) > (x[i - 1] as number))) {
      throw new RangeError(`x must ascend, but ${x[i]} follows ${x[i - 1]}.`);
    }
  }
  const xs = normalised(x);
  const curve = normalised(y).map((v, i) => 1 - v - (xs[i] as number));
  const before = (i: number) => curve[Math.max(0, i - 1)] as number;
  const after = (i: number) => curve[Math.min(n - 1, i + 1)] as number;
  const step = 1 / (n - 1);
  let highest = -1;
  let threshold = 0;
  for (let i = 0; i < n - 1; i++) {
    const here = curve[i] as number;
    if (here >= before(i) && here >= after(i)) {
      highest = i;
      threshold = here - sensitivity * step;
    }
    // From a valley on, nothing counts until the next peak.
    if (here <= before(i) && here <= after(i)) threshold = -Infinity;
    if (highest >= 0 && after(i) < threshold) {
      return { x: x[highest] as number, y: y[highest] as number, height: curve[highest] as number };
    }
  }
  return null;
}

/** Brings values to 0 … 1; a constant becomes zeros. */
function normalised(values: ArrayLike<number>): Float64Array {
  const all = Float64Array.from(values);
  const low = all.reduce((a, b) => Math.min(a, b), Infinity);
  const range = all.reduce((a, b) => Math.max(a, b), -Infinity) - low;
  return all.map((v) => (range === 0 ? 0 : (v - low) / range));
}
