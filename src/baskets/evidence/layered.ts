import { adjustPValues, type Correction } from "../../stats/adjust-p-values";
import { type Itemsets, itemsOf } from "../itemsets";

/**
 * How many rules of each length (items on both sides together) could be made of the items of some sets, whether frequent
 * or not: index k those of k items, up to the longest set. A search has looked at them all, since which of them came out
 * frequent depends on what is tested. O(longest²).
 *
 * @example searchedRules(sets, 1)[2] // items × (items − 1)
 */
export function searchedRules(sets: Itemsets, maxConsequent: number): number[] {
  let [items, longest] = [0, 0];
  for (let i = 0; i < sets.size; i++) {
    const { length } = itemsOf(sets, i);
    if (length === 1) items++;
    longest = Math.max(longest, length);
  }
  return Array.from({ length: longest + 1 }, (_, k) => {
    if (k < 2) return 0;
    let sides = 0;
    for (let right = 1; right <= Math.min(maxConsequent, k - 1); right++) sides += choose(k, right);
    return choose(items, k) * sides;
  });
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways *= (n - i) / (i + 1);
  return Math.round(ways);
}

/**
 * Corrects the p values of rules for all rules that were searched, length by length: each length gets an equal part of
 * the level, so that the many long rules do not drown the few short ones. What a correction bounds (see
 * {@link Correction}) it bounds over all lengths together. O(n log n).
 *
 * @param lengths of each rule, in items on both sides together
 * @param searched how many rules of each length were searched
 * @throws RangeError when a value is no p value, or more rules of a length are given than were searched
 * @see Webb (2008), "Layered critical values: a powerful direct-adjustment approach to discovering significant patterns"
 * @example correctByLength([1e-9, 0.01], [2, 3], [0, 0, 90, 360], "holm")
 */
export function correctByLength(
  p: ArrayLike<number>,
  lengths: ArrayLike<number>,
  searched: readonly number[],
  correction: Correction,
): Float64Array {
  const adjusted = new Float64Array(p.length).fill(1);
  const layers = correction === "none" ? 1 : searched.filter((rules) => rules > 0).length;
  searched.forEach((rules, length) => {
    const own: number[] = [];
    for (let i = 0; i < p.length; i++) if (lengths[i] === length) own.push(i);
    const values = own.map((i) => p[i] as number);
    adjustPValues(values, correction, rules).forEach((value, place) => {
      adjusted[own[place] as number] = Math.min(1, value * layers);
    });
  });
  return adjusted;
}
