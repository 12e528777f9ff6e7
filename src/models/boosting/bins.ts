/** The bin of missing values; those of numbers are 0 to 254. */
export const MISSING_BIN = 255;

/** Places of a feature in a histogram: 255 bins of numbers and one of missing values. */
export const BINS = 256;

/** The bin of categories that were not known when the bins were made; known ones have those below it. */
export const UNKNOWN_BIN = 254;

/** How a feature is cut into bins, and what is asked of it. */
export interface BinnedFeature {
  /** The edges between bins ({@link binEdges}), or the categories ({@link categoriesOf}), a bin each. */
  readonly edges: Float64Array;
  readonly categorical: boolean;
  /** 1 where predictions must not fall with the feature, −1 where they must not rise, else 0. */
  readonly direction: number;
}

/** How many values are looked at to find a feature's edges. */
const LOOKED_AT = 200_000;

/**
 * The edges that cut a feature's numbers into bins. With at most `maxBins` distinct numbers each has a bin of its own,
 * with edges halfway between neighbours; with more the edges are quantiles (the inverse distribution function, averaged
 * at its steps), so that bins hold about as many rows each. Missing values do not count. Of more than 200,000 values as
 * many are looked at, evenly spaced. O(n log n).
 *
 * @param maxBins a whole number from 2 to 255
 * @returns ascending edges, at most `maxBins` − 1; none when there are fewer than two distinct numbers
 * @throws RangeError when `maxBins` is out of range
 * @see Ke et al. (2017), "LightGBM"; the cuts are those of scikit-learn's HistGradientBoosting
 * @example binEdges([1, 2, 2, 4], 255) // Float64Array [1.5, 3]
 */
export function binEdges(values: ArrayLike<number>, maxBins: number): Float64Array {
  if (!Number.isInteger(maxBins) || maxBins < 2 || maxBins > MISSING_BIN)
    throw new RangeError(`${maxBins} bins: take a whole number from 2 to ${MISSING_BIN}.`);
  const sorted = sortedNumbers(values);
  const distinct = distinctNumbers(sorted);
  const edges: number[] = [];
  if (distinct.length <= maxBins) {
    for (let i = 1; i < distinct.length; i++) edges.push(halfway(distinct[i - 1]!, distinct[i]!));
  } else {
    for (let cut = 1; cut < maxBins; cut++) {
      const at = sorted.length * cut;
      const below = Math.floor(at / maxBins);
      const onStep = at % maxBins === 0;
      const edge = onStep ? halfway(sorted[below - 1]!, sorted[below]!) : sorted[below]! + 0;
      // An edge at the largest number would have nothing above it.
      if (edge !== edges[edges.length - 1] && edge < sorted[sorted.length - 1]!) edges.push(edge);
    }
  }
  return Float64Array.from(edges);
}

/**
 * The bins of a feature's values: how many edges lie below each, {@link MISSING_BIN} for NaN. O(n log bins).
 *
 * @param into takes a bin for each value
 * @example binValues([1, Number.NaN, 4], Float64Array.of(2.5), new Uint8Array(3)) // [0, 255, 1]
 */
export function binValues(values: ArrayLike<number>, edges: Float64Array, into: Uint8Array): Uint8Array {
  // A table of edges that ends in infinities halves to one place in eight steps, none of which can be guessed wrong.
  const table = new Float64Array(BINS).fill(Infinity);
  table.set(edges);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let bin = 0;
    for (let step = BINS / 2; step > 0; step >>= 1) bin += value > table[bin + step - 1]! ? step : 0;
    into[i] = Number.isNaN(value) ? MISSING_BIN : bin;
  }
  return into;
}

/**
 * The categories among the values, ascending. O(n).
 *
 * @param name what messages call the feature
 * @throws RangeError when there are more than 254
 * @example categoriesOf([3, 1, 3, Number.NaN], "country") // Float64Array [1, 3]
 */
export function categoriesOf(values: ArrayLike<number>, name: string): Float64Array {
  const found = new Set<number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // Adding 0 makes −0 and 0 one category.
    if (!Number.isNaN(value)) found.add(value + 0);
    if (found.size > UNKNOWN_BIN)
      throw new RangeError(
        `Feature "${name}" has more than ${UNKNOWN_BIN} categories: join rare ones, or take it as a number.`,
      );
  }
  return Float64Array.from(found).sort();
}

/**
 * The bins of categories: their places among the known ones, {@link UNKNOWN_BIN} for others, {@link MISSING_BIN} for
 * NaN. O(n).
 *
 * @param into takes a bin for each value
 * @example binCategories([3, 7], Float64Array.of(1, 3), new Uint8Array(2)) // [1, 254]
 */
export function binCategories(values: ArrayLike<number>, known: Float64Array, into: Uint8Array): Uint8Array {
  const bins = new Map(Array.from(known, (category, bin) => [category, bin]));
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    into[i] = Number.isNaN(value) ? MISSING_BIN : (bins.get(value) ?? UNKNOWN_BIN);
  }
  return into;
}

/** The numbers among at most {@link LOOKED_AT} of the values, ascending. */
function sortedNumbers(values: ArrayLike<number>): Float64Array {
  const length = Math.min(values.length, LOOKED_AT);
  const numbers = new Float64Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const value = values[Math.floor((i * values.length) / length)]!;
    if (!Number.isNaN(value)) numbers[count++] = value;
  }
  return numbers.subarray(0, count).sort();
}

function distinctNumbers(sorted: Float64Array): Float64Array {
  let count = 0;
  const distinct = new Float64Array(sorted.length);
  for (const value of sorted) if (count === 0 || value !== distinct[count - 1]) distinct[count++] = value;
  return distinct.subarray(0, count);
}

/** A number from `a` to below `b`, in the middle: two neighbouring numbers have none between them. */
function halfway(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  // Adding 0 makes -0 a plain 0, which a file keeps.
  return (middle >= a && middle < b ? middle : a) + 0;
}
