import type { Random } from "../../stats/random";
import { bestCategorySplit } from "./best-category-split";
import { bestSplit, type Split, type SplitLimits } from "./best-split";
import { BINS, type BinnedFeature, MISSING_BIN } from "./bins";
import type { Crew } from "./crew";
import type { NodeSums, Units } from "./histogram";
import { NodeHistograms } from "./node-histograms";
import { type Bounds, childBounds, nodeValue, UNBOUNDED } from "./node-value";
import { partition } from "./partition";
import { sampleOf } from "./sample";
import { NOTES, type TrainingMemory } from "./training-memory";
import type { Tree } from "./tree";
import { TreeBuilder } from "./tree-builder";

/** How far a tree grows. */
export interface TreeLimits extends SplitLimits {
  /** The most leaves, from 2 up; Infinity for no limit. */
  readonly maxLeaves: number;
  /** The most questions from the root to a leaf, from 1 up; Infinity for no limit. */
  readonly maxDepth: number;
  /** Every leaf's value is multiplied by this. */
  readonly learningRate: number;
  /** Share of the tree's features that each node may ask for, drawn anew. */
  readonly columnShareByNode: number;
}

/** A tree with the training rows that reached each leaf. */
export interface GrownTree {
  readonly tree: Tree;
  /** For each inner node and each bin of its feature 1 where rows go right. */
  readonly goesRight: readonly (Uint8Array | undefined)[];
  /** For each leaf its node and its rows' first place and end in the order. */
  readonly leaves: readonly { readonly node: number; readonly from: number; readonly to: number }[];
}

/** A leaf that may still grow. */
interface Leaf {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly sums: NodeSums;
  readonly bounds: Bounds;
  /** Where its histograms are kept; undefined where they are not. */
  slot: number | undefined;
  split: Split | undefined;
}

/**
 * Grows trees leaf by leaf: always the leaf whose best split gains most. A leaf's value is the Newton step −ΣG / (ΣH +
 * λ), within the bounds that monotone features set, times the learning rate. As all sums are exact, neither the order of
 * the rows nor the number of threads changes a bit; of equal gains the first feature and the leaf that was made first
 * win. Every thread grows the same tree: each counts its share of a node's rows and searches its share of the features,
 * and they meet to tell what they found.
 *
 * @see Ke et al. (2017), "LightGBM", sections 2 and 3
 * @example new TreeGrower(memory, crew, features, limits, random).grow(rows, allowed, units).tree
 */
export class TreeGrower {
  readonly #histograms: NodeHistograms;

  constructor(
    private readonly memory: TrainingMemory,
    private readonly crew: Crew,
    private readonly features: readonly BinnedFeature[],
    private readonly limits: TreeLimits,
    private readonly random: Random,
  ) {
    this.#histograms = new NodeHistograms(memory, crew);
  }

  /**
   * One tree on the rows that stand first in the order, from the derivatives in their records. O(rows × features ×
   * depth), less by counting the smaller child only.
   *
   * @param allowed the features to ask for, ascending
   */
  grow(rows: number, allowed: readonly number[], units: Units): GrownTree {
    const limits = this.limits;
    const builder = new TreeBuilder();
    const goesRight: (Uint8Array | undefined)[] = [];
    const finished: Leaf[] = [];
    this.#histograms.clear();
    const slot = this.#histograms.count(0, rows);
    const sums = this.#histograms.sumsOf(slot, units);
    const start = { node: builder.add(), from: 0, to: rows, depth: 0, sums, bounds: UNBOUNDED };
    const root: Leaf = { ...start, slot, split: undefined };
    this.#search([root], allowed, units);
    const waiting = this.#sort([root], finished);
    while (waiting.length > 0 && waiting.length + finished.length < limits.maxLeaves) {
      // Without a limit on the leaves all come to their turn: the last first, so that few histograms are kept.
      const [parent] = waiting.splice(limits.maxLeaves === Infinity ? -1 : mostGaining(waiting), 1);
      const split = parent!.split!;
      goesRight[parent!.node] = sidesOf(split);
      const children = this.#divide(parent!, split, goesRight[parent!.node]!, builder);
      const mayGrow = waiting.length + finished.length + 2 < limits.maxLeaves;
      const growing = children.filter(
        ({ depth, sums }) => mayGrow && depth < limits.maxDepth && sums.rows >= 2 * limits.minRows,
      );
      if (growing.length > 0) {
        this.#count(children, parent!.slot);
        this.#search(growing, allowed, units);
      } else if (parent!.slot !== undefined) this.#histograms.release(parent!.slot);
      waiting.push(...this.#sort(children, finished));
    }
    const leaves = [...finished, ...waiting];
    for (const { node, sums: of, bounds } of leaves) {
      const value = nodeValue(of.gradient, of.hessian, limits.lambda, bounds);
      builder.setLeaf(node, limits.learningRate * value, of.rows);
    }
    return { tree: builder.finish(), goesRight, leaves };
  }

  /** Sends a leaf's rows left and right; both sides are leaves then. */
  #divide(parent: Leaf, split: Split, right: Uint8Array, builder: TreeBuilder): readonly [Leaf, Leaf] {
    const memory = this.memory;
    const { from, to, node, depth, bounds } = parent;
    const { edges, direction } = this.features[split.feature]!;
    const middle = partition(memory, this.crew, from, to, memory.columns[split.feature]!, right);
    const below = builder.divide(node, split, edges);
    const [lower, upper] = childBounds(bounds, direction, split.left, split.right, this.limits.lambda);
    const child = { depth: depth + 1, slot: undefined, split: undefined };
    return [
      { ...child, node: below.left, from, to: middle, sums: split.left, bounds: lower },
      { ...child, node: below.right, from: middle, to, sums: split.right, bounds: upper },
    ];
  }

