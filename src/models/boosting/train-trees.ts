import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { type Features, requireSameNames, rowsOf } from "../features/features";
import { type BinnedFeature, binCategories, binEdges, binValues, categoriesOf } from "./bins";
import { balancedWeights } from "./class-weights";
import { LOSSES } from "./loss";
import { type BoostingOptions, type Settings, settingsOf } from "./options";
import { runTraining } from "./run-training";
import type { TrainingSettings } from "./train";
import { layOut, type TrainingMemory } from "./training-memory";
import type { Tree } from "./tree";

/** Trees that were trained, and what the losses were before the first and after each. */
export interface TrainedTrees {
  readonly base: number;
  readonly trees: readonly Tree[];
  readonly trainingLoss: readonly number[];
  readonly validationLoss: readonly number[];
}

/** Rows × features × trees from which threads repay the time they take to begin. */
const WORTH_THREADS = 1e8;

/**
 * Checks what is to be trained, cuts it into bins in shared memory, and trains: what `boost`, `randomForest` and
 * `singleTree` have in common.
 *
 * @param forest whether every tree learns from a bootstrap sample, and none from what those before it left over
 * @throws RangeError as `boost`
 * @example (await trainTrees(features, target, { loss: "squared error" }, false)).trees
 */
export async function trainTrees(
  features: Features,
  target: ArrayLike<number>,
  options: BoostingOptions,
  forest: boolean,
): Promise<TrainedTrees> {
  const settings = settingsOf(options);
  const { validation, threads, onTree, signal } = settings;
  const rows = requireTargets(features, target);
  const judged = validation ? requireTargets(validation.features, validation.target) : 0;
  if (validation) requireSameNames(features.names, validation.features.names, "the training table");
  const loss = LOSSES[settings.loss];
  loss.check(target);
  if (validation) loss.check(validation.target);
  const weights = weightsOf(settings.weights, target);
  const base = loss.base(target, weights);
  const asked = askedOf(features.names, settings);

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
  memory.target.set(target);
  if (validation) memory.target.set(validation.target, rows);
  if (weights) {
    memory.weights.fill(1);
    memory.weights.set(weights);
  }
  memory.margins.fill(base);
  const binned: BinnedFeature[] = [];
  for (const [f, one] of asked.entries()) {
    binned.push(fillBins(memory, features, f, one, settings));
    await setImmediate();
    signal?.throwIfAborted();
  }

  const trees: Tree[] = [];
  const trainingLoss: number[] = [];
  const validationLoss: number[] = [];
  const patience = validation?.patience ?? Infinity;
  const task = { rows, judged, features: binned, settings: toldOf(settings), patience, forest };
  await runTraining(task, memory, shape, {
    signal,
    onStep(step) {
      if (step.tree) trees.push(step.tree);
      trainingLoss.push(step.trainingLoss);
      if (step.validationLoss !== undefined) validationLoss.push(step.validationLoss);
      if (step.tree) onTree?.(trees.length, settings.trees, step.validationLoss ?? step.trainingLoss);
    },
  });
  return { base, trees, trainingLoss, validationLoss };
}

/** The settings that the training threads follow: those that a thread can be told. */
function toldOf(settings: Settings): TrainingSettings {
  const { loss, trees, learningRate, maxLeaves, maxDepth, minRows, minHessian, lambda } = settings;
  const { rowShare, columnShare, columnShareByNode, seed } = settings;
  const limits = { maxLeaves, maxDepth, minRows, minHessian, lambda, learningRate, columnShareByNode };
  return { ...limits, loss, trees, rowShare, columnShare, seed };
}

/** What is asked of each feature: whether it is a category, and whether predictions must rise or fall with it. */
function askedOf(
  names: readonly string[],
  { monotone: { increasing = [], decreasing = [] }, categorical }: Settings,
): Omit<BinnedFeature, "edges">[] {
  const all = [...increasing, ...decreasing, ...categorical];
  for (const [i, name] of all.entries()) {
    if (!names.includes(name))
      throw new RangeError(`There is no feature "${name}": take some of ${names.join(", ")}.`);
    if (all.indexOf(name) < i)
      throw new RangeError(
        `Feature "${name}" is named twice: as increasing, decreasing or categorical, take one.`,
      );
  }
  return names.map((name) => ({
    categorical: categorical.includes(name),
    direction: increasing.includes(name) ? 1 : decreasing.includes(name) ? -1 : 0,
  }));
}

/** Writes the bins of one feature, those of the rows to judge by after the others. */
function fillBins(
  memory: TrainingMemory,
  features: Features,
  f: number,
  asked: Omit<BinnedFeature, "edges">,
  { validation, maxBins }: Settings,
): BinnedFeature {
  const column = features.columns[f]!;
  const edges = asked.categorical ? categoriesOf(column, features.names[f]!) : binEdges(column, maxBins);
  const fill = asked.categorical ? binCategories : binValues;
  const bins = memory.columns[f]!;
  fill(column, edges, bins);
  if (validation) fill(validation.features.columns[f]!, edges, bins.subarray(column.length));
  return { ...asked, edges };
}

function requireTargets(features: Features, target: ArrayLike<number>): number {
  const rows = rowsOf(features);
  if (target.length !== rows)
    throw new RangeError(`${target.length} targets for ${rows} rows: each row needs one.`);
  return rows;
}

function weightsOf(
  weights: BoostingOptions["weights"],
  target: ArrayLike<number>,
): ArrayLike<number> | undefined {
  if (weights === undefined) return undefined;
  if (weights === "balanced") return balancedWeights(target);
  if (weights.length !== target.length)
    throw new RangeError(`${weights.length} weights for ${target.length} rows: each row needs one.`);
  let sum = 0;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`The weight of row ${row} is ${weight}: take a finite number from 0 up.`);
    sum += weight;
  }
  if (!(sum > 0 && sum < Infinity))
    throw new RangeError(`The weights add up to ${sum}: at least one row must count.`);
  return weights;
}
