import { bestSplit, type Split, type SplitLimits } from "./best-split";
import { BINS, MISSING_BIN } from "./bins";
import type { Crew } from "./crew";
import {
  type HistogramPasses,
  histogramPasses,
  type NodeSums,
  PER_BIN,
  readHistogram,
  type Units,
} from "./histogram";
import { partition } from "./partition";
import { HISTOGRAM_BYTES, NOTES, type TrainingMemory } from "./training-memory";
import type { Tree } from "./tree";
import { TreeBuilder } from "./tree-builder";

/** How far a tree grows. */
export interface TreeLimits extends SplitLimits {
  /** The most leaves, from 2 up. */
  readonly maxLeaves: number;
  /** The most questions from the root to a leaf, from 1 up; Infinity for no limit. */
  readonly maxDepth: number;
  /** Every leaf's value is multiplied by this. */
  readonly learningRate: number;
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
  /** Where its histograms are kept; undefined where they are not. */
  slot: number | undefined;
  split: Split | undefined;
}

/** Below so many rows one thread counts alone: the others would cost more to gather than they save. */
const WORTH_SHARING = 2048;

/**
 * Grows trees leaf by leaf: always the leaf whose best split gains most. A leaf's value is the Newton step −ΣG / (ΣH +
 * λ) times the learning rate. As all sums are exact, neither the order of the rows nor the number of threads changes a
 * bit; of equal gains the first feature and the leaf that was made first win. Every thread grows the same tree: each
 * counts its share of a node's rows and searches its share of the features, and they meet to tell what they found.
 *
 * @see Ke et al. (2017), "LightGBM", sections 2 and 3
 * @example new TreeGrower(memory, crew, edges, limits).grow(rows, allowed, units).tree
 */
export class TreeGrower {
  readonly #passes: HistogramPasses;
  readonly #histogram = new Float64Array(BINS * PER_BIN);

  /** @param edges for each feature its edges between bins */
  constructor(
    private readonly memory: TrainingMemory,
    private readonly crew: Crew,
    private readonly edges: readonly Float64Array[],
    private readonly limits: TreeLimits,
  ) {
    this.#passes = histogramPasses(memory.memory);
  }

  /**
   * One tree on the rows that stand first in the order, from the derivatives in their records. O(rows × features ×
   * depth), less by counting the smaller child only.
   *
   * @param allowed the features to ask for, ascending
   */
  grow(rows: number, allowed: readonly number[], units: Units): GrownTree {
    const { memory, crew, limits } = this;
    const free = [...memory.slots].reverse();
    const builder = new TreeBuilder();
    const goesRight: (Uint8Array | undefined)[] = [];
    const slot = free.pop()!;
    this.#count(0, rows, slot);
    crew.meet();
    const sums = this.#sumsOf(slot, allowed[0]!, units);
    const root: Leaf = { node: builder.add(), from: 0, to: rows, depth: 0, sums, slot, split: undefined };
    this.#search([root], allowed, units);
    const grown = [root];
    while (grown.length < limits.maxLeaves) {
      const at = mostGaining(grown);
      if (at < 0) break;
      const { node, from, to, depth, split } = grown[at]!;
      if (!split) break;
      const right = sidesOf(split);
      goesRight[node] = right;
      const middle = partition(memory, crew, from, to, memory.columns[split.feature]!, right);
      const below = builder.divide(node, split, this.edges[split.feature]!);
      const child = (of: Pick<Leaf, "node" | "from" | "to" | "sums">): Leaf => ({
        ...of,
        depth: depth + 1,
        slot: undefined,
        split: undefined,
      });
      const children = [
        child({ node: below.left, from, to: middle, sums: split.left }),
        child({ node: below.right, from: middle, to, sums: split.right }),
      ] as const;
      const parent = grown[at]!;
      grown[at] = children[0];
      grown.push(children[1]);
      const growing = children.filter(
        (leaf) => leaf.depth < limits.maxDepth && leaf.sums.rows >= 2 * limits.minRows,
      );
      if (growing.length > 0 && grown.length < limits.maxLeaves) {
        this.#countChildren(children, parent.slot, free);
        this.#search(growing, allowed, units);
      } else if (parent.slot !== undefined) free.push(parent.slot);
      for (const leaf of children) {
        // A leaf without a split needs its histograms no more; two slots stay free for the next division.
        if (leaf.slot === undefined || (leaf.split && free.length >= 2)) continue;
        free.push(leaf.slot);
        leaf.slot = undefined;
      }
    }
    for (const { node, sums: of } of grown) builder.setLeaf(node, newtonStep(of, limits), of.rows);
    return {
      tree: builder.finish(),
      goesRight,
      leaves: grown.map(({ node, from, to }) => ({ node, from, to })),
    };
  }

