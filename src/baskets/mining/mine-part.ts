import { FoundSets, type SetLists } from "./found-sets";
import { sparseMiner } from "./mine-sparse";
import type { Occurrences } from "./occurrences";
import type { SearchLimits } from "./search-limits";

/** A part of the search: the sets whose least frequent item has a rank from `from` to below `to`. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Does parts of one search, in this thread. @example partMiner(occurrences, limits)({ from: 0, to: 9 }) */
export function partMiner(occurrences: Occurrences, limits: SearchLimits): (part: Part) => SetLists {
  const mine = sparseMiner(occurrences, limits);
  return ({ from, to }) => {
    const found = new FoundSets();
    for (let rank = from; rank < to && found.size < limits.enough; rank++) mine(rank, found);
    return found.lists();
  };
}

/**
 * Cuts a search into at most `most` or so parts of about as many occurrences, in ascending order.
 *
 * @example partsOf(occurrences, 100)
 */
export function partsOf({ ranks, heads }: Occurrences, most: number): Part[] {
  const parts: Part[] = [];
  const share = heads[ranks]! / most;
  for (let from = 0; from < ranks; ) {
    let to = from + 1;
    while (to < ranks && heads[to + 1]! - heads[from]! <= share) to++;
    parts.push({ from, to });
    from = to;
  }
  return parts;
}
