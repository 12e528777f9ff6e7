import { spearman } from "../../stats/correlation";
import type { Contributions } from "../boosting/tree-shap";
import type { Features } from "../features/features";
import { requireContributions } from "./require-contributions";

/** What a feature adds to the margins of all rows. */
export interface ShapSummary {
  readonly name: string;
  /** Mean of the contributions without their signs, in the unit of the margin (log odds). */
  readonly meanAbsolute: number;
  /** The feature's part of all features' mean absolute contributions, from 0 to 1. */
  readonly share: number;
  /**
   * Rank correlation of the feature's values with its contributions, over rows where it is not missing: near 1 where more
   * of it raises the margin, near −1 where more lowers it, between where the model has no one direction; null where values
   * or contributions are all the same.
   */
  readonly direction: number | null;
}

/**
 * What each feature adds to a model's margins: how much and which way. O(features × rows × log rows).
 *
 * @param contributions of the same rows and features, as `treeShap` gives them
 * @returns one for each feature, the strongest first; of equal ones in the features' order
 * @throws RangeError when contributions and features do not fit together
 * @see Lundberg et al. (2020), "From local explanations to global understanding with explainable AI for trees"
 * @example shapSummary(treeShap(model, test), test)[0] // { name: "recency", meanAbsolute: 0.61, … }
 */
export function shapSummary(contributions: Contributions, features: Features): ShapSummary[] {
  const rows = requireContributions(contributions, features);
  const means = contributions.columns.map(
    (column) => column.reduce((sum, effect) => sum + Math.abs(effect), 0) / rows,
  );
  const all = means.reduce((sum, mean) => sum + mean, 0);
  return features.names
    .map((name, f) => ({
      name,
      meanAbsolute: means[f]!,
      share: all === 0 ? 0 : means[f]! / all,
      direction: directionOf(features.columns[f]!, contributions.columns[f]!),
    }))
    .sort((a, b) => b.meanAbsolute - a.meanAbsolute);
}

function directionOf(values: ArrayLike<number>, effects: Float64Array): number | null {
  const known = Uint32Array.from(effects, (_, row) => row).filter((row) => !Number.isNaN(values[row]));
  const x = Float64Array.from(known, (row) => values[row]!);
  const y = Float64Array.from(known, (row) => effects[row]!);
  const varies = (column: Float64Array) => column.some((value) => value !== column[0]);
  return varies(x) && varies(y) ? spearman(x, y) : null;
}
