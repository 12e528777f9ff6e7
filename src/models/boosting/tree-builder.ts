import type { Split } from "./best-split";
import type { Tree } from "./tree";

/** The threshold of a split that divides missing values from all numbers: every number is at most this. */
const ANY_NUMBER = Number.MAX_VALUE;

/** Collects the nodes of a tree while it grows. */
export class TreeBuilder {
  readonly #nodes: {
    feature: number;
    threshold: number;
    missingLeft: number;
    left: number;
    right: number;
    value: number;
    rows: number;
    gain: number;
  }[] = [];
  readonly #leftCategories = new Map<number, ReadonlySet<number>>();

  /** Adds a leaf; returns its node. */
  add(): number {
    const leaf = {
      feature: -1,
      threshold: 0,
      missingLeft: 0,
      left: -1,
      right: -1,
      value: 0,
      rows: 0,
      gain: 0,
    };
    return this.#nodes.push(leaf) - 1;
  }

  /**
   * Makes a leaf an inner node with two leaves below it.
   * @param edges the feature's edges, or its categories
   */
  divide(node: number, split: Split, edges: Float64Array): { left: number; right: number } {
    const [left, right] = [this.add(), this.add()];
    const { feature, gain } = split;
    const rows = split.left.rows + split.right.rows;
    const threshold = split.leftBins ? 0 : (edges[split.bin] ?? ANY_NUMBER);
    if (split.leftBins) this.#leftCategories.set(node, new Set(split.leftBins.map((bin) => edges[bin]!)));
    const missingLeft = split.missingLeft ? 1 : 0;
    this.#nodes[node] = { feature, threshold, missingLeft, left, right, value: 0, rows, gain };
    return { left, right };
  }

  /** Gives a leaf its value and how many training rows reached it. */
  setLeaf(node: number, value: number, rows: number): void {
    const leaf = this.#nodes[node];
    if (leaf) Object.assign(leaf, { value, rows });
  }

  /** The tree of all nodes. */
  finish(): Tree {
    const nodes = this.#nodes;
    return {
      feature: Int32Array.from(nodes, ({ feature }) => feature),
      threshold: Float64Array.from(nodes, ({ threshold }) => threshold),
      missingLeft: Uint8Array.from(nodes, ({ missingLeft }) => missingLeft),
      ...(this.#leftCategories.size ? { leftCategories: this.#leftCategories } : {}),
      left: Int32Array.from(nodes, ({ left }) => left),
      right: Int32Array.from(nodes, ({ right }) => right),
      value: Float64Array.from(nodes, ({ value }) => value),
      rows: Float64Array.from(nodes, ({ rows }) => rows),
      gain: Float64Array.from(nodes, ({ gain }) => gain),
    };
  }
}
