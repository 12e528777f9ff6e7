import { type IdColumn, numberAscending, numberValues } from "./numbering";

/** Baskets of items in typed arrays: row i holds `items[starts[i]]` up to, without, `items[starts[i + 1]]`. */
export interface Transactions {
  /** Label of each item. Items are numbered by label in ascending order: text by its code units, numbers by value. */
  readonly names: readonly string[];
  /** Number of baskets; empty ones count. */
  readonly rows: number;
  /** Where each row begins in `items`; rows + 1 of them. */
  readonly starts: Uint32Array;
  /** Item numbers, ascending within a row, none twice. */
  readonly items: Uint32Array;
}

/** Transactions whose rows have ids. */
export interface KeyedTransactions extends Transactions {
  /** Id of each row, in the order in which the ids first appear. */
  readonly baskets: readonly (number | string)[];
}

/**
 * Transactions from lists of items, a row each; an item that a list holds twice counts once. Items are numbered by
 * label (code units), so neither the order of rows nor that of items within them changes an item's number. O(items).
 *
 * @example transactionsOf([["milk", "bread"], ["milk"], []])
 */
export function transactionsOf(lists: Iterable<Iterable<string>>): Transactions {
  const labels: string[] = [];
  const ends: number[] = [];
  for (const list of lists) {
    for (const label of list) labels.push(label);
    ends.push(labels.length);
  }
  const rowOf = new Uint32Array(labels.length);
  ends.forEach((end, row) => {
    rowOf.fill(row, row === 0 ? 0 : ends[row - 1], end);
  });
  return gather(ends.length, rowOf, labels);
}

/**
 * Transactions from two columns of one length, such as order and product of each order line: lines with the same
 * basket make a row, wherever they stand, and the same item twice in a basket counts once. Rows stand in the order in
 * which their ids first appear; items are numbered ascending, text by code units and numbers by value. O(lines).
 *
 * @throws RangeError when the columns differ in length, or a basket or item is missing (names the row)
 * @example transactionsOfLines(lines.column("order_id").values, lines.column("product").values)
 */
export function transactionsOfLines(baskets: IdColumn, items: IdColumn): KeyedTransactions {
  if (baskets.length !== items.length) {
    throw new RangeError(
      `There are ${baskets.length} basket ids and ${items.length} items: give columns of one length.`,
    );
  }
  const { values, ids } = numberValues("basket", baskets);
  return { ...gather(values.length, ids, items), baskets: values };
}

/** Sorts lines into rows. */
function gather(rows: number, rowOf: Uint32Array, column: IdColumn): Transactions {
  const { values, ids } = numberAscending("item", column);
  const names = values.map(String);
  const ends = new Uint32Array(rows + 1);
  for (const row of rowOf) ends[row + 1]!++;
  for (let row = 1; row < rows; row++) ends[row + 1]! += ends[row] as number;
  const placed = new Uint32Array(ids.length);
  const next = ends.slice();
  for (let i = 0; i < ids.length; i++) placed[next[rowOf[i]!]!++] = ids[i]!;

  const starts = new Uint32Array(rows + 1);
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    const here = placed.subarray(ends[row], ends[row + 1]).sort();
    // Kept items never overtake those still to be read, so they can share the array.
    for (let i = 0; i < here.length; i++) {
      const item = here[i]!;
      if (kept === starts[row] || placed[kept - 1] !== item) placed[kept++] = item;
    }
    starts[row + 1] = kept;
  }
  return { names, rows, starts, items: kept === placed.length ? placed : placed.slice(0, kept) };
}
