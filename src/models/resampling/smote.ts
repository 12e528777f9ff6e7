import { createRandom } from "../../stats/random";
import { type FeatureMatrix, featureMatrix, requireLabels } from "../features/feature-matrix";
import type { Features } from "../features/features";
import { nearestNeighbours } from "./nearest-neighbours";

/** How {@link smote} draws; every field has a default. */
export interface SmoteOptions {
  /** Neighbours among which the other end is drawn; default 5. */
  readonly k?: number;
  /** Rows of the rarer label for each of the commoner one afterwards, above 0 up to 1; default 1, as many. */
  readonly ratio?: number;
  /** Seed of the draws; default 1. */
  readonly seed?: number;
}

/** The given rows, then synthetic ones of the rarer label. */
export interface Oversampled {
  readonly features: Features;
  readonly labels: Uint8Array;
  /** For each synthetic row the given row it was drawn from. */
  readonly bases: Uint32Array;
  /** For each synthetic row the given row it lies on the way to. */
  readonly neighbours: Uint32Array;
}

/**
 * SMOTE: adds rows of the rarer label until the labels stand in the wanted ratio. Each lies at a uniformly drawn place on
 * the straight line from a row of that label to one of its k nearest rows of that label; every such row is drawn from
 * equally often, up to one. Distances are Euclidean in the features' own units, so scale them first.
 *
 * Only ever for the rows that are learnt from: a synthetic row resembles the two it lies between (`bases`, `neighbours`),
 * so that a split made afterwards puts near-copies of what is learnt into the test, and a test of balanced labels is not
 * what a model will meet. Finding neighbours takes most of the time: see `nearestNeighbours`.
 *
 * @throws RangeError when a feature is missing or infinite, a label is neither 0 nor 1, there are not more than k rows of the
 * rarer label, or an option is out of range
 * @see Chawla, Bowyer, Hall & Kegelmeyer (2002), "SMOTE: synthetic minority over-sampling technique"; the place on the
 * line is drawn once a row, as their text says, not once a feature, as their listing does
 * @example const { features, labels } = smote(train, trainLabels, { seed: 42 });
 */
export function smote(
  features: Features,
  labels: ArrayLike<number>,
  { k = 5, ratio = 1, seed = 1 }: SmoteOptions = {},
): Oversampled {
  if (!(ratio > 0 && ratio <= 1)) throw new RangeError(`A ratio of ${ratio} is not above 0 and up to 1.`);
  const matrix = featureMatrix(features);
  const { rows, columns, values } = matrix;
  const ones = requireLabels(labels, rows);
  const rare = ones <= rows - ones ? 1 : 0;
  const members = Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => labels[row] === rare);
  if (!Number.isInteger(k) || k < 1 || k >= members.length) {
    throw new RangeError(
      `${k} neighbours among the ${members.length} rows of label ${rare}: take a whole number below their count.`,
    );
  }
  const count = Math.max(0, Math.round(ratio * (rows - members.length)) - members.length);
  const nearest = nearestNeighbours(rowsOf(matrix, members), columns, k);
  const random = createRandom(seed);
  const all = features.columns.map((column) => {
    const longer = new Float64Array(rows + count);
    longer.set(column);
    return longer;
  });
  const bases = new Uint32Array(count);
  const neighbours = new Uint32Array(count);
  const turns = Uint32Array.from(members, (_, i) => i);
  for (let s = 0; s < count; s++) {
    // A shuffled round of all members, then another: the last, unfinished round is a sample of them.
    const turn = s % members.length;
    const swapped = turn + random.int(members.length - turn);
    const member = turns[swapped]!;
    turns[swapped] = turns[turn]!;
    turns[turn] = member;
    const base = members[member]!;
    const neighbour = members[nearest[member * k + random.int(k)]!]!;
    const way = random.next();
    for (let j = 0; j < columns; j++) {
      const from = values[base * columns + j]!;
      all[j]![rows + s] = from + way * (values[neighbour * columns + j]! - from);
    }
    bases[s] = base;
    neighbours[s] = neighbour;
  }
  const marks = new Uint8Array(rows + count).fill(rare);
  marks.set(Uint8Array.from(labels));
  return {
    features: { names: features.names, columns: all },
    labels: marks,
    bases,
    neighbours,
  };
}

function rowsOf({ columns, values }: FeatureMatrix, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    taken.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return taken;
}
