import { type IdColumn, numberValues } from "./numbering";
import type { KeyedTransactions, Transactions } from "./transactions";

/**
 * Some of the baskets, in the order given; one may come more than once. Items keep their numbers. O(items taken).
 *
 * @param rows numbers of baskets, from 0
 * @throws RangeError when there is no such basket
 * @example takeBaskets(transactions, rowsOfSegment).rows
 */
export function takeBaskets(
  { names, rows: all, starts, items }: Transactions,
  rows: ArrayLike<number>,
): Transactions {
  const ends = new Uint32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (!Number.isInteger(row) || row < 0 || row >= all)
      throw new RangeError(`There is no basket ${row}; there are ${all}, counted from 0.`);
    ends[i + 1] = (ends[i] as number) + (starts[row + 1] as number) - (starts[row] as number);
  }
  const taken = new Uint32Array(ends[rows.length] as number);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    taken.set(items.subarray(starts[row], starts[row + 1]), ends[i]);
  }
  return { names, rows: rows.length, starts: ends, items: taken };
}

/**
 * Joins the baskets of one id, such as all orders of a customer: what they hold, each item once. Rows stand in the order
 * in which the ids first appear. Items keep their numbers. O(items × log items of a basket).
 *
 * @param ids one for each basket
 * @throws RangeError when there are not as many ids as baskets, or one is missing
 * @example mergeBaskets(transactions, customerOfBasket)
 */
export function mergeBaskets({ names, rows, starts, items }: Transactions, ids: IdColumn): KeyedTransactions {
  if (ids.length !== rows) throw new RangeError(`${ids.length} ids for ${rows} baskets: give one for each.`);
  const { values, ids: group } = numberValues("id", ids);
  const members = values.map((): number[] => []);
  for (let row = 0; row < rows; row++) members[group[row] as number]?.push(row);
  const lists = members.map((own) => {
    const all = new Set<number>();
    for (const row of own) for (const item of items.subarray(starts[row], starts[row + 1])) all.add(item);
    return Uint32Array.from(all).sort();
  });
  const ends = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    ends[i + 1] = (ends[i] as number) + list.length;
  });
  const joined = new Uint32Array(ends[lists.length] as number);
  lists.forEach((list, i) => {
    joined.set(list, ends[i]);
  });
  return { names, rows: lists.length, starts: ends, items: joined, baskets: values };
}
