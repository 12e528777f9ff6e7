import { shuffled } from "../../stats/shuffled";
import { featureMatrix } from "../features/feature-matrix";
import type { Features } from "../features/features";
import type { RowSplit } from "../splits/splits";
import type { Oversampled } from "./smote";

/** Tested rows by what the nearest row that is learnt from is to them. */
export interface NearestKin {
  /** Rows that were looked at. */
  readonly rows: number;
  /** The nearest was made from this row, or this one from it. */
  readonly parentOrChild: number;
  /** Both were made from the same row. */
  readonly siblings: number;
  readonly strangers: number;
}

/** How {@link nearestKin} draws. */
export interface NearestKinOptions {
  /** The most rows of either kind that are looked at; default 200. */
  readonly most?: number;
  /** Seed of the draw; default 1. */
  readonly seed?: number;
}

/**
 * How close to what is learnt a test stands after oversampling and then splitting: what the nearest learnt row is to tested
 * rows of the oversampled label, synthetic ones and given ones apart. Distances are those of {@link smote}: Euclidean in
 * the features' own units; of equally near rows one that is related counts. O(most × rows × features).
 *
 * @param of what `smote` gives
 * @param split of all its rows
 * @throws RangeError when nothing was oversampled, a feature is missing or infinite, or the seed is not a whole number
 * @example nearestKin(smote(features, labels), split).synthetic.siblings
 */
export function nearestKin(
  of: Oversampled,
  split: Pick<RowSplit, "train" | "test">,
  { most = 200, seed = 1 }: NearestKinOptions = {},
): { readonly synthetic: NearestKin; readonly given: NearestKin } {
  const { labels, bases, neighbours } = of;
  const first = labels.length - bases.length;
  if (bases.length === 0) throw new RangeError("There are no synthetic rows: nothing was oversampled.");
  const rare = labels[first];
  /** A row itself if it is given, else the two it lies between. */
  const rootsOf = (row: number) => (row < first ? [row] : [bases[row - first]!, neighbours[row - first]!]);
  const kinOf = nearestRows(of.features, split.train);
  const judge = (rows: Uint32Array): NearestKin => {
    const counts = { parentOrChild: 0, siblings: 0, strangers: 0 };
    for (const row of rows) {
      const own = rootsOf(row);
      const related = kinOf(row).filter((near) => rootsOf(near).some((root) => own.includes(root)));
      if (related.length === 0) counts.strangers++;
      else if (related.some((near) => near < first !== row < first)) counts.parentOrChild++;
      else counts.siblings++;
    }
    return { rows: rows.length, ...counts };
  };
  const drawn = (wanted: (row: number) => boolean) =>
    Uint32Array.from(shuffled(split.test.filter(wanted), seed).slice(0, most));
  return {
    synthetic: judge(drawn((row) => row >= first)),
    given: judge(drawn((row) => row < first && labels[row] === rare)),
  };
}

/** Finds the rows of some that are nearest to a row: several where they are equally near. */
function nearestRows(features: Features, among: Uint32Array): (row: number) => number[] {
  const { columns, values } = featureMatrix(features);
  return (row) => {
    let least = Infinity;
    let nearest: number[] = [];
    for (const other of among) {
      let distance = 0;
      for (let j = 0; j < columns && distance <= least; j++)
        distance += (values[row * columns + j]! - values[other * columns + j]!) ** 2;
      if (distance > least) continue;
      if (distance < least) nearest = [];
      least = distance;
      nearest.push(other);
    }
    return nearest;
  };
}
