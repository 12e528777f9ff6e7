import { bestOf } from "./best";
import { type Ratings, ratingsByItem } from "./ratings";

/** Cosines between items, ready to be asked. */
export interface Similarity {
  /** Writes S·u to `scores`: for each item its cosines with the customer's items, weighted by their ratings; 0 if none. */
  addUp(customer: number, scores: Float64Array): void;
  /** What each of the customer's items, in their order in the ratings, adds to an item's score. */
  parts(customer: number, item: number): Float64Array;
}

/**
 * All cosines, exactly, without holding them: S·u is D⁻¹Rᵀ(R·D⁻¹u), two walks over the ratings of customers who share
 * an item with this one. O(ratings) of memory; O(ratings) a customer at worst.
 *
 * @example allCosines(ratingsOf(history, "bought")).addUp(0, scores)
 */
export function allCosines(ratings: Ratings): Similarity {
  const byItem = ratingsByItem(ratings);
  const norms = itemNorms(ratings);
  const weights = new Float64Array(ratings.customers);
  return {
    addUp: (customer, scores) => {
      scores.fill(0);
      for (let e = ratings.starts[customer]!; e < ratings.starts[customer + 1]!; e++) {
        const item = ratings.itemOf[e]!;
        const rating = ratings.values[e]! / norms[item]!;
        for (let i = byItem.starts[item]!; i < byItem.starts[item + 1]!; i++) {
          weights[byItem.customerOf[i]!]! += rating * byItem.values[i]!;
        }
      }
      for (let other = 0; other < ratings.customers; other++) {
        const weight = weights[other]!;
        if (weight === 0) continue;
        weights[other] = 0;
        for (let e = ratings.starts[other]!; e < ratings.starts[other + 1]!; e++) {
          scores[ratings.itemOf[e]!]! += weight * ratings.values[e]!;
        }
      }
      for (let item = 0; item < scores.length; item++) {
        if (scores[item] !== 0) scores[item]! /= norms[item] as number;
      }
    },
    parts: (customer, item) => {
      for (let i = byItem.starts[item]!; i < byItem.starts[item + 1]!; i++) {
        weights[byItem.customerOf[i]!] = byItem.values[i]!;
      }
      const own = ratings.itemOf.subarray(ratings.starts[customer], ratings.starts[customer + 1]);
      const parts = Float64Array.from(own, (mine, at) => {
        let sum = 0;
        for (let i = byItem.starts[mine]!; i < byItem.starts[mine + 1]!; i++) {
          sum += weights[byItem.customerOf[i]!]! * byItem.values[i]!;
        }
        return (sum / norms[mine]! / norms[item]!) * ratings.values[ratings.starts[customer]! + at]!;
      });
      for (let i = byItem.starts[item]!; i < byItem.starts[item + 1]!; i++)
        weights[byItem.customerOf[i]!] = 0;
      return parts;
    },
  };
}

/**
 * Of each item only the cosines with itself and its k nearest other items; the rest count as 0. O(Σ over customers of
 * their items²) once, O(items × k) of memory, O(items + k × items of the customer) a customer.
 *
 * @throws RangeError when k is no whole number from 1 up
 * @see Sarwar, Karypis, Konstan & Riedl (2001), "Item-based collaborative filtering recommendation algorithms"
 * @example nearestCosines(ratingsOf(history, "bought"), 50).addUp(0, scores)
 */
export function nearestCosines(ratings: Ratings, k: number): Similarity {
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`${k} neighbours of an item: take a whole number from 1 up.`);
  const byItem = ratingsByItem(ratings);
  const norms = itemNorms(ratings);
  const width = Math.min(k, Math.max(0, ratings.items - 1));
  const near = new Uint32Array(ratings.items * width);
  const cosines = new Float64Array(ratings.items * width);
  const sums = new Float64Array(ratings.items);
  const met = new Uint32Array(ratings.items);
  for (let item = 0; item < ratings.items; item++) {
    let others = 0;
    for (let i = byItem.starts[item]!; i < byItem.starts[item + 1]!; i++) {
      const customer = byItem.customerOf[i]!;
      const rating = byItem.values[i]! / norms[item]!;
      for (let e = ratings.starts[customer]!; e < ratings.starts[customer + 1]!; e++) {
        const other = ratings.itemOf[e]!;
        if (sums[other] === 0 && other !== item) met[others++] = other;
        sums[other]! += rating * ratings.values[e]!;
      }
    }
    const among = met.subarray(0, others);
    for (const other of among) sums[other]! /= norms[other] as number;
    bestOf(sums, width, { among }).forEach(({ item: other, score }, at) => {
      near[item * width + at] = other;
      cosines[item * width + at] = score;
    });
    for (const other of among) sums[other] = 0;
    sums[item] = 0;
  }
  return {
    addUp: (customer, scores) => {
      scores.fill(0);
      for (let e = ratings.starts[customer]!; e < ratings.starts[customer + 1]!; e++) {
        const item = ratings.itemOf[e]!;
        const rating = ratings.values[e]!;
        scores[item]! += rating;
        for (let at = item * width; at < (item + 1) * width; at++) {
          scores[near[at]!]! += rating * cosines[at]!;
        }
      }
    },
    parts: (customer, item) => {
      const own = ratings.itemOf.subarray(ratings.starts[customer], ratings.starts[customer + 1]);
      return Float64Array.from(own, (mine, at) => {
        const rating = ratings.values[ratings.starts[customer]! + at]!;
        if (mine === item) return rating;
        for (let n = mine * width; n < (mine + 1) * width; n++) {
          if (near[n] === item && cosines[n] !== 0) return rating * cosines[n]!;
        }
        return 0;
      });
    },
  };
}

function itemNorms({ items, itemOf, values }: Ratings): Float64Array {
  const squares = new Float64Array(items);
  for (let e = 0; e < values.length; e++) squares[itemOf[e]!]! += values[e]! ** 2;
  return squares.map(Math.sqrt);
}
