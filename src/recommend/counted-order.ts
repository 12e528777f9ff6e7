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
