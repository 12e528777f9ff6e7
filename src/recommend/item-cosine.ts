import { boughtBefore } from "./personal-top";
import type { Purchases } from "./purchases";
import { type Ratings, ratingsOf } from "./ratings";
import type { Recommender } from "./recommender";
import { allCosines, nearestCosines } from "./similarity";

/** How {@link itemCosine} compares items. */
export interface ItemCosineOptions {
  /** Ratings numbered as the history; 1 for every item bought by default. */
  readonly ratings?: Ratings;
  /**
   * Keep only this many nearest others of each item: with a million ratings and more much quicker a customer, but another
   * method. By default all count, exactly.
   */
  readonly neighbours?: number;
}

/**
 * Recommends items like those the customer has: two items are alike if the same customers rate them, by the cosine of
 * their columns of ratings, and an item's score is the sum of its cosines with the customer's items, each times the
 * customer's rating: S·u. An item of the customer's own counts among these, with a cosine of 1. The reason names the
 * three of the customer's other items that add most; for an item that owes most to itself it is "bought before". No
 * similarity matrix is held. O(ratings) a customer at worst; for `neighbours` see {@link nearestCosines}.
 *
 * @throws RangeError when the ratings are of other customers or items, or `neighbours` is no whole number from 1 up
 * @see Sarwar, Karypis, Konstan & Riedl (2001), "Item-based collaborative filtering recommendation algorithms"
 * @example topItems(itemCosine(history), history, 0, { n: 10, bought: "left out" })
 */
export function itemCosine(
  history: Purchases,
  { ratings = ratingsOf(history, "bought"), neighbours }: ItemCosineOptions = {},
): Recommender {
  if (ratings.customers !== history.customers.length || ratings.items !== history.items.length) {
    throw new RangeError(
      `Ratings of ${ratings.customers} customers and ${ratings.items} items do not go with a history of ${history.customers.length} and ${history.items.length}.`,
    );
  }
  const similarity = neighbours === undefined ? allCosines(ratings) : nearestCosines(ratings, neighbours);
  const scores = new Float64Array(history.items.length);
  return {
    name: "Item–item cosine",
    scores: (customer) => {
      similarity.addUp(customer, scores);
      for (let item = 0; item < scores.length; item++) if (scores[item] === 0) scores[item] = -Infinity;
      return scores;
    },
    reason: (customer, item) => {
      const own = ratings.itemOf.subarray(ratings.starts[customer], ratings.starts[customer + 1]);
      const parts = similarity.parts(customer, item);
      const order = Array.from(own.keys())
        .filter((at) => parts[at]! > 0)
        .sort((a, b) => parts[b]! - parts[a]! || a - b)
        .map((at) => own[at]!);
      return order[0] === item
        ? boughtBefore(history, customer, item)
        : { kind: "goes with", items: order.filter((other) => other !== item).slice(0, 3) };
    },
  };
}
