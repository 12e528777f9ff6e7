import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { type Features, rowsOf } from "../features";
import { binEdges, binValues } from "./bins";
import { type BoostedTrees, requireSameNames } from "./boosted-trees";
import { LOSSES } from "./loss";
import { type BoostingOptions, type Settings, settingsOf } from "./options";
import { runTraining } from "./run-training";
import { layOut, type TrainingMemory } from "./training-memory";
import type { Tree } from "./tree";

/** A trained model and how its loss fell. */
export interface Training {
  readonly model: BoostedTrees;
  /** Mean loss on the training rows before the first tree and after each of the model's. */
  readonly trainingLoss: readonly number[];
  /** The same on the validation rows, up to the last tree that was grown; empty without validation. */
  readonly validationLoss: readonly number[];
}

/** Rows × features × trees from which threads repay the time they take to begin. */
const WORTH_THREADS = 1e8;

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
  const settings = settingsOf(options);
  const { validation, weights, threads, onTree, signal, ...plain } = settings;
  const rows = requireTargets(features, target, weights);
  const judged = validation ? requireTargets(validation.features, validation.target) : 0;
  if (validation) requireSameNames(features.names, validation.features.names);
  const loss = LOSSES[settings.loss];
  loss.check(target);
  if (validation) loss.check(validation.target);
  const base = loss.base(target, weights);
  const work = rows * features.columns.length * settings.trees;
  const shape = {
    rows,
    judged,
    features: features.columns.length,
    weighted: weights !== undefined,
    maxLeaves: settings.maxLeaves,
    threads: Math.max(1, threads ?? (work >= WORTH_THREADS ? availableParallelism() : 0)),
  };
  const memory = layOut(shape);
  const edges = await fillMemory(memory, features, target, settings);
  memory.margins.fill(base);

  const trees: Tree[] = [];
  const trainingLoss: number[] = [];
  const validationLoss: number[] = [];
  const task = { rows, judged, edges, settings: plain, patience: validation?.patience ?? Infinity };
  await runTraining(task, memory, shape, {
    signal,
    onStep(step) {
      trainingLoss.push(step.trainingLoss);
      if (step.validationLoss !== undefined) validationLoss.push(step.validationLoss);
      if (!step.tree) return;
      trees.push(step.tree);
      onTree?.(trees.length, settings.trees, step.validationLoss ?? step.trainingLoss);
    },
  });
  // The first of the trees with the lowest loss is the last that is kept.
  const kept = validation ? validationLoss.indexOf(Math.min(...validationLoss)) : trees.length;
  return {
    model: { loss: settings.loss, names: [...features.names], base, trees: trees.slice(0, kept) },
    trainingLoss: trainingLoss.slice(0, kept + 1),
    validationLoss,
  };
}

/** Writes bins, targets and weights, letting others work between features; returns every feature's edges. */
async function fillMemory(
  memory: TrainingMemory,
  features: Features,
  target: ArrayLike<number>,
  { validation, weights, maxBins, signal }: Settings,
): Promise<Float64Array[]> {
  const rows = target.length;
  memory.target.set(target);
  if (validation) memory.target.set(validation.target, rows);
  if (weights) {
    memory.weights.fill(1);
    memory.weights.set(weights);
  }
  const edges: Float64Array[] = [];
  for (const [f, column] of features.columns.entries()) {
    const cuts = binEdges(column, maxBins);
    edges.push(cuts);
    const bins = memory.columns[f]!;
    binValues(column, cuts, bins);
    if (validation) binValues(validation.features.columns[f]!, cuts, bins.subarray(rows));
    await setImmediate();
    signal?.throwIfAborted();
  }
  return edges;
}

function requireTargets(features: Features, target: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const rows = rowsOf(features);
  if (target.length !== rows)
    throw new RangeError(`${target.length} targets for ${rows} rows: each row needs one.`);
  if (!weights) return rows;
  if (weights.length !== rows)
    throw new RangeError(`${weights.length} weights for ${rows} rows: each row needs one.`);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights[row]!;
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`The weight of row ${row} is ${weight}: take a finite number from 0 up.`);
    sum += weight;
  }
  if (sum === 0) throw new RangeError("All weights are 0: at least one row must count.");
  return rows;
}
