import { createRandom } from "../../stats/random";
import { type Features, rowsOf } from "../features";
import { binFeatures } from "./bins";
import { type BoostedTrees, requireSameNames } from "./boosted-trees";
import { type GrownTree, growTree } from "./grow-tree";
import { LOSSES, type Loss } from "./loss";
import { type BoostingOptions, settingsOf, type Validation } from "./options";
import { sampleOf } from "./sample";
import { addTree, type Tree } from "./tree";

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
 * table, options and seed give the same bits; without row sampling the order of the rows does not matter either.
 * O(trees × rows × features × log leaves) about, with 6 kB a feature for each growing leaf.
 *
 * @param target a number for each row; 0 or 1 under log loss
 * @throws RangeError when a row, a target or an option is out of range, or the validation's features are others; the
 * message says which
 * @see Friedman (2001), "Greedy function approximation"; Chen & Guestrin (2016), "XGBoost"; Ke et al. (2017), "LightGBM"
 * @example boost(features, labels, { loss: "log loss", trees: 300, maxLeaves: 63, seed: 7 }).model
 */
export function boost(features: Features, target: ArrayLike<number>, options: BoostingOptions): Training {
  const settings = settingsOf(options);
  const loss = LOSSES[settings.loss];
  const rows = requireTargets(features, target);
  loss.check(target);
  const binned = binFeatures(features, settings.maxBins);
  const random = createRandom(settings.seed);
  const base = loss.base(target);
  const margins = new Float64Array(rows).fill(base);
  const trees: Tree[] = [];
  const trainingLoss = [loss.mean(target, margins)];
  const judge = settings.validation && judgeOf(settings.validation, loss, base, features.names);

  while (trees.length < settings.trees && !judge?.isOver()) {
    const derivatives = loss.derivatives(target, margins);
    const sampled = sampleOf(rows, settings.rowShare, random);
    const allowed = sampleOf(features.columns.length, settings.columnShare, random);
    const grown = growTree(binned, derivatives, sampled, [...allowed], settings);
    // A row's place among the leaves is known only where the tree has learnt from it.
    if (sampled.length === rows) addLeaves(grown, margins);
    else addTree(grown.tree, features.columns, margins);
    trees.push(grown.tree);
    trainingLoss.push(loss.mean(target, margins));
    judge?.add(grown.tree);
  }
  const kept = judge?.best() ?? trees.length;
  return {
    model: { loss: settings.loss, names: [...features.names], base, trees: trees.slice(0, kept) },
    trainingLoss: trainingLoss.slice(0, kept + 1),
    validationLoss: judge?.losses ?? [],
  };
}

/** Adds every leaf's value to the margins of the rows that it holds. */
function addLeaves({ tree, order, leaves }: GrownTree, margins: Float64Array): void {
  for (const { node, from, to } of leaves)
    for (const row of order.subarray(from, to)) margins[row] = margins[row]! + tree.value[node]!;
}

/** Follows the loss on the validation rows from tree to tree. */
function judgeOf(
  { features, target, patience }: Validation,
  loss: Loss,
  base: number,
  names: readonly string[],
) {
  const rows = requireTargets(features, target);
  requireSameNames(names, features.names);
  loss.check(target);
  const margins = new Float64Array(rows).fill(base);
  const losses = [loss.mean(target, margins)];
  /** The number of trees with the lowest loss, the first of equals. */
  const best = () => losses.indexOf(losses.reduce((a, b) => Math.min(a, b)));
  return {
    losses,
    best,
    isOver: () => losses.length - 1 - best() >= patience,
    add(tree: Tree) {
      addTree(tree, features.columns, margins);
      losses.push(loss.mean(target, margins));
    },
  };
}

function requireTargets(features: Features, target: ArrayLike<number>): number {
  const rows = rowsOf(features);
  if (target.length !== rows)
    throw new RangeError(`${target.length} targets for ${rows} rows: each row needs one.`);
  return rows;
}
