import { createRandom, type Random } from "../stats/random";
import { kMeansSweep } from "./k-means/k-means-sweep";
import type { Matrix } from "./matrix";
import { pca } from "./pca";

/** The gap of one number of clusters. */
export interface Gap {
  readonly k: number;
  /** How much lower log inertia is than expected without clusters; more is better. */
  readonly gap: number;
  /** Its simulation error, one standard error. */
  readonly error: number;
  /** Natural logarithm of the inertia. */
  readonly logInertia: number;
  /** Its mean over the reference sets. */
  readonly expected: number;
}

/** What {@link gapStatistic} tries. */
export interface GapOptions {
  /** Numbers of clusters, ascending by ones, from 1 so that "no clusters" can win. */
  readonly ks: readonly number[];
  /** Seed of reference sets and starts. */
  readonly seed: number;
  /** Reference sets; 20 by default. */
  readonly references?: number;
  /** Starts of each k-means; 3 by default. */
  readonly restarts?: number;
  /** Reference rows are uniform in the columns' ranges, or (the default) in those of the principal components. */
  readonly box?: "columns" | "components";
  /** Called after each reference set, with how many of all are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The gaps, and the number of clusters they favour. */
export interface GapStatistic {
  readonly gaps: readonly Gap[];
  /** The least k whose gap is no more than one error of the next below the next; null when there is none in the range. */
  readonly k: number | null;
}

/**
 * The gap statistic of k-means: log inertia against its mean over reference sets that have the rows' extent but no
 * clusters. O(references × restarts × cost of k-means over all k).
 *
 * @throws RangeError when the numbers of clusters do not ascend by ones, there is no reference set, or as k-means throws
 * @see Tibshirani, Walther & Hastie (2001), "Estimating the number of clusters in a data set via the gap statistic"
 * @example (await gapStatistic(scaled, { ks: [1, 2, 3, 4, 5], seed: 1 })).k
 */
export async function gapStatistic(matrix: Matrix, options: GapOptions): Promise<GapStatistic> {
  const { ks, seed, references = 20, restarts = 3, box = "components", onProgress } = options;
  if (ks.length === 0 || ks.some((k, i) => k !== (ks[0] as number) + i)) {
    throw new RangeError(`Gap statistic: k goes up by ones, such as 1, 2, 3; not ${ks.join(", ")}.`);
  }
  if (!Number.isInteger(references) || references < 1) {
    throw new RangeError(`Gap statistic of ${references} reference sets: take one at least.`);
  }
  const random = createRandom(seed);
  const logs = async (rows: Matrix) => {
    const found = await kMeansSweep(rows, { ks, seed: random.int(2 ** 31), restarts, workers: 0 });
    return found.map(({ inertia }) => Math.log(inertia));
  };
  const own = await logs(matrix);
  const draw = uniformLike(matrix, box);
  const simulated: number[][] = [];
  for (let b = 0; b < references; b++) {
    simulated.push(await logs(draw(random)));
    onProgress?.(b + 1, references);
  }
  const gaps = ks.map((k, at) => {
    const values = simulated.map((logsOfSet) => logsOfSet[at] as number);
    const expected = values.reduce((a, b) => a + b, 0) / references;
    const variance = values.reduce((sum, v) => sum + (v - expected) ** 2, 0) / references;
    const logInertia = own[at] as number;
    return {
      k,
      gap: expected - logInertia,
      error: Math.sqrt(variance * (1 + 1 / references)),
      logInertia,
      expected,
    };
  });
  const first = gaps.find(({ gap }, i) => {
    const next = gaps[i + 1];
    return next !== undefined && gap >= next.gap - next.error;
  });
  return { gaps, k: first?.k ?? null };
}

/** Draws as many rows as the matrix has, uniform in its box, along its columns or along its principal components. */
function uniformLike(matrix: Matrix, box: "columns" | "components"): (random: Random) => Matrix {
  // Turning the axes changes no distance, so rows drawn along the components need not be turned back.
  const turned = box === "columns" ? matrix : pca(matrix).project(matrix);
  const { columns, values } = turned;
  const low = new Float64Array(columns).fill(Infinity);
  const high = new Float64Array(columns).fill(-Infinity);
  values.forEach((v, p) => {
    const j = p % columns;
    low[j] = Math.min(low[j] as number, v);
    high[j] = Math.max(high[j] as number, v);
  });
  return (random) => ({
    ...turned,
    values: values.map((_, p) => {
      const j = p % columns;
      return (low[j] as number) + random.next() * ((high[j] as number) - (low[j] as number));
    }),
  });
}
