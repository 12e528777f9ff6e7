import type { SetLists } from "./found-sets";

/**
 * Puts sets of ranks in the order of {@link Itemsets}: ranks become item numbers, ascending within a set; the shorter
 * sets come first, those of one length by their first items, then by their second … Sorted by counting, position by
 * position from the last: O(items of all sets + longest² × item numbers).
 *
 * @param itemOf the item number of each rank
 * @example sortSets(found.lists(), occurrences.itemOf, transactions.names.length)
 */
export function sortSets(sets: SetLists, itemOf: Uint32Array, names: number): SetLists {
  const { size, starts } = sets;
  const items = sets.items.map((rank) => itemOf[rank]!);
  let longest = 0;
  for (let set = 0; set < size; set++) {
    items.subarray(starts[set], starts[set + 1]).sort();
    longest = Math.max(longest, starts[set + 1]! - starts[set]!);
  }
  const lengths = Uint32Array.from({ length: size }, (_, set) => starts[set + 1]! - starts[set]!);
  const places = sortByKey(Uint32Array.from(lengths.keys()), (set) => lengths[set]!, longest + 1);
  for (let begin = 0; begin < size; ) {
    const length = lengths[places[begin]!]!;
    let end = begin;
    while (end < size && lengths[places[end]!] === length) end++;
    let group: Uint32Array = places.slice(begin, end);
    for (let at = length - 1; at >= 0; at--) {
      group = sortByKey(group, (set) => items[starts[set]! + at]!, names);
    }
    places.set(group, begin);
    begin = end;
  }
  return pick({ ...sets, items }, places);
}

/**
 * The sets at these places, in their order. O(items of those sets).
 *
 * @example pick(sets, Uint32Array.of(4, 2))
 */
export function pick(sets: SetLists, places: Uint32Array): SetLists {
  const starts = new Uint32Array(places.length + 1);
  places.forEach((from, to) => {
    starts[to + 1] = starts[to]! + sets.starts[from + 1]! - sets.starts[from]!;
  });
  const items = new Uint32Array(starts[places.length]!);
  const counts = new Uint32Array(places.length);
  places.forEach((from, to) => {
    for (let i = starts[to]!, j = sets.starts[from]!; i < starts[to + 1]!; i++, j++)
      items[i] = sets.items[j]!;
    counts[to] = sets.counts[from]!;
  });
  return { size: places.length, starts, items, counts };
}

/** Sorts by a key from 0 to below `keys`; equals keep their order. */
function sortByKey(numbers: Uint32Array, keyOf: (number: number) => number, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const number of numbers) next[keyOf(number) + 1]!++;
  for (let key = 1; key < keys; key++) next[key]! += next[key - 1] as number;
  const sorted = new Uint32Array(numbers.length);
  for (const number of numbers) sorted[next[keyOf(number)]!++] = number;
  return sorted;
}
