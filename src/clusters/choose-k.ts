import type { Clustering } from "./clustering";
import { calinskiHarabasz, daviesBouldin } from "./criteria";
import { type Gap, gapStatistic } from "./gap";
import { kMeansSweep } from "./k-means/k-means-sweep";
import { type Knee, knee } from "./knee";
import type { Matrix } from "./matrix";
import { silhouette } from "./silhouette";
import { type Stability, stability } from "./stability";
import { type Criteria, type Favour, favours, verdict } from "./verdict";

/** What {@link chooseK} found. */
export interface ChosenK {
  readonly criteria: readonly Criteria[];
  /** The clusterings that were compared, in the order of `criteria`. */
  readonly clusterings: readonly Clustering[];
  readonly knee: Knee | null;
  /** The gaps of all k from 1 on. */
  readonly gaps: readonly Gap[];
  /** Which k each criterion favours, and by what figure. */
  readonly favours: readonly Favour[];
  /** What the criteria say together, in plain sentences. */
  readonly verdict: string;
}

/** What {@link chooseK} tries. */
export interface ChooseKOptions {
  /** Numbers of clusters, at least three, ascending by ones from 2 or more; one cluster is tried by the gap besides. */
  readonly ks: readonly number[];
  /** Seed of everything drawn. */
  readonly seed: number;
  /** Starts of k-means on the rows themselves; 10 by default. */
  readonly restarts?: number;
  /** Resamples for stability; 20 by default. */
  readonly resamples?: number;
  /** Reference sets of the gap statistic; 10 by default. */
  readonly references?: number;
  /** Rows measured by the silhouette when there are more than 20,000; 2,000 by default. */
  readonly sample?: number;
  /** Called as work goes on, with how many steps of all are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Compares numbers of clusters by six criteria: knee of the inertia, silhouette, Calinski–Harabasz, Davies–Bouldin, gap
 * statistic and stability, and says in words what each favours and whether they agree. About 3 s for 4,300 rows of
 * three columns and k from 2 to 8; where there are tens of thousands, give `sampleRows` of them.
 *
 * @throws RangeError when the numbers of clusters are not at least three, ascending by ones from 2 on, or as the
 * criteria throw
 * @example const { criteria, verdict } = await chooseK(scaled, { ks: [2, 3, 4, 5, 6], seed: 1 });
 */
export async function chooseK(matrix: Matrix, options: ChooseKOptions): Promise<ChosenK> {
  const { ks, seed, restarts = 10, resamples = 20, references = 10, sample, onProgress } = options;
  const first = ks[0] ?? 0;
  if (ks.length < 3 || !(first >= 2) || ks.some((k, i) => k !== first + i)) {
    throw new RangeError(
      `To choose k, give three numbers or more that go up by ones from 2 on; not ${ks.join(", ")}.`,
    );
  }
  const total = references + resamples + 1;
  const clusterings = await kMeansSweep(matrix, { ks, seed, restarts });
  onProgress?.(1, total);
  const withOne = Array.from({ length: ks.at(-1) as number }, (_, i) => i + 1);
  const { gaps, k: byGap } = await gapStatistic(matrix, {
    ks: withOne,
    seed,
    references,
    restarts: 2,
    onProgress: (done) => onProgress?.(1 + done, total),
  });
  const stabilities = await stability(matrix, clusterings, {
    seed,
    resamples,
    restarts: 2,
    onProgress: (done) => onProgress?.(1 + references + done, total),
  });
  const criteria = clusterings.map(({ k, inertia, labels }, at): Criteria => {
    return {
      k,
      inertia,
      silhouette: silhouette(matrix, labels, { seed, sample }).mean,
      calinskiHarabasz: calinskiHarabasz(matrix, labels),
      daviesBouldin: daviesBouldin(matrix, labels),
      gap: gaps.find((gap) => gap.k === k) as Gap,
      stability: stabilities[at] as Stability,
    };
  });
  const bend = knee(
    ks,
    clusterings.map(({ inertia }) => inertia),
  );
  const each = favours(criteria, bend, gaps, byGap);
  return { criteria, clusterings, knee: bend, gaps, favours: each, verdict: verdict(criteria, each) };
}
