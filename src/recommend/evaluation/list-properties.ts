import type { BootstrapOptions, Interval } from "../../stats/interval";
import type { Purchases } from "../purchases";
import { type RatingsByItem, ratingsByItem, ratingsOf } from "../ratings";
import { boughtItems } from "../top-items";
import { columnMeans } from "./column-means";
import type { Lists } from "./evaluate-lists";

/** What a method's lists of length n are like, whether or not they hit. */
export interface ListProperties {
  readonly method: string;
  readonly n: number;
  /** Share of the items bought in the history that stand in at least one list. Grows with the number of customers. */
  readonly coverage: number;
  /** Mean share of the n places that are filled. */
  readonly filled: Interval;
  /**
   * Mean −log₂ of the share of the history's customers who had the item: 1 bit for an item of every second customer. An
   * item that nobody had counts as one customer's. Null if all lists are empty.
   */
  readonly novelty: Interval | null;
  /**
   * Mean of 1 − the mean cosine of two different items of a list, where an item is the 0/1 vector of its customers in
   * the history: 1 when no two items share a customer. Null if no list holds two items.
   */
  readonly diversity: Interval | null;
  /** Mean share of a list's items that the customer had before. Null if all lists are empty. */
  readonly repeats: Interval | null;
}

/**
 * Coverage, novelty, diversity and share of repeats of methods' lists, with percentile bootstrap intervals of the means
 * over customers. By method and n. O(Σ customers of the listed items + resamples × customers × methods × lengths).
 *
 * @param customers customer numbers in the order of the lists
 * @param places which of the lists count, at least one
 * @see Vargas & Castells (2011), "Rank and relevance in novelty and diversity metrics for recommender systems"
 * @see Ziegler et al. (2005), "Improving recommendation lists through topic diversification"
 * @example listProperties([lists], history, split.customers, [0, 1, 2], { n: [10] })[0].coverage
 */
export function listProperties(
  lists: readonly Lists[],
  history: Purchases,
  customers: ArrayLike<number>,
  places: readonly number[],
  { n, ...drawing }: BootstrapOptions & { readonly n: readonly number[] },
): ListProperties[] {
  const buyers = ratingsByItem(ratingsOf(history, "bought"));
  const buyersOf = (item: number) => buyers.starts[item + 1]! - buyers.starts[item]!;
  const count = (ends: Uint32Array) => ends.filter((end, i) => i > 0 && end > ends[i - 1]!).length;
  const [known, active] = [count(buyers.starts), count(history.orderStarts)];
  const pairSums = cosineSums(buyers, history.customers.length);
  const before = places.map((place) => new Set(boughtItems(history, customers[place]!)));
  const column = () => new Float64Array(places.length).fill(Number.NaN);
  const tables = lists.flatMap((own) =>
    n.map((length) => {
      const listed = new Set<number>();
      return { own, length, listed, columns: [column(), column(), column(), column()] as const };
    }),
  );
  lists.forEach((own, m) => {
    // Methods that know little of customers give many the same list.
    const seen = new Map<string, Float64Array>();
    places.forEach((place, i) => {
      const list = own.at(place);
      const key = list.join();
      const cosines = seen.get(key) ?? pairSums(list);
      if (seen.size < 1000) seen.set(key, cosines);
      for (const { length, listed, columns } of tables.slice(m * n.length, (m + 1) * n.length)) {
        const [filled, novelty, diversity, repeats] = columns;
        const size = Math.min(length, list.length);
        filled[i] = size / length;
        if (size === 0) continue;
        let [bits, had] = [0, 0];
        for (const item of list.subarray(0, size)) {
          if (buyersOf(item) > 0) listed.add(item);
          bits -= Math.log2(Math.max(1, buyersOf(item)) / active);
          if (before[i]!.has(item)) had++;
        }
        novelty[i] = bits / size;
        repeats[i] = had / size;
        if (size > 1) diversity[i] = 1 - cosines[size - 1]! / ((size * (size - 1)) / 2);
      }
    });
  });
  const means = columnMeans(
    tables.flatMap(({ columns }) => columns),
    drawing,
  );
  return tables.map(({ own, length, listed }, t) => ({
    method: own.method,
    n: length,
    coverage: listed.size / known,
    filled: means[4 * t]!,
    novelty: means[4 * t + 1]!,
    diversity: means[4 * t + 2]!,
    repeats: means[4 * t + 3]!,
  }));
}

/**
 * For each beginning of a list the sum of the cosines of all its pairs: the cosines of an item with those before it are
 * one product of vectors, with the sum of theirs.
 */
function cosineSums(
  { starts, customerOf }: RatingsByItem,
  width: number,
): (list: Uint32Array) => Float64Array {
  const sum = new Float64Array(width);
  return (list) => {
    let total = 0;
    const sums = Float64Array.from(list, (item) => {
      const unit = 1 / Math.sqrt(Math.max(1, starts[item + 1]! - starts[item]!));
      for (let k = starts[item]!; k < starts[item + 1]!; k++) {
        const customer = customerOf[k]!;
        total += unit * sum[customer]!;
        sum[customer] = sum[customer]! + unit;
      }
      return total;
    });
    for (const item of list) for (let k = starts[item]!; k < starts[item + 1]!; k++) sum[customerOf[k]!] = 0;
    return sums;
  };
}
