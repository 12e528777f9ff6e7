import { type BootstrapOptions, bootstrap, type Interval } from "../stats/interval";
import { bestOf } from "./best";
import type { Ratings } from "./ratings";
import { allCosines } from "./similarity";

/** A customer's list as study 001 makes it and as it was meant. Item numbers, the best first. */
export interface IndexMistake {
  /** Null where a place lies beyond the end of the list that it is looked up in: the code as written breaks off there. */
  readonly published: readonly number[] | null;
  readonly corrected: readonly number[];
}

/**
 * The lists of study 001's recommender, item–item cosine on mean quantities, with its index mistake and without. It ranks
 * **all** items by S·u, the customer's own among them, and looks these places up in the list of items **not bought**,
 * which is shorter: each item found stands as many places further in the alphabet as the customer has bought items before
 * it. Corrected, an item not bought is ranked by its own score. Scores stand to seven digits, so that rounding decides no
 * tie; of equal ones the earlier in the alphabet stands first. O(ratings) a customer at worst.
 *
 * @param ratings those of the customers of one cluster: the study has a matrix a cluster
 * @param n most items in a list
 * @throws RangeError when n is no whole number from 1 up
 * @example indexMistake(meanRatings(history, { customers, items, values: quantities }), 10)(0).published
 */
export function indexMistake(ratings: Ratings, n: number): (customer: number) => IndexMistake {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`A list of ${n} items: take a whole number from 1 up.`);
  const similarity = allCosines(ratings);
  const scores = new Float64Array(ratings.items);
  return (customer) => {
    similarity.addUp(customer, scores);
    scores.forEach((score, item) => {
      scores[item] = Math.fround(score);
    });
    const places = bestOf(scores, n).map(({ item }) => item);
    const bought = new Set(ratings.itemOf.subarray(ratings.starts[customer], ratings.starts[customer + 1]));
    const notBought = Array.from(scores.keys()).filter((item) => !bought.has(item));
    return {
      published: places.every((place) => place < notBought.length)
        ? places.map((place) => notBought[place]!)
        : null,
      corrected: bestOf(scores, n, { barred: bought })
        .filter(({ score }) => score > 0)
        .map(({ item }) => item),
    };
  };
}

/** What study 001's index mistake does to the lists of all customers. */
export interface IndexMistakeCost {
  readonly customers: number;
  /** Customers whose list the code as written cannot make. */
  readonly broken: number;
  /** Of the items published for the others, how many there are and how many stand in the corrected list, too. */
  readonly published: number;
  readonly shared: number;
  /** `shared` of `published`, with a 95 % bootstrap interval over customers. */
  readonly share: Interval;
}

/**
 * How many of the published items stand in the corrected lists, over all customers. O(customers × ratings) at worst.
 *
 * @throws RangeError when n is no whole number from 1 up, or no customer has a published list
 * @example indexMistakeCost(ratings, 10).share.estimate
 */
export function indexMistakeCost(
  ratings: Ratings,
  n: number,
  options: BootstrapOptions = {},
): IndexMistakeCost {
  const listsOf = indexMistake(ratings, n);
  const published: number[] = [];
  const shared: number[] = [];
  for (let customer = 0; customer < ratings.customers; customer++) {
    const lists = listsOf(customer);
    if (lists.published === null) continue;
    const right = new Set(lists.corrected);
    published.push(lists.published.length);
    shared.push(lists.published.filter((item) => right.has(item)).length);
  }
  if (published.length === 0)
    throw new RangeError("No customer has a published list: there is nothing to compare.");
  const sum = (values: readonly number[], weights: Float64Array) =>
    values.reduce((total, value, i) => total + value * weights[i]!, 0);
  const [share] = bootstrap(
    published.length,
    (weights) => [sum(shared, weights) / sum(published, weights)],
    options,
  );
  const once = new Float64Array(published.length).fill(1);
  return {
    customers: ratings.customers,
    broken: ratings.customers - published.length,
    published: sum(published, once),
    shared: sum(shared, once),
    share: share!,
  };
}
