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
import { HISTOGRAM_BYTES, type TrainingMemory } from "./training-memory";

/** Below so many rows one thread counts alone: the others would cost more to gather than they save. */
const WORTH_SHARING = 2048;

/**
 * The histograms of a tree's nodes, in slots of the shared memory. All threads count together; then each may read those
 * of its own share of the features.
 */
export class NodeHistograms {
  /** Features from the first to before the second are this thread's. */
  readonly mine: readonly [number, number];
  readonly #passes: HistogramPasses;
  readonly #read = new Float64Array(BINS * PER_BIN);
  #free: number[] = [];

  constructor(
    private readonly memory: TrainingMemory,
    private readonly crew: Crew,
  ) {
    this.#passes = histogramPasses(memory.memory);
    this.mine = crew.shareOf(0, memory.columns.length);
  }

  /** How many slots are free. */
  get free(): number {
    return this.#free.length;
  }

  /** Frees all slots, for a new tree. */
  clear(): void {
    this.#free = [...this.memory.slots].reverse();
  }

  release(slot: number): void {
    this.#free.push(slot);
  }

  /**
   * Counts the rows from one place of the order to before another into a free slot, which it returns. O(rows × features).
   */
  count(from: number, to: number): number {
    const { orderAt, records, stride, fours, slotBytes, high, partials } = this.memory;
    const crew = this.crew;
    const slot = this.#free.pop()!;
    const parts = to - from < WORTH_SHARING ? 1 : crew.threads;
    const into = parts === 1 ? slot : partials[crew.me]!;
    if (crew.me < parts) {
      const [begin, end] = parts === 1 ? [from, to] : crew.shareOf(from, to);
      high.fill(0, into / 4, (into + slotBytes) / 4);
      this.#passes.count(orderAt + 4 * begin, orderAt + 4 * end, records, stride, fours, into);
    }
    crew.meet();
    if (parts === 1) return slot;
    const [first, last] = this.#places();
    high.fill(0, (slot + first) / 4, (slot + last) / 4);
    for (const partial of partials) this.#passes.add(slot + first, slot + last, partial + first);
    return slot;
  }

  /** Makes a parent's histograms those of the child that is left when the other child is taken away. O(features). */
  subtract(parent: number, child: number): void {
    const [first, last] = this.#places();
    this.#passes.subtract(parent + first, parent + last, child + first);
  }

  /**
   * One feature's histogram in a slot as plain numbers, until the next is read. O(bins).
   * @param bins how many bins of numbers or categories the feature has
   */
  read(slot: number, feature: number, bins: number, units: Units): Float64Array {
    const { high, low } = this.memory;
    const at = slot + feature * HISTOGRAM_BYTES;
    readHistogram(high, low, at, 0, bins, units, this.#read);
    readHistogram(high, low, at, MISSING_BIN, BINS, units, this.#read);
    return this.#read;
  }

  /** What a node's rows add up to: the sum over the bins of any feature. */
  sumsOf(slot: number, units: Units): NodeSums {
    this.crew.meet();
    const sums = [0, 0, 0];
    this.read(slot, 0, MISSING_BIN, units).forEach((value, i) => {
      sums[i % PER_BIN]! += value;
    });
    this.crew.meet();
    return { gradient: sums[0]!, hessian: sums[1]!, rows: sums[2]! };
  }

  /** Where in a slot the histograms of this thread's features start and end. */
  #places(): [first: number, last: number] {
    return [this.mine[0] * HISTOGRAM_BYTES, this.mine[1] * HISTOGRAM_BYTES];
  }
}
