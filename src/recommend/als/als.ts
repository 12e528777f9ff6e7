import { createRandom } from "../../stats/random";
import { boughtBefore } from "../personal-top";
import type { Purchases } from "../purchases";
import { type Ratings, ratingsOf } from "../ratings";
import type { Reason, Recommender } from "../recommender";
import { contributions, dot } from "./als-contributions";
import { alternatingFactors, type Factors } from "./als-factors";
import type { Regression } from "./als-half-sweep";

/** How {@link alternatingLeastSquares} learns. */
export interface AlsOptions extends Partial<Regression> {
  /** Ratings numbered as the history; the number of orders with the item unless said. */
  readonly ratings?: Ratings;
  /** Sweeps over all items and customers; 8 unless said. */
  readonly iterations?: number;
  /** Of the random factors to start from. */
  readonly seed: number;
  /** Called after each sweep with how many are done, of how many, and the loss reached. */
  readonly onProgress?: (done: number, total: number, loss: number) => void;
}

/** A recommender by matrix factorisation, with what it learnt. */
export interface AlsRecommender extends Recommender {
  readonly factors: Factors;
}

/** Items named in a reason. */
const NAMED = 3;

/**
 * Matrix factorisation of implicit feedback: customers and items become points of one space, such that a customer's
 * product with an item is near 1 where the item was bought, the more so the more orders it is in, and near 0 elsewhere.
 * An item's score is that product, if it is above 0. Its reason names the customer's other items that add most to it,
 * after Hu, Koren & Volinsky's decomposition; of an item that owes most to itself it is "bought before". The same seed
 * gives the same bits.
 *
 * Unless said, 32 factors, regularization 10 and alpha 1; many shops do better with other values, so try them on the last
 * orders of the history. O(iterations × (pairs × f² + (customers + items) × f³)), where pairs are those of a customer and
 * an item bought; then O(items × f) a customer.
 *
 * @throws RangeError when an option is out of range, or the equations have no single solution
 * @throws whatever `onProgress` throws
 * @see Hu, Koren & Volinsky (2008), "Collaborative filtering for implicit feedback datasets"
 * @example topItems(await alternatingLeastSquares(history, { seed: 1 }), history, 0, { n: 10, bought: "left out" })
 */
export async function alternatingLeastSquares(
  history: Purchases,
  options: AlsOptions,
): Promise<AlsRecommender> {
  const { factors: f = 32, regularization = 10, alpha = 1, iterations = 8, seed, onProgress } = options;
  whole("factors", f);
  whole("iterations", iterations);
  above("regularization", regularization);
  above("alpha", alpha);
  const how = { factors: f, regularization, alpha };
  const ratings = options.ratings ?? ratingsOf(history, "orders");
  if (ratings.customers !== history.customers.length || ratings.items !== history.items.length) {
    throw new RangeError(
      `Ratings of ${ratings.customers} customers and ${ratings.items} items do not go with a history of ${history.customers.length} and ${history.items.length}.`,
    );
  }
  const random = createRandom(seed);
  const customerFactors = Float64Array.from({ length: ratings.customers * f }, () => 0.1 * random.normal());
  const factors = await alternatingFactors(ratings, { ...how, iterations, customerFactors, onProgress });
  const scores = new Float64Array(ratings.items);
  return {
    name: "Implicit ALS",
    factors,
    scores: (customer) => {
      const x = factors.customers.subarray(customer * f, customer * f + f);
      for (let item = 0; item < scores.length; item++) {
        const score = dot(x, 0, factors.items, item * f, f);
        scores[item] = score > 0 ? score : -Infinity;
      }
      return scores;
    },
    reason: reasons(history, ratings, factors, how),
  };
}

function reasons(history: Purchases, ratings: Ratings, factors: Factors, how: Regression) {
  let parts: ReturnType<typeof contributions> | undefined;
  return (customer: number, item: number): Reason => {
    parts ??= contributions(factors, ratings, how);
    const added = parts(customer, item);
    const own = ratings.itemOf.subarray(ratings.starts[customer], ratings.starts[customer + 1]);
    const order = Array.from(own.keys())
      .filter((at) => added[at]! > 0)
      .sort((a, b) => added[b]! - added[a]! || a - b)
      .map((at) => own[at]!);
    return order[0] === item
      ? boughtBefore(history, customer, item)
      : { kind: "goes with", items: order.filter((other) => other !== item).slice(0, NAMED) };
  };
}

function whole(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${name} is ${value}; take a whole number from 1 up.`);
}

function above(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} is ${value}; take a number above 0.`);
}
