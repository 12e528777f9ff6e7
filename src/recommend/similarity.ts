import { bestOf } from "./best";
import { type Ratings, type RatingsByItem, ratingsByItem } from "./ratings";

/** Cosines held of items whose score was taken apart. */
const HELD = 2 ** 23;

/** Cosines between items, ready to be asked. */
export interface Similarity {
  /** Writes S·u to `scores`: for each item its cosines with the customer's items, weighted by their ratings; 0 if none. */
  addUp(customer: number, scores: Float64Array): void;
  /** What each of the customer's items, in their order in the ratings, adds to an item's score. */
  parts(customer: number, item: number): Float64Array;
}

/**
 * All cosines, exactly, without holding them: S·u is D⁻¹Rᵀ(R·D⁻¹u), two walks over the ratings of customers who share
 * an item with this one. O(ratings) a customer at worst, and of memory; of items whose score was taken apart the cosines
 * are held, up to 64 MiB of them.
 *
 * @example allCosines(ratingsOf(history, "bought")).addUp(0, scores)
 */
export function allCosines(ratings: Ratings): Similarity {
  const byItem = ratingsByItem(ratings);
  const norms = itemNorms(ratings);
  const weights = new Float64Array(ratings.customers);
  const into = cosinesInto(ratings, byItem, norms);
  const met = new Uint32Array(ratings.items);
  const held = new Map<number, Float64Array>();
  const cosinesOf = (item: number) => {
    const known = held.get(item);
    if (known !== undefined) return known;
    if (held.size * ratings.items > HELD) held.clear();
    const cosines = new Float64Array(ratings.items);
    into(item, cosines, met);
    held.set(item, cosines);
    return cosines;
  };
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
      const cosines = cosinesOf(item);
      const own = ratings.itemOf.subarray(ratings.starts[customer], ratings.starts[customer + 1]);
      return Float64Array.from(
        own,
        (mine, at) => cosines[mine]! * ratings.values[ratings.starts[customer]! + at]!,
      );
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
  const into = cosinesInto(ratings, byItem, norms);
  for (let item = 0; item < ratings.items; item++) {
    const among = met.subarray(0, into(item, sums, met));
    const others = among.filter((other) => other !== item);
    bestOf(sums, width, { among: others }).forEach(({ item: other, score }, at) => {
      near[item * width + at] = other;
      cosines[item * width + at] = score;
    });
    for (const other of among) sums[other] = 0;
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

/**
 * Adds an item's cosines with all items to a row of zeros, and writes the items met to `met`; gives their number. O(Σ of
 * the items of the item's customers).
 */
function cosinesInto(ratings: Ratings, byItem: RatingsByItem, norms: Float64Array) {
  return (item: number, cosines: Float64Array, met: Uint32Array): number => {
    let others = 0;
    for (let i = byItem.starts[item]!; i < byItem.starts[item + 1]!; i++) {
      const customer = byItem.customerOf[i]!;
      const rating = byItem.values[i]! / norms[item]!;
      for (let e = ratings.starts[customer]!; e < ratings.starts[customer + 1]!; e++) {
        const other = ratings.itemOf[e]!;
        if (cosines[other] === 0) met[others++] = other;
        cosines[other]! += rating * ratings.values[e]!;
      }
    }
    for (let at = 0; at < others; at++) cosines[met[at]!]! /= norms[met[at]!] as number;
    return others;
  };
}

function itemNorms({ items, itemOf, values }: Ratings): Float64Array {
  const squares = new Float64Array(items);
  for (let e = 0; e < values.length; e++) squares[itemOf[e]!]! += values[e]! ** 2;
  return squares.map(Math.sqrt);
}
