/** The names under which {@link evaluate} gives the means of the measures. */
export type MetricName = "precision" | "recall" | "nDCG" | "MAP" | "hit rate" | "MRR";

/**
 * How good a list is for one customer, by what turned out to be relevant.
 *
 * @param list item numbers, the best first, none twice; one shorter than `n` counts as filled up with misses
 * @param relevant at least one item
 * @param n how many of the list's items count, from 1 up
 * @returns from 0 to 1
 * @throws RangeError when nothing is relevant, `n` is no whole number from 1 up, or a relevant item stands twice
 */
export type Metric = (list: ArrayLike<number>, relevant: ReadonlySet<number>, n: number) => number;

/**
 * Precision at n: the share of the first n places that hold a relevant item. A list that is too short is not excused:
 * the hits are divided by n. O(n).
 *
 * @see Manning, Raghavan & Schütze (2008), "Introduction to Information Retrieval", 8.4
 * @example precisionAt([7, 1, 3], new Set([1, 9]), 3) // 1 / 3
 */
export const precisionAt: Metric = (list, relevant, n) => placesOf(list, relevant, n).length / n;

/**
 * Recall at n: the share of the relevant items that stand on the first n places. O(n).
 *
 * @see Manning, Raghavan & Schütze (2008), 8.3 and 8.4
 * @example recallAt([7, 1, 3], new Set([1, 9]), 3) // 1 / 2
 */
export const recallAt: Metric = (list, relevant, n) => placesOf(list, relevant, n).length / relevant.size;

/**
 * Normalised discounted cumulative gain at n, with gains of 1 and 0: Σ 1 / log₂(place + 1) over the hits, divided by the
 * same sum of a list that begins with min(n, relevant) relevant items. O(n).
 *
 * @see Järvelin & Kekäläinen (2002), "Cumulated gain-based evaluation of IR techniques"; with the discount
 * log₂(place + 1) of Burges et al. (2005)
 * @example ndcgAt([7, 1, 3], new Set([1, 9]), 3) // (1 / log₂ 3) / (1 + 1 / log₂ 3) = 0.387
 */
export const ndcgAt: Metric = (list, relevant, n) => {
  const gain = placesOf(list, relevant, n).reduce((sum, place) => sum + 1 / Math.log2(place + 1), 0);
  let ideal = 0;
  for (let place = 1; place <= Math.min(n, relevant.size); place++) ideal += 1 / Math.log2(place + 1);
  return gain / ideal;
};

/**
 * Average precision at n: the precisions at the places of the hits, summed and divided by min(n, relevant), so that the
 * best possible list of n has 1 (others divide by all relevant items, which no short list can reach). Its mean over
 * customers is the MAP. O(n).
 *
 * @see Manning, Raghavan & Schütze (2008), 8.4
 * @example averagePrecisionAt([7, 1, 3], new Set([1, 9]), 3) // (1 / 2) / 2
 */
export const averagePrecisionAt: Metric = (list, relevant, n) =>
  placesOf(list, relevant, n).reduce((sum, place, i) => sum + (i + 1) / place, 0) /
  Math.min(n, relevant.size);

/**
 * Hit at n: 1 when any of the first n places holds a relevant item, else 0. Its mean is the hit rate. O(n).
 *
 * @see Deshpande & Karypis (2004), "Item-based top-N recommendation algorithms"
 * @example hitAt([7, 1, 3], new Set([1, 9]), 3) // 1
 */
export const hitAt: Metric = (list, relevant, n) => (placesOf(list, relevant, n).length > 0 ? 1 : 0);

/**
 * Reciprocal rank at n: 1 / place of the first hit, 0 without one. Its mean is the MRR. O(n).
 *
 * @see Voorhees (1999), "The TREC-8 question answering track report"
 * @example reciprocalRankAt([7, 1, 3], new Set([1, 9]), 3) // 1 / 2
 */
export const reciprocalRankAt: Metric = (list, relevant, n) =>
  1 / (placesOf(list, relevant, n)[0] ?? Infinity);

/** Every measure by the name of its mean. */
export const METRICS: readonly (readonly [MetricName, Metric])[] = [
  ["precision", precisionAt],
  ["recall", recallAt],
  ["nDCG", ndcgAt],
  ["MAP", averagePrecisionAt],
  ["hit rate", hitAt],
  ["MRR", reciprocalRankAt],
];

/** The places, counted from 1, of the relevant items among the first n. */
function placesOf(list: ArrayLike<number>, relevant: ReadonlySet<number>, n: number): number[] {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`A list of ${n} items: take a whole number from 1 up.`);
  if (relevant.size === 0)
    throw new RangeError("No item is relevant: leave such customers out, and say how many.");
  const places: number[] = [];
  for (let i = 0; i < Math.min(n, list.length); i++) if (relevant.has(list[i]!)) places.push(i + 1);
  for (const [i, place] of places.entries()) {
    const first = places.findIndex((other) => list[other - 1] === list[place - 1]);
    if (first < i)
      throw new RangeError(
        `Item ${list[place - 1]} stands on places ${places[first]} and ${place}: list an item once.`,
      );
  }
  return places;
}
