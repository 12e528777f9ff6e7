import { type IdColumn, numberValues } from "../baskets/numbering";

/** The different values of a column, ascending, and which of them each row has. */
export interface Numbered {
  readonly values: readonly (number | string)[];
  readonly ids: Uint32Array;
}

/**
 * Numbers the different values of a column in ascending order: text by code units, numbers by value. O(rows + values ×
 * log values).
 *
 * @throws RangeError naming the row (counted from 1) of the first value that is missing
 * @example numbered("item", ["tea", "milk", "tea"]) // values ["milk", "tea"], ids 1, 0, 1
 */
export function numbered(name: string, column: IdColumn): Numbered {
  const { values, ids } = numberValues(name, column);
  const order = values
    .map((_, id) => id)
    .sort((a, b) => ((values[a] as number) < (values[b] as number) ? -1 : 1));
  const place = new Uint32Array(values.length);
  order.forEach((id, at) => {
    place[id] = at;
  });
  for (let i = 0; i < ids.length; i++) ids[i] = place[ids[i]!]!;
  return { values: order.map((id) => values[id]!), ids };
}

/**
 * The places of keys in ascending order of the keys, those of one key as they stand: a counting sort. O(keys +
 * distinct).
 *
 * @param distinct keys are below it
 * @example countedOrder(Uint32Array.of(2, 0, 2), 3) // 1, 0, 2
 */
export function countedOrder(keys: Uint32Array, distinct: number): Uint32Array {
  const next = new Uint32Array(distinct + 1);
  for (const key of keys) next[key + 1]!++;
  for (let key = 0; key < distinct; key++) next[key + 1]! += next[key] as number;
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) order[next[keys[at]!]!++] = at;
  return order;
}
