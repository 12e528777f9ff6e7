import { bestOf } from "../best";
import { boughtBefore } from "../personal-top";
import type { Purchases } from "../purchases";
import { ratingsByItem } from "../ratings";
import type { Reason, Recommender } from "../recommender";
import { habitRatings, type Recency } from "./next-basket-repeat";

/** Which other customers {@link similarCustomers} asks. */
export interface NeighbourOptions extends Recency {
  /** How many; 100 unless said. */
  readonly neighbours?: number;
}

/** Items named in a reason. */
const NAMED = 3;

/**
 * Recommends what the customers most like this one have the habit of buying. Customers are compared by the cosine of
 * their {@link habitRatings}, with a decay of 0.7 unless said; an item's score is the sum of its neighbours' ratings of
 * it, each times the neighbour's cosine. Of neighbours equally near, those with the lower number count. The score is a
 * sum over the customer's own items, so the reason names those that add most to it; an item that owes most to itself is
 * "bought before".
 *
 * O(lines) once, then O(buyers of the customer's items + items of the neighbours) a customer.
 *
 * @throws RangeError when an option is out of range
 * @see Faggioli, Polato & Aiolli (2020), "Recency aware collaborative filtering for next basket recommendation" (UP-CF);
 * Hu, He, Gao & Zhang (2020), "Modeling personalized item frequency information for next-basket recommendation" (TIFU-KNN)
 * @example topItems(similarCustomers(history), history, 0, { n: 10, bought: "left out" })
 */
export function similarCustomers(history: Purchases, options: NeighbourOptions = {}): Recommender {
  const { neighbours = 100, decay = 0.7, window = Infinity } = options;
  if (!Number.isInteger(neighbours) || neighbours < 1)
    throw new RangeError(`neighbours is ${neighbours}; take a whole number from 1 up.`);
  const ratings = habitRatings(history, { decay, window });
  const { starts, itemOf, values } = ratings;
  const byItem = ratingsByItem(ratings);
  const norms = new Float64Array(ratings.customers);
  for (let c = 0; c < norms.length; c++) {
    for (let e = starts[c]!; e < starts[c + 1]!; e++) norms[c]! += values[e]! ** 2;
    norms[c] = Math.sqrt(norms[c]!);
  }
  const products = new Float64Array(ratings.customers);
  const met = new Uint32Array(ratings.customers);
  const scores = new Float64Array(ratings.items);

  let asked = -1;
  let near: readonly { other: number; cosine: number }[] = [];

  /** The neighbours; those of the last customer are kept, since reasons come one by one. */
  function nearest(customer: number) {
    if (customer === asked) return near;
    let others = 0;
    for (let e = starts[customer]!; e < starts[customer + 1]!; e++) {
      const item = itemOf[e]!;
      for (let i = byItem.starts[item]!; i < byItem.starts[item + 1]!; i++) {
        const other = byItem.customerOf[i]!;
        if (other === customer) continue;
        if (products[other] === 0) met[others++] = other;
        products[other]! += values[e]! * byItem.values[i]!;
      }
    }
    const among = met.subarray(0, others).sort();
    for (const other of among) products[other]! /= norms[other]! * norms[customer]!;
    const best = bestOf(products, neighbours, { among });
    for (const other of among) products[other] = 0;
    asked = customer;
    near = best.map(({ item: other, score: cosine }) => ({ other, cosine }));
    return near;
  }

  function rating(customer: number, item: number): number {
    const e = itemOf.subarray(starts[customer], starts[customer + 1]).indexOf(item);
    return e < 0 ? 0 : values[starts[customer]! + e]!;
  }

  return {
    name: "Similar customers",
    scores: (customer) => {
      scores.fill(0);
      for (const { other, cosine } of nearest(customer)) {
        for (let e = starts[other]!; e < starts[other + 1]!; e++) scores[itemOf[e]!]! += cosine * values[e]!;
      }
      for (let item = 0; item < scores.length; item++) if (scores[item] === 0) scores[item] = -Infinity;
      return scores;
    },
    reason: (customer, item): Reason => {
      const own = itemOf.subarray(starts[customer], starts[customer + 1]);
      const parts = new Float64Array(own.length);
      for (const { other } of nearest(customer)) {
        const weight = rating(other, item) / norms[other]!;
        if (weight === 0) continue;
        own.forEach((mine, at) => {
          parts[at]! += values[starts[customer]! + at]! * rating(other, mine) * weight;
        });
      }
      const order = bestOf(parts, NAMED + 1)
        .filter(({ score }) => score > 0)
        .map(({ item: at }) => own[at]!);
      if (order[0] === item) return boughtBefore(history, customer, item);
      return { kind: "goes with", items: order.filter((other) => other !== item).slice(0, NAMED) };
    },
  };
}
