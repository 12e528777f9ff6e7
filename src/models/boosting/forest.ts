import type { Features } from "../features/features";
import type { BoostedTrees } from "./boosted-trees";
import type { BoostingOptions } from "./options";
import { trainTrees } from "./train-trees";

/** How a forest is trained; all have a default, where there is one that of `BoostingOptions`. */
export type ForestOptions = Pick<
  BoostingOptions,
  | "trees"
  | "maxLeaves"
  | "maxDepth"
  | "minRows"
  | "maxBins"
  | "columnShareByNode"
  | "seed"
  | "weights"
  | "monotone"
  | "categorical"
  | "threads"
  | "signal"
> & {
  /** Called after every tree with how many there are and how many there will be. */
  readonly onTree?: ((done: number, total: number) => void) | undefined;
};

/**
 * Trains a random forest: trees without a limit on their leaves, each on a bootstrap sample of the rows, each node asking
 * some of the features, and the mean of what all say. It is a model that adds up trees, each a share of the mean, so
 * that predictions, importance and Shapley values are those of `boost`; of labels 0 and 1 it predicts the chance of a 1,
 * and its splits are those by Gini impurity. O(trees × rows × features × depth).
 *
 * @param options defaults: 100 trees, at least 10 rows a leaf, √features of the features for each node
 * @throws RangeError as `boost`
 * @see Breiman (2001), "Random forests"
 * @example predictionsOf(await randomForest(features, labels, { trees: 200, seed: 7 }), features)
 */
export async function randomForest(
  features: Features,
  target: ArrayLike<number>,
  options: ForestOptions = {},
): Promise<BoostedTrees> {
  const { trees: count = 100, onTree, ...rest } = options;
  const columns = Math.max(1, features.columns.length);
  const { base, trees } = await trainTrees(
    features,
    target,
    {
      maxLeaves: Infinity,
      minRows: 10,
      columnShareByNode: Math.sqrt(columns) / columns,
      ...rest,
      loss: "squared error",
      trees: count,
      learningRate: 1 / count,
      minHessian: 0,
      onTree: onTree && ((done, total) => onTree(done, total)),
    },
    true,
  );
  return { loss: "squared error", names: [...features.names], base, trees };
}

/** How a single tree is trained; all have a default. */
export type SingleTreeOptions = Pick<
  BoostingOptions,
  | "maxLeaves"
  | "maxDepth"
  | "minRows"
  | "maxBins"
  | "weights"
  | "monotone"
  | "categorical"
  | "threads"
  | "signal"
>;

/**
 * Trains one regression tree, leaf by leaf, always the one that gains most: a model of one tree, whose leaves are the
 * means of their rows. Of labels 0 and 1 it predicts the chance of a 1, and its splits are those by Gini impurity.
 * O(rows × features × depth).
 *
 * @param options defaults: at most 31 leaves of at least 20 rows
 * @throws RangeError as `boost`
 * @see Breiman et al. (1984), "Classification and Regression Trees"
 * @example predictionsOf(await singleTree(features, labels, { maxLeaves: 8 }), features)
 */
export async function singleTree(
  features: Features,
  target: ArrayLike<number>,
  options: SingleTreeOptions = {},
): Promise<BoostedTrees> {
  const single = { ...options, loss: "squared error", trees: 1, learningRate: 1, minHessian: 0 } as const;
  const { base, trees } = await trainTrees(features, target, single, false);
  return { loss: "squared error", names: [...features.names], base, trees };
}
