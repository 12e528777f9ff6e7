import type { Transactions } from "../transactions";

/**
 * Baskets laid out for mining. Frequent items are ranked by falling count; `cells` holds the ranks of each basket
 * ascending, a wall before each basket, so that walking back from an occurrence of an item meets the basket's more
 * frequent items and then the wall. Baskets of fewer than two frequent items are left out.
 */
export interface Occurrences {
  /** Number of frequent items. */
  readonly ranks: number;
  /** Number of baskets that hold each rank. */
  readonly counts: Uint32Array;
  /** Ranks and walls; the wall is the number `ranks`. */
  readonly cells: Uint16Array | Uint32Array;
  /** Where each rank stands in `cells`, one rank after another. */
  readonly places: Uint32Array;
  /** Where each rank's places begin; ranks + 1 of them. */
  readonly heads: Uint32Array;
}

/** {@link Occurrences} with what the ranks mean. */
export interface RankedOccurrences extends Occurrences {
  /** Item number of each rank. */
  readonly itemOf: Uint32Array;
}

/**
 * Lays baskets out for mining, in memory that threads share. O(items + ranks × log ranks) time; 2 bytes a cell (4 with
 * 65,535 frequent items or more) and 4 a place.
 *
 * @example const occurrences = layOut(transactions, 99);
 */
export function layOut({ names, rows, starts, items }: Transactions, minCount: number): RankedOccurrences {
  const itemCounts = new Uint32Array(names.length);
  for (let i = 0; i < items.length; i++) itemCounts[items[i]!]!++;
  const itemOf = Uint32Array.from(itemCounts.keys())
    .filter((item) => itemCounts[item]! >= minCount)
    .sort((a, b) => itemCounts[b]! - itemCounts[a]! || a - b);
  const ranks = itemOf.length;
  const rankOf = new Uint32Array(names.length).fill(ranks);
  itemOf.forEach((item, rank) => {
    rankOf[item] = rank;
  });

  const { size, kept } = measure(rows, starts, items, rankOf, ranks);
  const cells = ranks < 65_535 ? new Uint16Array(shared(2 * size)) : new Uint32Array(shared(4 * size));
  const heads = new Uint32Array(shared(4 * (ranks + 1)));
  for (let rank = 0; rank < ranks; rank++) heads[rank + 1] = heads[rank]! + kept[rank]!;
  const places = new Uint32Array(shared(4 * heads[ranks]!));
  const next = heads.slice();
  const basket = new Uint32Array(ranks);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    let length = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const rank = rankOf[items[i]!]!;
      if (rank < ranks) basket[length++] = rank;
    }
    if (length < 2) continue;
    sortStart(basket, length);
    cells[end++] = ranks;
    for (let i = 0; i < length; i++) {
      const rank = basket[i]!;
      places[next[rank]!++] = end;
      cells[end++] = rank;
    }
  }
  return {
    ranks,
    counts: Uint32Array.from(itemOf, (item) => itemCounts[item]!),
    itemOf,
    cells,
    places,
    heads,
  };
}

/** How many cells the baskets of two frequent items or more take, and how often each rank stands in them. */
function measure(
  rows: number,
  starts: Uint32Array,
  items: Uint32Array,
  rankOf: Uint32Array,
  ranks: number,
): { size: number; kept: Uint32Array } {
  const kept = new Uint32Array(ranks + 1);
  let size = 0;
  for (let row = 0; row < rows; row++) {
    let length = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) if (rankOf[items[i]!]! < ranks) length++;
    if (length < 2) continue;
    size += length + 1;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) kept[rankOf[items[i]!]!]!++;
  }
  return { size, kept };
}

/** Sorts the first `length` numbers: nearly all baskets are too short for a library's sort to pay. */
function sortStart(basket: Uint32Array, length: number): void {
  if (length > 40) {
    basket.subarray(0, length).sort();
    return;
  }
  for (let end = 1; end < length; end++) {
    const rank = basket[end]!;
    let i = end;
    while (i > 0 && basket[i - 1]! > rank) {
      basket[i] = basket[i - 1]!;
      i--;
    }
    basket[i] = rank;
  }
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}
