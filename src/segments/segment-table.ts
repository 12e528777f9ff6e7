import { type BootstrapOptions, bootstrap, type Interval } from "../stats/interval";
import { median } from "../stats/quantile";
import type { Rfm } from "./rfm";
import { membersOf, sumShares } from "./sum-shares";

/** One segment of customers, as a row of {@link segmentTable}. Shares are from 0 to 1. */
export interface SegmentRow {
  readonly segment: string;
  readonly customers: number;
  readonly share: number;
  /** Sum of the customers' monetary value. */
  readonly revenue: number;
  /** Share of all revenue, with a bootstrap interval over customers. */
  readonly revenueShare: Interval;
  readonly mean: Values;
  readonly median: Values;
}

/** One value for each variable, each in its own unit: days, orders or lines, money. NaN for an empty segment. */
export interface Values {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/**
 * Describes segments: customers, share, revenue, its share with an interval, means and medians.
 * O(n log n + resamples × n).
 *
 * @param rfm the customers
 * @param segmentOf index in `names` of each customer's segment
 * @param names the segments, in the order of the rows wanted; an empty one keeps its row
 * @throws RangeError when the lengths differ or an index names no segment
 * @example segmentTable(customers, blockOf(scores, standardMap), standardMap.map((b) => b.name))
 */
export function segmentTable(
  rfm: Rfm,
  segmentOf: ArrayLike<number>,
  names: readonly string[],
  options: BootstrapOptions = {},
): SegmentRow[] {
  const n = rfm.customer.length;
  const members = membersOf(rfm.customer, segmentOf, names.length);
  const shares = bootstrap(
    n,
    (weights) => sumShares(rfm.monetary, segmentOf, weights, names.length),
    options,
  );
  return names.map((segment, s) => {
    const list = members[s] as number[];
    const summary = (of: (values: Float64Array) => number): Values => {
      const value = (all: Float64Array) =>
        list.length ? of(Float64Array.from(list, (i) => all[i] as number)) : Number.NaN;
      return { recency: value(rfm.recency), frequency: value(rfm.frequency), monetary: value(rfm.monetary) };
    };
    return {
      segment,
      customers: list.length,
      share: list.length / n,
      revenue: list.reduce((sum, i) => sum + (rfm.monetary[i] as number), 0),
      revenueShare: shares[s] as Interval,
      mean: summary((values) => values.reduce((a, b) => a + b, 0) / values.length),
      median: summary(median),
    };
  });
}
