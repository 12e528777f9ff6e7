import { type Features, requireSameNames, rowsOf } from "../features/features";
import { LOSSES, type LossName } from "./loss";
import { addTree, type Tree } from "./tree";

/** A model that adds up trees. */
export interface BoostedTrees {
  readonly loss: LossName;
  /** The names of the features, in the order that the trees know them by. */
  readonly names: readonly string[];
  /** The margin that the trees are added to. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

/**
 * The margin of every row: the base and what every tree adds; log-odds under log loss. O(rows × trees × depth).
 *
 * @param features those that the model was trained on, by the same names in the same order; NaN where missing
 * @throws RangeError when the names differ, or as `rowsOf`
 * @example marginsOf(model, features)[0] // of the first row
 */
export function marginsOf(model: BoostedTrees, features: Features): Float64Array {
  const rows = rowsOf(features);
  requireSameNames(model.names, features.names, "the model");
  const margins = new Float64Array(rows).fill(model.base);
  for (const tree of model.trees) addTree(tree, features.columns, margins);
  return margins;
}

/**
 * What the model predicts for every row: the chance of a 1 under log loss, the value under squared error. O(rows ×
 * trees × depth).
 *
 * @throws RangeError as {@link marginsOf}
 * @example predictionsOf(model, { names: ["recency"], columns: [[3, 40]] }) // Float64Array [0.8, 0.1]
 */
export function predictionsOf(model: BoostedTrees, features: Features): Float64Array {
  return marginsOf(model, features).map(LOSSES[model.loss].predict);
}

/**
 * How much each feature's splits lowered twice the training loss, as shares of the whole. It favours features with many
 * distinct values, and says nothing of new rows: permutation importance does. O(nodes).
 *
 * @returns one share for each feature, in the order of the names; all 0 when no tree asks anything
 * @see Breiman et al. (1984), "Classification and Regression Trees", 5.3.4; Hastie et al. (2009), 10.13.1
 * @example gainImportance(model)[0] // of the first feature
 */
export function gainImportance({ names, trees }: BoostedTrees): Float64Array {
  const gains = new Float64Array(names.length);
  for (const tree of trees) {
    tree.feature.forEach((feature, node) => {
      if (feature >= 0) gains[feature] = gains[feature]! + tree.gain[node]!;
    });
  }
  const all = gains.reduce((a, b) => a + b, 0);
  return all === 0 ? gains : gains.map((gain) => gain / all);
}
