import { requireFinite } from "./finite";
import { type BootstrapOptions, bootstrap, type Interval } from "./interval";
import { ratioOfSums } from "./ratio";

/** The mean of one group. */
export interface GroupMean {
  readonly group: string;
  readonly n: number;
  /** Weighted mean with a percentile bootstrap interval over the group's units. */
  readonly mean: Interval;
}

/**
 * Means of groups with intervals, each from resamples of the group's own units. With weights, such as a customer's
 * number of order lines, it is the mean that one gets from rows of units that repeat, but the interval still knows that
 * the units are the units. O(resamples × n).
 *
 * @param groupOf name of each unit's group
 * @param options.weights one number from 0 up a unit; all 1 by default
 * @returns the groups in alphabetical order of code units
 * @throws RangeError when lengths differ, a value is not finite, or a group's weights add up to zero
 * @example groupMeans([10, 30, 5], ["f", "f", "m"])[0]?.mean.estimate // 20
 */
export function groupMeans(
  values: ArrayLike<number>,
  groupOf: readonly string[],
  options: BootstrapOptions & { readonly weights?: ArrayLike<number> } = {},
): GroupMean[] {
  const { weights, ...bootstrap } = options;
  if (groupOf.length !== values.length || (weights && weights.length !== values.length)) {
    const given = weights ? ` and ${weights.length} weights` : "";
    throw new RangeError(`${values.length} values, ${groupOf.length} groups${given}: lengths must be equal`);
  }
  requireFinite(values);
  const members = new Map<string, number[]>();
  groupOf.forEach((group, i) => {
    const own = members.get(group);
    if (own) own.push(i);
    else members.set(group, [i]);
  });
  return [...members.keys()].sort().map((group) => {
    const own = members.get(group) as number[];
    const weight = (i: number) => (weights ? (weights[i] as number) : 1);
    const part = own.map((i) => weight(i) * (values[i] as number));
    return { group, n: own.length, mean: ratioOfSums(part, own.map(weight), bootstrap) };
  });
}

/**
 * The difference of two means, the first less the second, with a percentile bootstrap interval over the units of both. An interval that holds zero says that neither can be called higher. O(resamples × n).
 *
 * @throws RangeError when a list is empty, a value is not finite, or a resample has none of a list, as may happen with a
 * handful
 * @see Efron & Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13
 * @example meanDifference([3, 5], [1, 1, 4]).estimate // 2
 */
export function meanDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: BootstrapOptions = {},
): Interval {
  if (first.length === 0 || second.length === 0) {
    throw new RangeError(
      `difference of the means of ${first.length} and ${second.length} values: each needs one`,
    );
  }
  requireFinite(first);
  requireFinite(second);
  const mean = (values: ArrayLike<number>, weights: Float64Array) => {
    let [sum, n] = [0, 0];
    weights.forEach((weight, i) => {
      sum += weight * (values[i] as number);
      n += weight;
    });
    return sum / n;
  };
  const statistic = (weights: Float64Array) => [
    mean(first, weights.subarray(0, first.length)) - mean(second, weights.subarray(first.length)),
  ];
  return bootstrap(first.length + second.length, statistic, options)[0] as Interval;
}