  /** Counts the smaller child; the larger one's histograms are what is left of the parent's, where those were kept. */
  #count([left, right]: readonly [Leaf, Leaf], slot: number | undefined): void {
    const [smaller, larger] = left.to - left.from <= right.to - right.from ? [left, right] : [right, left];
    smaller.slot = this.#histograms.count(smaller.from, smaller.to);
    larger.slot = slot ?? this.#histograms.count(larger.from, larger.to);
    if (slot !== undefined) this.#histograms.subtract(slot, smaller.slot);
  }

  /** Those of some leaves that have a split; the others are finished. Keeps two slots free for the next division. */
  #sort(leaves: readonly Leaf[], finished: Leaf[]): Leaf[] {
    for (const leaf of leaves) {
      if (leaf.slot === undefined || (leaf.split && this.#histograms.free >= 2)) continue;
      this.#histograms.release(leaf.slot);
      leaf.slot = undefined;
    }
    finished.push(...leaves.filter(({ split }) => !split));
    return leaves.filter(({ split }) => split);
  }

  /** Finds the best split of each leaf, all threads together, each among its share of the features. */
  #search(leaves: readonly Leaf[], allowed: readonly number[], units: Units): void {
    const crew = this.crew;
    const { notes } = this.memory;
    const [begin, end] = this.#histograms.mine;
    for (const [i, leaf] of leaves.entries()) {
      const drawn = sampleOf(allowed.length, this.limits.columnShareByNode, this.random);
      for (const place of drawn) {
        const feature = allowed[place]!;
        if (feature < begin || feature >= end) continue;
        const split = this.#splitOf(leaf, feature, units);
        if (split && split.gain > (leaf.split?.gain ?? 0)) leaf.split = split;
      }
      notes[crew.me * NOTES + 2 * i + 1] = leaf.split?.gain ?? 0;
      notes[crew.me * NOTES + 2 * i + 2] = leaf.split?.feature ?? -1;
    }
    crew.meet();
    for (const [i, leaf] of leaves.entries()) {
      let [gain, feature] = [0, -1];
      for (let thread = 0; thread < crew.threads; thread++) {
        const its = notes[thread * NOTES + 2 * i + 1]!;
        if (its > gain) [gain, feature] = [its, notes[thread * NOTES + 2 * i + 2]!];
      }
      if (feature !== (leaf.split?.feature ?? -1)) leaf.split = this.#splitOf(leaf, feature, units);
    }
  }

  #splitOf({ slot, sums, bounds }: Leaf, feature: number, units: Units): Split | undefined {
    const { edges, categorical, direction } = this.features[feature]!;
    const bins = categorical ? edges.length : edges.length + 1;
    const histogram = this.#histograms.read(slot!, feature, bins, units);
    return categorical
      ? bestCategorySplit(feature, histogram, edges.length, sums, this.limits, bounds)
      : bestSplit(feature, histogram, edges.length, sums, this.limits, bounds, direction);
  }
}

/** For each bin 1 where the split sends its rows right. */
function sidesOf({ bin, leftBins, missingLeft }: Split): Uint8Array {
  const right = new Uint8Array(BINS).fill(1, bin + 1);
  for (const left of leftBins ?? []) right[left] = 0;
  right[MISSING_BIN] = missingLeft ? 0 : 1;
  return right;
}

/** The place of the leaf with the largest gain; of equals of that which was made first. */
function mostGaining(leaves: readonly Leaf[]): number {
  let at = 0;
  for (const [place, { split, node }] of leaves.entries()) {
    const ahead = split!.gain - leaves[at]!.split!.gain;
    if (ahead > 0 || (ahead === 0 && node < leaves[at]!.node)) at = place;
  }
  return at;
}
