import type { Purchases } from "./purchases";
import { reasonText } from "./reason-text";
import type { Recommender } from "./recommender";
import { type ListOptions, recommend } from "./top-items";

/** A line of a recommendation list, as files and tables take it. Text from data: escape it. */
export interface RecommendationRow {
  readonly customer: number | string;
  readonly item: string;
  /** From 1, the best, up. */
  readonly rank: number;
  /** In the unit of the recommender that gave it: comparable only within `by`. */
  readonly score: number;
  /** The recommender that gave it. */
  readonly by: string;
  readonly reason: string;
}

/**
 * The lists of all customers, or of those given, as rows: customer after customer, the best first. `customers` are
 * numbers of customers, as `split.customers`. O(customers × one list).
 *
 * @throws RangeError when n is no whole number from 1 up, or there is no such customer
 * @example await exportTable("shop/recommendations", recommendationRows(method, history, { n: 10, bought: "left out" }))
 */
export function recommendationRows(
  recommender: Recommender,
  history: Purchases,
  { customers, ...list }: ListOptions & { readonly customers?: ArrayLike<number> },
): RecommendationRow[] {
  const asked = customers === undefined ? history.customers.keys() : Array.from(customers);
  return Array.from(asked).flatMap((customer) =>
    recommend(recommender, history, customer, list).map(({ item, score, by, reason }, i) => ({
      customer: history.customers[customer]!,
      item: history.items[item]!,
      rank: i + 1,
      score,
      by,
      reason: reasonText(reason, history.items),
    })),
  );
}