  /** Counts the smaller child; the larger one's histograms are what is left of the parent's, where those were kept. */
  #countChildren([left, right]: readonly [Leaf, Leaf], slot: number | undefined, free: number[]): void {
    const [smaller, larger] = left.to - left.from <= right.to - right.from ? [left, right] : [right, left];
    smaller.slot = free.pop()!;
    this.#count(smaller.from, smaller.to, smaller.slot);
    if (slot === undefined) {
      larger.slot = free.pop()!;
      this.#count(larger.from, larger.to, larger.slot);
      return;
    }
    larger.slot = slot;
    const [first, last] = this.#mine();
    this.#passes.subtract(slot + first, slot + last, smaller.slot + first);
  }

  /**
   * Counts the rows from one place of the order to before another into the histograms at a slot, of which this thread
   * then may use its share.
   */
  #count(from: number, to: number, slot: number): void {
    const { memory, crew } = this;
    const { orderAt, records, stride, fours, slotBytes, high, partials } = memory;
    const parts = to - from < WORTH_SHARING ? 1 : crew.threads;
    const into = parts === 1 ? slot : partials[crew.me]!;
    if (crew.me < parts) {
      const [begin, end] = parts === 1 ? [from, to] : crew.shareOf(from, to);
      high.fill(0, into / 4, (into + slotBytes) / 4);
      this.#passes.count(orderAt + 4 * begin, orderAt + 4 * end, records, stride, fours, into);
    }
    crew.meet();
    if (parts === 1) return;
    const [first, last] = this.#mine();
    high.fill(0, (slot + first) / 4, (slot + last) / 4);
    for (const partial of partials) this.#passes.add(slot + first, slot + last, partial + first);
  }

  /** Where in a slot the histograms of this thread's features start and end. */
  #mine(): [first: number, last: number] {
    const [begin, end] = this.crew.shareOf(0, this.edges.length);
    return [begin * HISTOGRAM_BYTES, end * HISTOGRAM_BYTES];
  }

  /** What all rows add up to: the sum over any feature's bins. */
  #sumsOf(slot: number, feature: number, units: Units): NodeSums {
    const { high, low } = this.memory;
    readHistogram(high, low, slot + feature * HISTOGRAM_BYTES, 0, BINS, units, this.#histogram);
    const sums = [0, 0, 0];
    this.#histogram.forEach((value, i) => {
      sums[i % PER_BIN]! += value;
    });
    return { gradient: sums[0]!, hessian: sums[1]!, rows: sums[2]! };
  }

  /** Finds the best split of each leaf, all threads together, each among its share of the features. */
  #search(leaves: readonly Leaf[], allowed: readonly number[], units: Units): void {
    const { crew, memory } = this;
    const [begin, end] = crew.shareOf(0, this.edges.length);
    const mine = allowed.filter((feature) => feature >= begin && feature < end);
    for (const leaf of leaves) {
      for (const feature of mine) {
        const split = this.#splitOf(leaf, feature, units);
        if (split && split.gain > (leaf.split?.gain ?? 0)) leaf.split = split;
      }
    }
    if (crew.threads === 1) return;
    const { notes } = memory;
    for (const [i, { split }] of leaves.entries()) {
      notes[crew.me * NOTES + 2 * i + 1] = split?.gain ?? 0;
      notes[crew.me * NOTES + 2 * i + 2] = split?.feature ?? -1;
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

  #splitOf({ slot, sums }: Leaf, feature: number, units: Units): Split | undefined {
    const { high, low } = this.memory;
    const at = slot! + feature * HISTOGRAM_BYTES;
    const edges = this.edges[feature]!.length;
    readHistogram(high, low, at, 0, edges + 1, units, this.#histogram);
    readHistogram(high, low, at, MISSING_BIN, BINS, units, this.#histogram);
    return bestSplit(feature, this.#histogram, edges, sums, this.limits);
  }
}

/** For each bin 1 where the split sends its rows right. */
function sidesOf({ bin, missingLeft }: Split): Uint8Array {
  const right = new Uint8Array(BINS).fill(1, bin + 1);
  right[MISSING_BIN] = missingLeft ? 0 : 1;
  return right;
}

/** The place of the leaf with the largest gain, the first of equals; −1 when none gains. */
function mostGaining(leaves: readonly Leaf[]): number {
  let at = -1;
  for (const [place, { split }] of leaves.entries())
    if (split && split.gain > (leaves[at]?.split?.gain ?? 0)) at = place;
  return at;
}

function newtonStep({ gradient, hessian }: NodeSums, { lambda, learningRate }: TreeLimits): number {
  return hessian + lambda > 0 ? 0 - (learningRate * gradient) / (hessian + lambda) : 0;
}
