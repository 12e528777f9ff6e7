import { createRandom } from "../stats/random";
import { hamerly } from "./hamerly";
import { plusPlus } from "./plus-plus";
import type { Limits, Points, Settled } from "./points";

/** One start of k-means: from given centres, or from a seed. */
export interface Start {
  readonly k: number;
  readonly from: Float64Array | { readonly seed: number };
}

/** Runs one start to its end: the unit of work that threads share. Depends on nothing but what is passed. */
export function oneStart(points: Points, start: Start, limits: Limits): Settled {
  const { from, k } = start;
  return hamerly(points, "seed" in from ? plusPlus(points, k, createRandom(from.seed)) : from, limits);
}
