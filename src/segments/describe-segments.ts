import { type BootstrapOptions, bootstrap, type Interval, wilson } from "../stats/interval";
import { medianInterval } from "../stats/median-interval";
import { membersOf, sumShares } from "./sum-shares";
import { type CustomerVariables, valuesOf } from "./variables";

/** One segment of customers, described by variables of any family. Shares are from 0 to 1. */
export interface SegmentDescription<Name extends string = string, Summed extends Name = Name> {
  readonly segment: string;
  readonly customers: number;
  /** Share of all customers, with Wilson's interval. */
  readonly share: Interval;
  /** Sums of the variables that add up. */
  readonly sum: Readonly<Record<Summed, number>>;
  /** The segment's share of each sum, with a bootstrap interval over customers. */
  readonly sumShare: Readonly<Record<Summed, Interval>>;
  /** Medians of all variables, with bootstrap intervals over the segment's customers; NaN for an empty segment. */
  readonly median: Readonly<Record<Name, Interval>>;
}

/** What {@link describeSegments} adds up, and how it draws. */
export interface DescribeOptions<Summed extends string> extends BootstrapOptions {
  /** Variables whose sum means something: orders, items, money; not days. */
  readonly sums: readonly Summed[];
}

const nothing: Interval = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };

/**
 * Describes segments of customers by any variables: how many there are, their share of orders, items or money, and the
 * median customer, each with its interval. O(variables × resamples × n).
 *
 * @param segmentOf index in `names` of each customer's segment
 * @param names the segments, in the order of the rows wanted; an empty one keeps its row
 * @throws RangeError when the lengths differ, an index names no segment, a value is not finite, or a sum is zero
 * @example describeSegments(customers, gradeByCuts(score, grades, { closed: "right" }), grades.map((g) => g.name), { sums: ["items"] })
 */
export function describeSegments<Name extends string, Summed extends Name>(
  customers: CustomerVariables<Name>,
  segmentOf: ArrayLike<number>,
  names: readonly string[],
  { sums, ...options }: DescribeOptions<Summed>,
): SegmentDescription<Name, Summed>[] {
  const n = customers.customer.length;
  const members = membersOf(customers.customer, segmentOf, names.length);
  const shares = sums.map((name) => {
    const values = valuesOf(customers, name);
    return bootstrap(n, (weights) => sumShares(values, segmentOf, weights, names.length), options);
  });
  return names.map((segment, s) => {
    const list = members[s] as number[];
    const of = (values: Float64Array) => Float64Array.from(list, (i) => values[i] as number);
    return {
      segment,
      customers: list.length,
      share: wilson(list.length, n),
      sum: byName(sums, (name) => of(valuesOf(customers, name)).reduce((a, b) => a + b, 0)),
      sumShare: byName(sums, (_name, i) => shares[i]?.[s] as Interval),
      median: byName(
        customers.variables.map(({ name }) => name),
        (name) => (list.length === 0 ? nothing : medianInterval(of(valuesOf(customers, name)), options)),
      ),
    };
  });
}

/** A record without a prototype, so that any name may stand in it. */
function byName<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name, i: number) => Value,
): Record<Name, Value> {
  const record = Object.create(null) as Record<Name, Value>;
  names.forEach((name, i) => {
    record[name] = value(name, i);
  });
  return record;
}
