/**
 * How often A and B are found, apart and together: whole numbers with 0 ≤ both ≤ a, b and a + b − both ≤ n. In a rule
 * A → B, a basket "has A" when it has all items of A.
 */
export interface PairCounts {
  /** Baskets in all, at least one. */
  readonly n: number;
  /** Baskets with A, the left side. */
  readonly a: number;
  /** Baskets with B, the right side. */
  readonly b: number;
  /** Baskets with both. */
  readonly both: number;
}

/*
 * Sources: Tan, Kumar & Srivastava (2004), "Selecting the right objective measure for association analysis" [TKS];
 * Brin, Motwani, Ullman & Tsur (1997), "Dynamic itemset counting and implication rules for market basket data" [BMUT];
 * Hahsler (2015), "A probabilistic comparison of commonly used interest measures for association rules" [H];
 * Wu, Chen & Han (2010), "Re-examination of interestingness measures in pattern mining" [WCH]. All are O(1).
 */

/** P(A, B): the share of baskets with both; 0 to 1. Agrawal, Imieliński & Swami (1993). @example support(counts) // 0.025 */
export function support({ n, both }: PairCounts): number {
  return both / n;
}

/** P(B | A): the share of baskets with A that have B; 0 to 1, NaN where none has A. Agrawal et al. (1993). @example confidence({ n: 9, a: 4, b: 3, both: 2 }) // 0.5 */
export function confidence({ a, both }: PairCounts): number {
  return both / a;
}

/** P(A, B) / (P(A) P(B)): how many times more often together than if independent; 1 then. NaN where A or B is never there. [BMUT], as "interest". @example lift({ n: 9, a: 4, b: 3, both: 2 }) // 1.5 */
export function lift({ n, a, b, both }: PairCounts): number {
  return (both * n) / (a * b);
}

/** P(A, B) − P(A) P(B): the share of baskets with both above that of independence; −1/4 to 1/4. Piatetsky-Shapiro (1991), [TKS]. @example leverage({ n: 10, a: 4, b: 5, both: 3 }) // 0.1 */
export function leverage({ n, a, b, both }: PairCounts): number {
  return (both * n - a * b) / (n * n);
}

/**
 * P(A) P(not B) / P(A, not B): how many times more often the rule would fail if A and B were independent; 1 then.
 * Infinity where the rule never fails (confidence 1), but 1 where B is in every basket, since B is independent of all
 * then. [BMUT]
 *
 * @example conviction({ n: 10, a: 4, b: 5, both: 3 }) // 2
 */
export function conviction({ n, a, b, both }: PairCounts): number {
  return b === n ? 1 : (a * (n - b)) / (n * (a - both));
}

/** P(A, B) / √(P(A) P(B)): the geometric mean of both confidences; 0 to 1. Baskets with neither do not count. [TKS]. @example cosine({ n: 10, a: 4, b: 9, both: 3 }) // 0.5 */
export function cosine({ a, b, both }: PairCounts): number {
  return both / Math.sqrt(a * b);
}

/** P(A, B) / P(A or B); 0 to 1. Baskets with neither do not count. [TKS]. @example jaccard({ n: 10, a: 4, b: 5, both: 3 }) // 0.5 */
export function jaccard({ a, b, both }: PairCounts): number {
  return both / (a + b - both);
}

/** The mean of P(B | A) and P(A | B); 0 to 1. Baskets with neither do not count. Kulczyński (1927), [WCH]. @example kulczynski({ n: 10, a: 4, b: 6, both: 3 }) // 0.625 */
export function kulczynski({ a, b, both }: PairCounts): number {
  return (both / a + both / b) / 2;
}

/** |P(A) − P(B)| / P(A or B): 0 where A and B are as frequent, towards 1 where one is far rarer. [WCH]. @example imbalanceRatio({ n: 20, a: 4, b: 9, both: 3 }) // 0.5 */
export function imbalanceRatio({ a, b, both }: PairCounts): number {
  return Math.abs(a - b) / (a + b - both);
}

/** The smaller of P(B | A) and P(A | B); 0 to 1. Of the two sides: not of each single item of a longer rule. Omiecinski (2003), [H]. @example allConfidence({ n: 10, a: 4, b: 6, both: 3 }) // 0.5 */
export function allConfidence({ a, b, both }: PairCounts): number {
  return both / Math.max(a, b);
}

/** Pearson's correlation of having A and having B; −1 to 1, 0 if independent. NaN where A or B is in no or every basket. [TKS]. @example phi({ n: 8, a: 4, b: 4, both: 3 }) // 0.5 */
export function phi({ n, a, b, both }: PairCounts): number {
  return (both * n - a * b) / (Math.sqrt(a * b) * Math.sqrt((n - a) * (n - b)));
}

/**
 * The odds of B with A over those without A; 1 if independent. Infinity where A never goes without B or B never without
 * A (and some baskets have both, some neither); NaN where A or B is in no or every basket. [TKS]
 *
 * @example oddsRatio({ n: 8, a: 4, b: 4, both: 3 }) // 9
 */
export function oddsRatio({ n, a, b, both }: PairCounts): number {
  return (both * (n - a - b + both)) / ((a - both) * (b - both));
}

/** Pearson's χ² of the 2 × 2 table, n φ², one degree of freedom, without continuity correction; NaN as φ. [BMUT], [TKS]. @example chiSquareStatistic({ n: 8, a: 4, b: 4, both: 3 }) // 2 */
export function chiSquareStatistic(counts: PairCounts): number {
  return counts.n * phi(counts) ** 2;
}
