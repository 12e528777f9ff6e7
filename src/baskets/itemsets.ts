/** Which frequent sets are given: all; those that no larger set has as many baskets as; those in no larger one. */
export type ItemsetKind = "all" | "closed" | "maximal";

/** Sets of items with the number of baskets that hold each: the shorter first, those of one length by item numbers. */
export interface Itemsets {
  /** Label of each item number, as in the transactions. */
  readonly names: readonly string[];
  /** Number of baskets that were looked at. */
  readonly rows: number;
  /** Least number of baskets a set had to be in. */
  readonly minCount: number;
  readonly kind: ItemsetKind;
  /** Number of sets. */
  readonly size: number;
  /** Where each set begins in `items`; size + 1 of them. */
  readonly starts: Uint32Array;
  /** Item numbers, ascending within a set. */
  readonly items: Uint32Array;
  /** Number of baskets that hold all items of a set. */
  readonly counts: Uint32Array;
  /** Whether these are all sets that were asked for. */
  readonly complete: boolean;
  /** What is missing and why, in a sentence; undefined when the sets are complete. */
  readonly why: string | undefined;
}

/** One set of {@link Itemsets}, to read. */
export interface Itemset {
  readonly items: readonly string[];
  readonly count: number;
  /** Share of the baskets that hold the set, 0 to 1. */
  readonly support: number;
}

/**
 * Item numbers of a set, ascending, without copying. O(1).
 *
 * @throws RangeError when there is no such set
 * @example itemsOf(sets, 0)
 */
export function itemsOf(sets: Itemsets, index: number): Uint32Array {
  if (!Number.isInteger(index) || index < 0 || index >= sets.size) {
    throw new RangeError(`There is no set ${index}; there are ${sets.size}, counted from 0.`);
  }
  return sets.items.subarray(sets.starts[index], sets.starts[index + 1]);
}

/**
 * One set by its labels. O(items of the set).
 *
 * @throws RangeError when there is no such set
 * @example itemsetAt(sets, 0) // { items: ["bread", "milk"], count: 3, support: 0.6 }
 */
export function itemsetAt(sets: Itemsets, index: number): Itemset {
  const items = Array.from(itemsOf(sets, index), (item) => sets.names[item] as string);
  const count = sets.counts[index] as number;
  return { items, count, support: count / sets.rows };
}

/**
 * Goes through all sets by their labels, in their order. O(1) memory.
 *
 * @example for (const { items, support } of eachItemset(sets)) console.log(items.join(" + "), support);
 */
export function* eachItemset(sets: Itemsets): Generator<Itemset> {
  for (let index = 0; index < sets.size; index++) yield itemsetAt(sets, index);
}

/**
 * Place of the set of these items (numbers, ascending), or −1 when it is not among the sets. O(length × log sets).
 *
 * @example const count = sets.counts[indexOfItemset(sets, [3, 17])]
 */
export function indexOfItemset(sets: Itemsets, items: ArrayLike<number>): number {
  let [low, high] = [0, sets.size - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compare(sets, middle, items);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Below 0 when the set at `index` stands before these items, above 0 when after them. */
function compare(sets: Itemsets, index: number, items: ArrayLike<number>): number {
  const begin = sets.starts[index] as number;
  const length = (sets.starts[index + 1] as number) - begin;
  if (length !== items.length) return length - items.length;
  for (let i = 0; i < length; i++) {
    const apart = (sets.items[begin + i] as number) - (items[i] as number);
    if (apart !== 0) return apart;
  }
  return 0;
}
