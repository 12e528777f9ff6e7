import { requireFinite } from "../stats/finite";

/** One variable cut into k classes. */
export interface NaturalBreaks {
  /** The k − 1 cut points, rising, each halfway between the values beside it; a value above a cut is in the higher class. */
  readonly cuts: readonly number[];
  /** The class of each value, from 0, the lowest. */
  readonly labels: Int32Array;
  /** Sum of the squared distances of the values to the means of their classes: no cut has less. */
  readonly inertia: number;
}

/**
 * Cuts one variable into the k classes with the least sum of squares: k-means in one dimension, whose best answer can
 * be found for sure, because each cluster is a stretch of the sorted values. So k-means of one score is a rule of
 * thresholds. O(n log n + m k log m) for m different values.
 *
 * @param values finite numbers
 * @param k a whole number from 1 to the number of different values
 * @throws RangeError when a value is not finite (names its index) or k is out of range
 * @see Jenks (1967), "The data model concept in statistical mapping"; Wang & Song (2011), "Ckmeans.1d.dp"
 * @example naturalBreaks([1, 2, 9, 10], 2).cuts // [5.5]
 */
export function naturalBreaks(values: ArrayLike<number>, k: number): NaturalBreaks {
  requireFinite(values);
  const { different, counts } = tally(values);
  const m = different.length;
  if (!Number.isInteger(k) || k < 1 || k > m) {
    throw new RangeError(`${k} classes of ${m} different values: take a whole number from 1 to ${m}.`);
  }
  const cost = stretchCost(different, counts);
  // least[j] is the least cost of the first j + 1 different values in c + 1 classes; from[c][j] where the last begins.
  let least = Float64Array.from({ length: m }, (_, j) => cost(0, j));
  const from: Int32Array[] = [new Int32Array(m)];
  for (let c = 1; c < k; c++) {
    const next = new Float64Array(m).fill(Number.POSITIVE_INFINITY);
    const begins = new Int32Array(m);
    fillRow(least, next, begins, cost, c, m - 1, c, m - 1);
    from.push(begins);
    least = next;
  }
  const starts: number[] = [];
  for (let c = k - 1, end = m - 1; c > 0; c--) {
    const start = from[c]![end]!;
    starts.unshift(start);
    end = start - 1;
  }
  const cuts = starts.map((start) => (different[start - 1]! + different[start]!) / 2);
  const lowest = starts.map((start) => different[start]!);
  const labels = Int32Array.from(values, (value) => lowest.filter((first) => value >= first).length);
  return { cuts, labels, inertia: Math.max(0, least[m - 1]!) };
}

function tally(values: ArrayLike<number>): { different: Float64Array; counts: Float64Array } {
  const sorted = Float64Array.from(values).sort();
  const different = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const counts = new Float64Array(different.length);
  let j = 0;
  for (const value of sorted) {
    if (value !== different[j]) j++;
    counts[j]!++;
  }
  return { different, counts };
}

/** The sum of squares of the different values i to j about their mean, from running sums; measured from the middle value. */
function stretchCost(different: Float64Array, counts: Float64Array): (i: number, j: number) => number {
  const middle = different[different.length >> 1]!;
  const [n, sums, squares] = [0, 1, 2].map((power) => {
    const running = new Float64Array(different.length + 1);
    different.forEach((value, i) => {
      running[i + 1] = running[i]! + counts[i]! * (value - middle) ** power;
    });
    return running;
  }) as [Float64Array, Float64Array, Float64Array];
  return (i, j) => {
    const sum = sums[j + 1]! - sums[i]!;
    return squares[j + 1]! - squares[i]! - (sum * sum) / (n[j + 1]! - n[i]!);
  };
}

/** Fills `next` from low to high by halving: where the last class begins never falls as the end moves up. */
function fillRow(
  least: Float64Array,
  next: Float64Array,
  begins: Int32Array,
  cost: (i: number, j: number) => number,
  low: number,
  high: number,
  earliest: number,
  latest: number,
): void {
  if (low > high) return;
  const end = (low + high) >> 1;
  for (let start = earliest; start <= Math.min(end, latest); start++) {
    const total = least[start - 1]! + cost(start, end);
    if (total < next[end]!) {
      next[end] = total;
      begins[end] = start;
    }
  }
  fillRow(least, next, begins, cost, low, end - 1, earliest, begins[end]!);
  fillRow(least, next, begins, cost, end + 1, high, begins[end]!, latest);
}
