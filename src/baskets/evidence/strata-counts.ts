import type { Stratum } from "../../stats/fisher-strata";

/** Baskets by stratum, of the strata that have any: of thousands of customers most lack an itemset. */
export interface StrataCounts {
  /** Ascending. */
  readonly strata: Uint32Array;
  /** Baskets in each of them. */
  readonly baskets: Uint32Array;
}

/**
 * Counts rows by stratum. O(rows × log rows).
 *
 * @param of the stratum of each row, whole numbers from 0
 * @example strataCounts([0, 1, 3], [7, 2, 0, 7]) // strata 2, 7; baskets 1, 2
 */
export function strataCounts(rows: ArrayLike<number>, of: ArrayLike<number>): StrataCounts {
  const sorted = Uint32Array.from(rows, (row) => of[row] as number).sort();
  const strata = sorted.filter((stratum, i) => stratum !== sorted[i - 1]);
  const baskets = new Uint32Array(strata.length);
  let place = 0;
  for (const stratum of sorted) {
    if (stratum !== strata[place]) place++;
    baskets[place] = (baskets[place] as number) + 1;
  }
  return { strata, baskets };
}

/**
 * The 2 × 2 tables of the strata that have baskets with A and baskets with B; the others say nothing about the two.
 * O(strata with A × log strata).
 *
 * @param n all baskets, of all strata with A
 * @example sharedStrata(withA, withB, all, withBoth).length
 */
export function sharedStrata(
  a: StrataCounts,
  b: StrataCounts,
  n: StrataCounts,
  both: StrataCounts,
): Stratum[] {
  const tables: Stratum[] = [];
  a.strata.forEach((stratum, i) => {
    const withB = basketsIn(b, stratum);
    if (withB === 0) return;
    const withA = a.baskets[i] as number;
    tables.push({ n: basketsIn(n, stratum), a: withA, b: withB, both: basketsIn(both, stratum) });
  });
  return tables;
}

function basketsIn({ strata, baskets }: StrataCounts, stratum: number): number {
  let [low, high] = [0, strata.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((strata[middle] as number) < stratum) low = middle + 1;
    else high = middle;
  }
  return strata[low] === stratum ? (baskets[low] as number) : 0;
}
