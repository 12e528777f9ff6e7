/** Why an item is recommended. Items and segments are named by number or label; `reasonText` writes it out. */
export type Reason =
  /** So many of so many customers (of the segment, if one is named) have bought it. */
  | { readonly kind: "popular"; readonly customers: number; readonly of: number; readonly segment?: string }
  /** The customer had it in so many of so many orders. */
  | { readonly kind: "bought before"; readonly orders: number; readonly of: number }
  /** Bought by those who bought these items of the customer's, the weightiest first. */
  | { readonly kind: "goes with"; readonly items: readonly number[] }
  /** The customer has the left side of a rule. */
  | {
      readonly kind: "rule";
      readonly antecedent: readonly number[];
      readonly confidence: number;
      readonly lift: number;
    };

/** Scores items for customers by what it learnt of their purchases. */
export interface Recommender {
  /** The method's name, for tables. */
  readonly name: string;
  /**
   * A score for every item, the better the higher; −Infinity where nothing speaks for it. The array belongs to the
   * recommender and holds until its next call.
   */
  scores(customer: number): Float64Array;
  /** Why an item has its score for a customer. Only for items with a score above −Infinity. */
  reason(customer: number, item: number): Reason;
  /** Who fills up a list that this one leaves short. */
  readonly fallback?: Recommender;
}

/** An item for a customer. */
export interface Recommendation {
  /** Item number. */
  readonly item: number;
  /** In the unit of the recommender that gave it. */
  readonly score: number;
  /** The recommender that gave it: the one asked, or one of its fallbacks. */
  readonly by: string;
  readonly reason: Reason;
}

/**
 * A recommender whose short lists another one fills up, such as the popular items of the segment for customers without
 * history.
 *
 * @example withFallback(itemCosine(history), popularInSegment(history, segments))
 */
export function withFallback(recommender: Recommender, fallback: Recommender): Recommender {
  const { fallback: own } = recommender;
  return {
    name: recommender.name,
    scores: (customer) => recommender.scores(customer),
    reason: (customer, item) => recommender.reason(customer, item),
    fallback: own === undefined ? fallback : withFallback(own, fallback),
  };
}
