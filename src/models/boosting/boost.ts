import type { Features } from "../features/features";
import type { BoostedTrees } from "./boosted-trees";
import type { BoostingOptions } from "./options";
import { trainTrees } from "./train-trees";

/** A trained model and how its loss fell. */
export interface Training {
  readonly model: BoostedTrees;
  /** Mean loss on the training rows before the first tree and after each of the model's. */
  readonly trainingLoss: readonly number[];
  /** The same on the validation rows, up to the last tree that was grown; empty without validation. */
  readonly validationLoss: readonly number[];
}

/**
 * Trains boosted regression trees by histograms: every tree is a Newton step against the loss's derivatives. The same
 * table, options and seed give the same bits on any number of threads; without row sampling, and up to 200,000 rows,
 * the order of the rows does not matter either. O(trees × rows × features × log leaves) about; in bytes a row takes
 * twice the features and 40 more, a growing leaf 4 kB a feature.
 *
 * @param target a number for each row; 0 or 1 under log loss
 * @throws RangeError when a row, a target, a weight or an option is out of range, or the validation's features are
 * others; the message says which; the signal's reason when it is aborted
 * @see Friedman (2001), "Greedy function approximation"; Chen & Guestrin (2016), "XGBoost"; Ke et al. (2017), "LightGBM"
 * @example (await boost(features, labels, { loss: "log loss", trees: 300, maxLeaves: 63, seed: 7 })).model
 */
export async function boost(
  features: Features,
  target: ArrayLike<number>,
  options: BoostingOptions,
): Promise<Training> {
  const { base, trees, trainingLoss, validationLoss } = await trainTrees(features, target, options, false);
  // The first of the trees with the lowest loss is the last that is kept.
  const kept = options.validation ? validationLoss.indexOf(Math.min(...validationLoss)) : trees.length;
  return {
    model: { loss: options.loss, names: [...features.names], base, trees: trees.slice(0, kept) },
    trainingLoss: trainingLoss.slice(0, kept + 1),
    validationLoss,
  };
}
