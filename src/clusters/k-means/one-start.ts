import { createRandom } from "../../stats/random";
import { hamerly } from "./hamerly";
import { mlKMeans } from "./ml-k-means";
import { plusPlus } from "./plus-plus";
import type { Limits, Points, Settled } from "./points";

/** Which implementation moves the centres; both start from the same ones. */
export type Engine = "hamerly" | "ml-kmeans";

/** One start of k-means: from given centres, or from a seed. */
export interface Start {
  readonly k: number;
  readonly from: Float64Array | { readonly seed: number };
  readonly engine: Engine;
}

/** Runs one start to its end: the unit of work that threads share. Depends on nothing but what is passed. */
export async function oneStart(points: Points, { from, k, engine }: Start, limits: Limits): Promise<Settled> {
  const centres = "seed" in from ? plusPlus(points, k, createRandom(from.seed)) : from;
  return engine === "hamerly" ? hamerly(points, centres, limits) : mlKMeans(points, centres, limits);
}
