import { type Features, rowsOf } from "../features";

/** The bin of missing values; those of numbers are 0 to 254. */
export const MISSING_BIN = 255;

/** Places of a feature in a histogram: 255 bins of numbers and one of missing values. */
export const BINS = 256;

/** Features as small whole numbers, so that a split is searched among at most 254 edges. */
export interface BinnedFeatures {
  readonly rows: number;
  /** For each feature its edges, ascending: a number belongs to bin b when it is above edge b − 1 and at most edge b. */
  readonly edges: readonly Float64Array[];
  /** For each feature the bin of every row, {@link MISSING_BIN} where the value is missing. */
  readonly bins: readonly Uint8Array[];
}

/**
 * The edges that cut a feature's numbers into bins. With at most `maxBins` distinct numbers each has a bin of its own,
 * with edges halfway between neighbours; with more the edges are quantiles (the inverse distribution function, averaged
 * at its steps), so that bins hold about as many rows each. Missing values do not count. O(n log n).
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
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
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
 * The bin of a number: how many edges lie below it. O(log edges).
 *
 * @returns {@link MISSING_BIN} for NaN
 * @example binOf(2, Float64Array.of(1.5, 3)) // 1
 */
export function binOf(value: number, edges: Float64Array): number {
  if (Number.isNaN(value)) return MISSING_BIN;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > edges[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Cuts every feature into bins ({@link binEdges}) by all of its rows, whatever their order. O(rows log rows) a feature.
 *
 * @throws RangeError as {@link binEdges} and `rowsOf`
 * @example binFeatures({ names: ["x"], columns: [[1, Number.NaN, 4]] }).bins[0] // Uint8Array [0, 255, 1]
 */
export function binFeatures(features: Features, maxBins: number = MISSING_BIN): BinnedFeatures {
  const rows = rowsOf(features);
  const edges = features.columns.map((column) => binEdges(column, maxBins));
  const bins = features.columns.map((column, f) => {
    const binned = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) binned[row] = binOf(column[row]!, edges[f]!);
    return binned;
  });
  return { rows, edges, bins };
}

/** A number from `a` to below `b`, in the middle: two neighbouring numbers have none between them. */
function halfway(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  // Adding 0 makes -0 a plain 0, which a file keeps.
  return (middle >= a && middle < b ? middle : a) + 0;
}
