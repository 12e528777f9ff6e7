import { adjustPValues } from "../../stats/adjust-p-values";
import { drawDifference } from "../../stats/draw-difference";
import { type BootstrapOptions, type Interval, percentileInterval, resampled } from "../../stats/interval";
import { orderF1s } from "../orders/order-f1";
import type { NextBaskets } from "./next-baskets";

/** Orders that were foretold, with what they held. */
export interface JudgedOrders {
  /** Order o has the candidates `starts[o]` up to, without, `starts[o + 1]`. */
  readonly starts: ArrayLike<number>;
  /** For each candidate 1 if the order held it, else 0. */
  readonly bought: ArrayLike<number>;
  /** The customer of each order: what the intervals resample. */
  readonly customers: ArrayLike<number> | ArrayLike<string>;
}

/** One way to foretell, judged on all orders. */
export interface JudgedBaskets {
  readonly name: string;
  /** Mean F1 of an order, "None" counted as an item. */
  readonly orderF1: Interval;
  /** F1 of all pairs of order and item thrown together; not comparable with the former. */
  readonly pairF1: Interval;
  /** Share of the foretold pairs that were bought; NaN when none is foretold. */
  readonly precision: number;
  /** Share of the bought pairs that were foretold. */
  readonly recall: number;
  /** Mean number of items foretold for an order. */
  readonly items: number;
  /** Share of the orders for which "None" is foretold. */
  readonly noneShare: number;
  /** `orderF1` less that of the first way; null for the first. */
  readonly difference: Interval | null;
  /**
   * Of that difference, by Holm's correction for the number of ways: twice the smaller share of resamples on either side of
   * 0, one added to each count. Null for the first.
   */
  readonly p: number | null;
}

/**
 * Judges ways to foretell the same orders by mean per-order F1 and by pooled pair F1, with percentile intervals over
 * customers; all ways on the same resamples, so that differences are paired. O(ways × (candidates + resamples ×
 * customers)).
 *
 * @param ways with a name each, the first being what the others are compared with
 * @throws RangeError when there are no ways or fewer than two customers, the lengths do not fit, or a mark is neither 0 nor 1
 * @see Davison & Hinkley (1997), "Bootstrap Methods and their Application", 4.4; Holm (1979)
 * @example compareBaskets([{ name: "habit", ...habit }, { name: "model", ...model }], orders, { seed: 7 })[1]?.difference
 */
export function compareBaskets(
  ways: readonly (NextBaskets & { readonly name: string })[],
  orders: JudgedOrders,
  { level = 0.95, ...drawing }: BootstrapOptions = {},
): JudgedBaskets[] {
  if (ways.length === 0)
    throw new RangeError("There is nothing to judge: give at least one way to foretell.");
  const { count, places } = customersOf(orders);
  const sums = ways.map((way) => sumsOf(way, orders, places, count));
  const all = resampled(count, (weights) => sums.flatMap((own) => f1sOf(own, weights)), drawing);
  const interval = (s: number) => percentileInterval(all.estimates[s]!, all.draws[s]!, level);
  const compared = ways.slice(1).map((_, w) => drawDifference(all, 0, 2 * w + 2, level));
  const p = adjustPValues(
    compared.map((one) => one.p),
    "holm",
  );
  return ways.map((way, w) => {
    const [hits, chosen] = [total(sums[w]!.hits), total(way.foretold)];
    return {
      name: way.name,
      orderF1: interval(2 * w),
      pairF1: interval(2 * w + 1),
      precision: hits / chosen,
      recall: hits / (total(sums[w]!.marks) - chosen),
      items: chosen / way.none.length,
      noneShare: total(way.none) / way.none.length,
      difference: compared[w - 1]?.difference ?? null,
      p: p[w - 1] ?? null,
    };
  });
}

/** Sums over each customer's orders: all that both measures need. */
interface CustomerSums {
  readonly orders: Float64Array;
  readonly f1: Float64Array;
  /** Pairs foretold and bought. */
  readonly hits: Float64Array;
  /** Pairs foretold, and pairs bought, added up. */
  readonly marks: Float64Array;
}

function sumsOf(
  { foretold, none }: NextBaskets,
  { starts, bought }: JudgedOrders,
  places: Uint32Array,
  count: number,
): CustomerSums {
  const each = orderF1s({ starts, bought, foretold, none });
  const sums = Array.from({ length: 4 }, () => new Float64Array(count));
  const [orders, f1, hits, marks] = sums as [Float64Array, Float64Array, Float64Array, Float64Array];
  places.forEach((place, o) => {
    orders[place]! += 1;
    const own = each[o]!;
    f1[place]! += own;
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      hits[place]! += bought[i]! * foretold[i]!;
      marks[place]! += bought[i]! + foretold[i]!;
    }
  });
  return { orders, f1, hits, marks };
}

/** Mean per-order F1 and pooled pair F1 (0 where nothing is foretold or bought) under the customers' weights. */
function f1sOf({ orders, f1, hits, marks }: CustomerSums, weights: Float64Array): [number, number] {
  let [sumF1, sumOrders, sumHits, sumMarks] = [0, 0, 0, 0];
  for (let c = 0; c < weights.length; c++) {
    const weight = weights[c]!;
    sumF1 += weight * f1[c]!;
    sumOrders += weight * orders[c]!;
    sumHits += weight * hits[c]!;
    sumMarks += weight * marks[c]!;
  }
  return [sumF1 / sumOrders, sumMarks === 0 ? 0 : (2 * sumHits) / sumMarks];
}

/** The customers' number, and the place of each order's customer among them, sorted, whatever the order of the rows. */
function customersOf({ starts, customers }: JudgedOrders): { count: number; places: Uint32Array } {
  if (customers.length !== starts.length - 1)
    throw new RangeError(
      `${customers.length} customers of ${starts.length - 1} orders: give each order its customer.`,
    );
  const ids: readonly (number | string)[] = Array.from<number | string>(customers);
  const sorted = [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1));
  if (sorted.length < 2)
    throw new RangeError(`Orders of ${sorted.length} customer: intervals over customers need at least two.`);
  const placeOf = new Map(sorted.map((id, place) => [id, place]));
  return { count: sorted.length, places: Uint32Array.from(ids, (id) => placeOf.get(id)!) };
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
