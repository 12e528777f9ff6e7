import type { Transactions } from "./transactions";

/** The rows that hold each item: item i those from `starts[i]` up to, without, `starts[i + 1]`, ascending. */
export interface ItemRows {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** Turns transactions around, for finding the rows of an item. O(items). @example itemRows(transactions).rows */
export function itemRows({ names, rows, starts, items }: Transactions): ItemRows {
  const from = new Uint32Array(names.length + 1);
  for (const item of items) from[item + 1] = (from[item + 1] as number) + 1;
  for (let item = 0; item < names.length; item++)
    from[item + 1] = (from[item + 1] as number) + (from[item] as number);
  const next = from.slice();
  const held = new Uint32Array(items.length);
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const item = items[i] as number;
      const at = next[item] as number;
      held[at] = row;
      next[item] = at + 1;
    }
  }
  return { starts: from, rows: held };
}

/**
 * The rows that hold all of some items, ascending. O(rows of the rarest × items × log rows).
 *
 * @param items numbers of one item at least
 * @example rowsWith(itemRows(transactions), [3, 17])
 */
export function rowsWith({ starts, rows }: ItemRows, items: ArrayLike<number>): Uint32Array {
  const lists = Array.from(items, (item) => rows.subarray(starts[item], starts[item + 1])).sort(
    (one, other) => one.length - other.length,
  );
  let found = lists[0] as Uint32Array;
  for (const list of lists.slice(1)) found = found.filter(within(list));
  return found;
}

/** Whether rows asked for in ascending order are in a list: each search begins where the last one ended. */
function within(list: Uint32Array): (row: number) => boolean {
  let from = 0;
  return (row) => {
    let [step, high] = [1, from];
    while (high < list.length && (list[high] as number) < row) {
      from = high + 1;
      high += step;
      step *= 2;
    }
    high = Math.min(high, list.length);
    while (from < high) {
      const middle = (from + high) >>> 1;
      if ((list[middle] as number) < row) from = middle + 1;
      else high = middle;
    }
    return list[from] === row;
  };
}
