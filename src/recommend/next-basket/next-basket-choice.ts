import { bestOf } from "../best";
import { ndcgAt } from "../evaluation/metrics";
import { splitPurchases } from "../evaluation/split";
import type { Purchases } from "../purchases";
import type { Recommender } from "../recommender";
import { similarCustomers } from "./next-basket-neighbours";
import { habitRatings } from "./next-basket-repeat";

/** What {@link chooseBlend} tries. */
export interface BlendTrial {
  /** Weights of the habit; 0.1, 0.2 … 1 unless said. */
  readonly weights?: readonly number[];
  /** Decays of the habit; 0.7, 0.8, 0.9, 0.95 and 1 unless said. */
  readonly decays?: readonly number[];
  /** The explorer, taught by the orders it is given; {@link similarCustomers} unless said. */
  readonly explore?: (history: Purchases) => Recommender | Promise<Recommender>;
  /** Items in a list; 10 unless said. */
  readonly n?: number;
}

/** A blend and how it did. */
export interface TriedBlend {
  readonly weight: number;
  readonly decay: number;
  /** Mean nDCG at n over the customers. */
  readonly ndcg: number;
}

/** The blend that did best, and all that were tried. */
export interface BlendChoice {
  readonly chosen: TriedBlend;
  /** By decay, then by weight, in the order given. */
  readonly tried: readonly TriedBlend[];
  /** Customers on whose orders they were tried. */
  readonly customers: number;
  /** Length of the lists. */
  readonly n: number;
}

/**
 * Chooses weight and decay of {@link nextBasket} by each customer's last order **within the history**: the parts are
 * taught by the orders before it, and the blend with the greatest mean nDCG at n is chosen, the first of equals. The
 * orders that an evaluation holds out are not in the history, so the choice cannot have seen them. O(explorer + customers
 * × decays × weights × items of the customer).
 *
 * @throws RangeError when no customer has two orders, there is nothing to try, or a weight, a decay or n is out of range
 * @example const { chosen } = await chooseBlend(history); nextBasket(history, chosen)
 */
export async function chooseBlend(history: Purchases, trial: BlendTrial = {}): Promise<BlendChoice> {
  const {
    weights = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
    decays = [0.7, 0.8, 0.9, 0.95, 1],
    explore = similarCustomers,
    n = 10,
  } = trial;
  for (const weight of weights) {
    if (!(weight >= 0 && weight <= 1))
      throw new RangeError(`weight is ${weight}; take a number from 0 to 1.`);
  }
  if (weights.length === 0 || decays.length === 0)
    throw new RangeError("There is nothing to try: give at least one weight and one decay.");
  const split = splitPurchases(history, { by: "lastOrder" });
  const explorer = await explore(split.history);
  const habits = decays.map((decay) => habitRatings(split.history, { decay }));
  const sums = new Float64Array(decays.length * weights.length);
  const scores = new Float64Array(history.items.length);
  split.customers.forEach((customer, i) => {
    const relevant = new Set(split.items.subarray(split.starts[i], split.starts[i + 1]));
    const others = explorer.scores(customer);
    const greatest = others.reduce((most, score) => Math.max(most, score), 0) || 1;
    const { starts, itemOf } = habits[0]!;
    const own = itemOf.subarray(starts[customer], starts[customer + 1]);
    // Beyond the customer's own items the blend has the explorer's order: its first n suffice.
    const beyond = bestOf(others, n, { barred: new Set(own) }).map(({ item }) => item);
    const among = Uint32Array.of(...own, ...beyond).sort();
    habits.forEach(({ values }, d) => {
      const habit = values.subarray(starts[customer], starts[customer + 1]);
      const most = habit.reduce((largest, value) => Math.max(largest, value), 0) || 1;
      weights.forEach((weight, w) => {
        for (const item of among) scores[item] = (1 - weight) * (Math.max(0, others[item]!) / greatest);
        own.forEach((item, at) => {
          scores[item]! += weight * (habit[at]! / most);
        });
        for (const item of among) if (!(scores[item]! > 0)) scores[item] = -Infinity;
        const list = bestOf(scores, n, { among }).map(({ item }) => item);
        sums[d * weights.length + w]! += ndcgAt(list, relevant, n);
      });
    });
  });
  const tried = decays.flatMap((decay, d) =>
    weights.map((weight, w) => ({
      weight,
      decay,
      ndcg: sums[d * weights.length + w]! / split.customers.length,
    })),
  );
  const chosen = tried.reduce((best, next) => (next.ndcg > best.ndcg ? next : best));
  return { chosen, tried, customers: split.customers.length, n };
}
