import { requireFinite } from "./finite";

/** Numbers on a line in k clusters, the lowest first. */
export interface NaturalBreaks {
  /** The k − 1 cut points, rising, each halfway between the values beside it. */
  readonly cuts: readonly number[];
  /** The cluster of each value, 0 (lowest) to k − 1. */
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  /** Sum of the squared distances of the values to their cluster's mean, in the values' unit squared. */
  readonly inertia: number;
}

/**
 * The best k-means clustering of numbers on a line, exactly: no seed, no starts, no local optimum; k-means of one score is a
 * rule of thresholds. In one dimension
 * clusters are intervals, so dynamic programming finds the least sum of squares ("natural breaks", as Jenks called
 * them). O(n log n + k m log m) with m different values.
 *
 * @param values finite numbers
 * @param k how many clusters, 1 to as many as there are different values
 * @throws RangeError when a value is not finite or k is out of range
 * @see Wang & Song (2011), "Ckmeans.1d.dp: optimal k-means clustering in one dimension", The R Journal 3(2)
 * @example naturalBreaks([1, 2, 9, 10, 11], 2) // { cuts: [5.5], labels: [0, 0, 1, 1, 1], sizes: [2, 3], inertia: 2.5 }
 */
export function naturalBreaks(values: ArrayLike<number>, k: number): NaturalBreaks {
  requireFinite(values);
  const sorted = Float64Array.from(values).sort();
  const { unique, weight } = runs(sorted);
  if (!Number.isInteger(k) || k < 1 || k > unique.length) {
    throw new RangeError(
      `${k} clusters of ${unique.length} different values: take a whole number from 1 to ${unique.length}`,
    );
  }
  const { firsts, inertia } = bestFirsts(unique, weight, k);
  const lowest = firsts.slice(1).map((first) => unique[first] as number);
  const cuts = firsts
    .slice(1)
    .map((first) => ((unique[first - 1] as number) + (unique[first] as number)) / 2);
  const sizes = new Array<number>(k).fill(0);
  const labels = Int32Array.from(values, (value) => {
    let cluster = 0;
    while (cluster < k - 1 && value >= (lowest[cluster] as number)) cluster++;
    sizes[cluster] = (sizes[cluster] as number) + 1;
    return cluster;
  });
  return { cuts, labels, sizes, inertia };
}

/** The different values of a sorted array, and how often each stands in it. */
function runs(sorted: Float64Array): { unique: Float64Array; weight: Float64Array } {
  const unique: number[] = [];
  const weight: number[] = [];
  for (const value of sorted) {
    if (value === unique.at(-1)) weight[weight.length - 1] = (weight.at(-1) as number) + 1;
    else {
      unique.push(value);
      weight.push(1);
    }
  }
  return { unique: Float64Array.from(unique), weight: Float64Array.from(weight) };
}

/** Where the best k clusters of sorted, different, weighted values begin, and their sum of squares. */
function bestFirsts(
  unique: Float64Array,
  weight: Float64Array,
  k: number,
): { firsts: number[]; inertia: number } {
  const m = unique.length;
  const cost = costs(unique, weight);
  let best = Float64Array.from({ length: m }, (_, j) => cost(0, j));
  const firstOf: Int32Array[] = [new Int32Array(m)];
  for (let cluster = 1; cluster < k; cluster++) {
    const before = best;
    const now = new Float64Array(m).fill(Infinity);
    const first = new Int32Array(m);
    // The best first value of the last cluster never moves down as the end moves up: halve, then search between.
    const fill = (from: number, to: number, low: number, high: number): void => {
      if (from > to) return;
      const j = (from + to) >> 1;
      for (let i = Math.max(low, cluster); i <= Math.min(high, j); i++) {
        const sum = (before[i - 1] as number) + cost(i, j);
        if (sum < (now[j] as number)) {
          now[j] = sum;
          first[j] = i;
        }
      }
      fill(from, j - 1, low, first[j] as number);
      fill(j + 1, to, first[j] as number, high);
    };
    fill(cluster, m - 1, cluster, m - 1);
    best = now;
    firstOf.push(first);
  }
  const firsts: number[] = [];
  for (let cluster = k - 1, end = m - 1; cluster >= 0; cluster--) {
    const first = firstOf[cluster]?.[end] as number;
    firsts.unshift(first);
    end = first - 1;
  }
  const ends = [...firsts.slice(1), m];
  return {
    firsts,
    inertia: firsts.reduce((sum, first, c) => sum + exactCost(unique, weight, first, ends[c] as number), 0),
  };
}

/** The sum of squares of values i to j in O(1), from running sums about the mean, where they keep most digits. */
function costs(unique: Float64Array, weight: Float64Array): (i: number, j: number) => number {
  const m = unique.length;
  const total = weight.reduce((a, b) => a + b, 0);
  const centre = unique.reduce((sum, x, i) => sum + (x / total) * (weight[i] as number), 0);
  const count = new Float64Array(m + 1);
  const sum = new Float64Array(m + 1);
  const squares = new Float64Array(m + 1);
  for (let i = 0; i < m; i++) {
    const [w, x] = [weight[i] as number, (unique[i] as number) - centre];
    count[i + 1] = (count[i] as number) + w;
    sum[i + 1] = (sum[i] as number) + w * x;
    squares[i + 1] = (squares[i] as number) + w * x * x;
  }
  const between = (sums: Float64Array, i: number, j: number) => (sums[j + 1] as number) - (sums[i] as number);
  return (i, j) => Math.max(0, between(squares, i, j) - between(sum, i, j) ** 2 / between(count, i, j));
}

/** The sum of squares of values `first` up to before `end`, by their own mean. */
function exactCost(unique: Float64Array, weight: Float64Array, first: number, end: number): number {
  let count = 0;
  let sum = 0;
  for (let i = first; i < end; i++) {
    count += weight[i] as number;
    sum += (weight[i] as number) * ((unique[i] as number) - (unique[first] as number));
  }
  const mean = (unique[first] as number) + sum / count;
  let squares = 0;
  for (let i = first; i < end; i++) squares += (weight[i] as number) * ((unique[i] as number) - mean) ** 2;
  return squares;
}
