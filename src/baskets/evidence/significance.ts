import { type Alternative, fisherExact } from "../../stats/fisher-exact";
import { upperGamma } from "../../stats/gamma";
import { chiSquareStatistic, type PairCounts } from "../measures";

/**
 * The p value of Pearson's χ² test that A and B are independent, two-sided, without continuity correction: rough where
 * fewer than 5 baskets with both are expected; 1 where A or B is in no or every basket, which says nothing. O(1).
 *
 * @see Brin, Motwani & Silverstein (1997), "Beyond market baskets: generalizing association rules to correlations"
 * @example chiSquareP({ n: 100, a: 30, b: 30, both: 20 }) // 8e−7
 */
export function chiSquareP(counts: PairCounts): number {
  const statistic = chiSquareStatistic(counts);
  return Number.isNaN(statistic) ? 1 : upperGamma(0.5, statistic / 2);
}

/**
 * The p value of Fisher's exact test that A and B are independent: `greater` (the default) against baskets with both
 * being more than chance gives. Baskets are taken to be independent: where customers come again and again, it is too
 * small. O(√n) at most.
 *
 * @throws RangeError when the counts are no table of whole numbers
 * @see Fisher (1935); Hahsler (2015), "A probabilistic comparison of commonly used interest measures"
 * @example fisherP({ n: 100, a: 30, b: 30, both: 20 }) // 1e−6
 */
export function fisherP(counts: PairCounts, alternative: Alternative = "greater"): number {
  return fisherExact(counts, alternative);
}
