import { type Candidate, countOf, subsets, union } from "./candidates";
import type { Itemsets } from "./itemsets";

/**
 * Whether a more general rule is as strong: some A' of fewer items of A, or none of them, gives B with at least the
 * confidence of A. Then the other items of A add nothing. Compared in whole numbers. O(2^|A| × log sets).
 *
 * @throws RangeError when a part of the rule is not among the sets
 * @see Bayardo, Agrawal & Gunopulos (2000), "Constraint-based rule mining in large, dense databases" (improvement)
 * @example isRedundant(sets, { left: Uint32Array.of(1, 2), right: Uint32Array.of(5), counts })
 */
export function isRedundant(sets: Itemsets, { left, right, counts }: Candidate): boolean {
  for (let size = 0; size < left.length; size++) {
    for (const fewer of subsets(left, size)) {
      if (countOf(sets, union(fewer, right)) * counts.a >= counts.both * countOf(sets, fewer)) return true;
    }
  }
  return false;
}
