import { requireFinite } from "./finite";
import { equalCuts, sortedCopy } from "./quantile";

/** How equal values share ranks: their mean rank, or the order in which they stand ("first", as pandas names it). */
export type Ties = "average" | "first";

/**
 * Ranks from 1 (the smallest) to n, as `pandas.Series.rank(method=…)`. O(n log n).
 *
 * @param values finite numbers
 * @param ties `average` (the default, as Spearman's correlation wants) or `first`
 * @throws RangeError naming the first value that is not finite
 * @example rank([30, 10, 10]) // [3, 1.5, 1.5]
 * @example rank([30, 10, 10], "first") // [3, 1, 2]
 */
export function rank(values: ArrayLike<number>, ties: Ties = "average"): Float64Array {
  requireFinite(values);
  const order = Array.from(values, (_, i) => i).sort(
    (a, b) => (values[a] as number) - (values[b] as number) || a - b,
  );
  const ranks = new Float64Array(order.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    if (ties === "average") {
      while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    }
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** The bins of {@link quantileBins}: which bin each value is in, and where the bins meet. */
export interface QuantileBins {
  /** Bin of each value, 1 (lowest) to `bins`. */
  readonly bin: Uint8Array;
  /** The bins + 1 edges, ascending; a value on an inner edge is in the lower bin. */
  readonly edges: readonly number[];
}

/**
 * Cuts values into bins that hold about equally many, at quantiles, as `pandas.qcut`: bins are closed on the right,
 * the lowest also on the left. A value on an edge is in the lower bin, always; pandas rounds the level of an edge
 * first, and puts such a value into the upper bin where that rounds down (six bins of the ranks 1 to 31, not five).
 * O(n log n + n × bins).
 *
 * @param values finite numbers, at least one
 * @param bins number of bins, 2 to 255
 * @throws RangeError when there are no values or one is not finite, when the number of bins is out of range, or when the quantiles repeat, so that a bin would be empty (pandas' "Bin edges must be unique"):
 * cut the ranks instead (`rank(values, "first")`)
 * @example quantileBins([1, 2, 3, 4], 2) // { bin: [1, 1, 2, 2], edges: [1, 2.5, 4] }
 */
export function quantileBins(values: ArrayLike<number>, bins: number): QuantileBins {
  if (!Number.isInteger(bins) || bins < 2 || bins > 255) {
    throw new RangeError(`${bins} bins: take a whole number from 2 to 255`);
  }
  const edges = equalCuts(sortedCopy(values), bins);
  const repeated = edges.findIndex((edge, i) => i > 0 && edge === edges[i - 1]);
  if (repeated > 0) {
    throw new RangeError(
      `quantile bins ${repeated} of ${bins} would be empty: both its edges are ${edges[repeated]}; ` +
        'many values are equal, so cut their ranks instead: quantileBins(rank(values, "first"), bins)',
    );
  }
  const bin = Uint8Array.from(values, (value) => {
    let b = 1;
    while (value > (edges[b] as number) && b < bins) b++;
    return b;
  });
  return { bin, edges };
}
