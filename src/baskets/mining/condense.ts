import { type Itemsets, indexOfItemset } from "../itemsets";
import { pick } from "./sort-sets";

/**
 * Of all frequent sets, those that are closed (no larger set is in as many baskets) or maximal (no larger set is
 * frequent), up to a length. The sets must reach one item beyond that length, or be all there are.
 * O(items of all sets × length × log sets).
 *
 * @example condense(all, "closed", 3)
 */
export function condense(all: Itemsets, kind: "closed" | "maximal", maxLength: number): Itemsets {
  const beaten = new Uint8Array(all.size);
  for (let set = 0; set < all.size; set++) {
    const items = all.items.subarray(all.starts[set], all.starts[set + 1]);
    const part = items.slice(1);
    for (let left = 0; left < items.length; left++) {
      // The part is the set without the item at `left`.
      if (left > 0) part[left - 1] = items[left - 1]!;
      const smaller = part.length === 0 ? -1 : indexOfItemset(all, part);
      if (smaller >= 0 && (kind === "maximal" || all.counts[smaller] === all.counts[set]))
        beaten[smaller] = 1;
    }
  }
  const places = Uint32Array.from(beaten.keys()).filter(
    (set) => !beaten[set] && all.starts[set + 1]! - all.starts[set]! <= maxLength,
  );
  return { ...all, ...pick(all, places), kind };
}
