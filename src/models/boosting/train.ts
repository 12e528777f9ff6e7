import { createRandom } from "../../stats/random";
import type { BinnedFeature } from "./bins";
import type { Crew } from "./crew";
import { type GrownTree, TreeGrower, type TreeLimits } from "./grow-tree";
import type { Settings } from "./options";
import { keepDerivatives, writeRecords } from "./records";
import { bootstrapOf, sampleOf } from "./sample";
import type { TrainingMemory } from "./training-memory";
import type { Tree } from "./tree";

/** What training needs to know beside what lies in the shared memory. */
export interface TrainingTask {
  readonly rows: number;
  readonly judged: number;
  readonly features: readonly BinnedFeature[];
  readonly settings: TrainingSettings;
  /** How many trees in a row may leave the loss on the judged rows where it is. */
  readonly patience: number;
  /** A forest: every tree learns from a bootstrap sample, and none from what those before it left over. */
  readonly forest: boolean;
}

/** The settings that training follows: those that another thread can be told. */
export type TrainingSettings = TreeLimits &
  Pick<Settings, "loss" | "trees" | "rowShare" | "columnShare" | "seed">;

/** Where training has come to. */
export interface TrainingStep {
  /** The tree that was grown; none at the beginning. */
  readonly tree: Tree | undefined;
  /** Mean loss on the training rows, and on those that the model is judged by, if any. */
  readonly trainingLoss: number;
  readonly validationLoss?: number;
}

/**
 * Trains, tree by tree, all threads of the crew together: every thread runs this program on its share of the rows and
 * comes to the same trees. The memory holds bins, targets, weights and the first margins.
 *
 * @example for (const step of train(task, memory, new Crew(memory.crew, 1, 0))) trees.push(step.tree)
 */
export function* train(task: TrainingTask, memory: TrainingMemory, crew: Crew): Generator<TrainingStep> {
  const { rows, judged, features, settings, patience, forest } = task;
  const random = createRandom(settings.seed);
  const grower = new TreeGrower(memory, crew, features, settings, random);
  const { weights } = memory;
  const weigh = (from: number, to: number) =>
    weights.length ? weights.subarray(from, to).reduce((a, b) => a + b, 0) : to - from;
  const [weight, judgedWeight] = [weigh(0, rows), weigh(rows, rows + judged)];
  const sweep = (tree?: Tree) => {
    const kept = keepDerivatives(settings.loss, rows, judged, memory, crew);
    const trainingLoss = kept.training / weight;
    const validationLoss = kept.judged / judgedWeight;
    return { units: kept.units, step: { tree, trainingLoss, ...(judged ? { validationLoss } : {}) } };
  };
  const sampledRows = () => {
    if (forest) return bootstrapOf(rows, random);
    return settings.rowShare === 1 ? undefined : sampleOf(rows, settings.rowShare, random);
  };
  writeRecords(rows, memory, crew);
  let { units, step } = sweep();
  yield step;
  let best = step.validationLoss ?? 0;
  for (let trees = 0, since = 0; trees < settings.trees && since < patience; trees++) {
    const sampled = sampledRows();
    const allowed = [...sampleOf(features.length, settings.columnShare, random)];
    const [from, to] = crew.shareOf(0, sampled?.length ?? rows);
    for (let i = from; i < to; i++) memory.order[i] = sampled ? sampled[i]! : i;
    crew.meet();
    const grown = grower.grow(sampled?.length ?? rows, allowed, units);
    if (forest) {
      yield { ...step, tree: grown.tree };
      continue;
    }
    // A row's place among the leaves is known only where the tree has learnt from it.
    if (sampled) addToRows(grown, memory, ...crew.shareOf(0, rows));
    else addToLeaves(grown, memory, ...crew.shareOf(0, rows));
    addToRows(grown, memory, ...crew.shareOf(rows, rows + judged));
    crew.meet();
    ({ units, step } = sweep(grown.tree));
    yield step;
    if (step.validationLoss === undefined) continue;
    since = step.validationLoss < best ? 0 : since + 1;
    best = Math.min(best, step.validationLoss);
  }
}

/** Adds every leaf's value to the margins of the rows that stand in the order from one place to before another. */
function addToLeaves({ tree, leaves }: GrownTree, memory: TrainingMemory, begin: number, end: number): void {
  const { order, margins } = memory;
  for (const { node, from, to } of leaves) {
    const value = tree.value[node]!;
    const last = Math.min(to, end);
    for (let i = Math.max(from, begin); i < last; i++) {
      const row = order[i]!;
      margins[row] = margins[row]! + value;
    }
  }
}

/** Adds what a tree says to the margins of the rows from one to before another, by their bins. */
function addToRows(
  { tree, goesRight }: GrownTree,
  { columns, margins }: TrainingMemory,
  from: number,
  to: number,
): void {
  const { feature, left, right, value } = tree;
  for (let row = from; row < to; row++) {
    let node = 0;
    while (feature[node]! >= 0)
      node = goesRight[node]![columns[feature[node]!]![row]!]! ? right[node]! : left[node]!;
    margins[row] = margins[row]! + value[node]!;
  }
}
