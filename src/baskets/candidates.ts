import { type Itemsets, indexOfItemset, itemsOf } from "./itemsets";
import type { PairCounts } from "./measures";

/** A rule by item numbers, both sides ascending, and its counts. */
export interface Candidate {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly counts: PairCounts;
}

/**
 * How many baskets hold a set of items: that of the empty set is all.
 *
 * @throws RangeError when the sets do not hold it, so that no rule can be made of it
 * @example countOf(sets, Uint32Array.of(3, 17))
 */
export function countOf(sets: Itemsets, items: Uint32Array): number {
  if (items.length === 0) return sets.rows;
  const index = indexOfItemset(sets, items);
  if (index >= 0) return sets.counts[index] as number;
  const names = Array.from(items, (item) => sets.names[item]).join(", ");
  throw new RangeError(
    `The itemsets lack {${names}}, part of one of them: rules need all frequent itemsets, not the closed or maximal ones, nor a part.`,
  );
}

/**
 * All rules that can be made of itemsets, those of a set after one another, with one item on the right up to
 * `maxConsequent`. O(rules × log sets), of pairs O(rules); one at a time.
 *
 * @throws RangeError when a part of a set is not among the sets
 * @example for (const { left, right, counts } of candidateRules(sets, 1)) …
 */
export function* candidateRules(sets: Itemsets, maxConsequent: number): Generator<Candidate> {
  const single = singleCounts(sets);
  const count = (items: Uint32Array) =>
    (items.length === 1 && single[items[0] as number]) || countOf(sets, items);
  const n = sets.rows;
  for (let index = 0; index < sets.size; index++) {
    const items = itemsOf(sets, index);
    const both = sets.counts[index] as number;
    if (items.length === 2) {
      // Most rules are of pairs: these are cut out without copying or searching.
      const [one, other] = [items.subarray(0, 1), items.subarray(1)];
      const [a, b] = [count(one), count(other)];
      yield { left: other, right: one, counts: { n, a: b, b: a, both } };
      yield { left: one, right: other, counts: { n, a, b, both } };
      continue;
    }
    for (let size = 1; size <= Math.min(maxConsequent, items.length - 1); size++) {
      for (const right of subsets(items, size)) {
        const left = without(items, right);
        yield { left, right, counts: { n, a: count(left), b: count(right), both } };
      }
    }
  }
}

/** The baskets of each single item among the sets, 0 where it is not. */
function singleCounts(sets: Itemsets): Uint32Array {
  const counts = new Uint32Array(sets.names.length);
  for (let index = 0; index < sets.size; index++) {
    const begin = sets.starts[index] as number;
    if ((sets.starts[index + 1] as number) - begin !== 1) continue;
    counts[sets.items[begin] as number] = sets.counts[index] as number;
  }
  return counts;
}

/** The subsets of a size, in the order of their items. @example [...subsets(Uint32Array.of(2, 5), 1)] // [2], [5] */
export function* subsets(items: Uint32Array, size: number): Generator<Uint32Array> {
  if (size > items.length) return;
  const places = Uint32Array.from({ length: size }, (_, i) => i);
  for (;;) {
    yield places.map((place) => items[place] as number);
    let last = size - 1;
    while (last >= 0 && places[last] === items.length - size + last) last--;
    if (last < 0) return;
    places[last] = (places[last] as number) + 1;
    for (let i = last + 1; i < size; i++) places[i] = (places[i - 1] as number) + 1;
  }
}

/** The items that are not among others; both ascending. @example without(Uint32Array.of(2, 5), Uint32Array.of(5)) // [2] */
export function without(items: Uint32Array, others: Uint32Array): Uint32Array {
  return items.filter((item) => !others.includes(item));
}

/** The items of two sets that share none, ascending. @example union(Uint32Array.of(5), Uint32Array.of(2)) // [2, 5] */
export function union(one: Uint32Array, other: Uint32Array): Uint32Array {
  const items = new Uint32Array(one.length + other.length);
  items.set(one);
  items.set(other, one.length);
  return items.sort();
}
