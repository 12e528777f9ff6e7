import type { PairCounts } from "../measures";

/** Rows of a part of the baskets: those with A, with B and with both. Any order. */
export interface PairRows {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly both: ArrayLike<number>;
}

/** What each unit (customer) pulls the logarithms of a rule's confidence and lift by; the sums over units are 0. */
export interface Influence {
  readonly confidence: Float64Array;
  readonly lift: Float64Array;
}

/**
 * The influence of each unit on the logarithm of confidence and lift (linearisation). Their variance is the sum of the
 * squares over units, times m / (m − 1): right however alike the baskets of one unit are. Where no basket has both, half
 * a basket of a unit of its own stands for it (see {@link halfBasket}). O(rows with A or B + units).
 *
 * @param unitOf the unit of each row, from 0
 * @param rowsOf rows of the part that each unit has
 * @see Cochran (1977), "Sampling Techniques", section 6.4, for ratios over clusters
 * @example influenceOf(rows, counts, customerOf, ordersOf).lift
 */
export function influenceOf(
  rows: PairRows,
  { n, a, b, both }: PairCounts,
  unitOf: ArrayLike<number>,
  rowsOf: Float64Array,
): Influence {
  const confidence = new Float64Array(rowsOf.length);
  const add = (to: Float64Array, of: ArrayLike<number>, pull: number) => {
    for (let i = 0; i < of.length; i++) {
      const unit = unitOf[of[i] as number] as number;
      to[unit] = (to[unit] as number) + pull;
    }
  };
  if (both > 0) add(confidence, rows.both, 1 / both);
  add(confidence, rows.a, -1 / a);
  const lift = confidence.slice();
  add(lift, rows.b, -1 / b);
  for (let unit = 0; unit < lift.length; unit++)
    lift[unit] = (lift[unit] as number) + (rowsOf[unit] as number) / n;
  return { confidence, lift };
}

/** What an empty count adds to the variance of a logarithm: that of half a basket; else nothing. @example halfBasket(0) // 2 */
export function halfBasket(both: number): number {
  return both > 0 ? 0 : 2;
}

/** How many rows of a part each unit has. O(rows). @example rowsOfUnits([0, 2], [1, 0, 1], 2) // [0, 2] */
export function rowsOfUnits(rows: ArrayLike<number>, unitOf: ArrayLike<number>, units: number): Float64Array {
  const counts = new Float64Array(units);
  for (let i = 0; i < rows.length; i++) {
    const unit = unitOf[rows[i] as number] as number;
    counts[unit] = (counts[unit] as number) + 1;
  }
  return counts;
}
