import { adjustPValues } from "../../stats/adjust-p-values";
import { drawDifference } from "../../stats/draw-difference";
import { type BootstrapOptions, type Interval, percentileInterval, resampled } from "../../stats/interval";
import { weightedMeans } from "./column-means";
import type { Judged, Lists } from "./evaluate-lists";
import { METRICS, type MetricName } from "./metrics";

/** The mean of a measure over customers, and what it is beside the baseline's. */
export interface MetricMean extends Interval {
  readonly method: string;
  readonly metric: MetricName;
  readonly n: number;
  /** The mean less the baseline's, over the same customers; null for the baseline, and without one. */
  readonly difference: Interval | null;
  /** Two-sided p value of the difference, by Holm for all methods compared by this measure at this n. */
  readonly p: number | null;
  /** `better` or `worse` only if the interval of the difference leaves out 0 and p is at most 1 − level. */
  readonly verdict: "better" | "worse" | "not told apart" | null;
}

/** How {@link metricMeans} computes. */
export interface MeansOptions extends BootstrapOptions {
  readonly n: readonly number[];
  /** Name of the method that all others are compared with. */
  readonly baseline?: string | undefined;
}

/**
 * Means of every measure for every method and n with percentile bootstrap intervals. Customers are drawn, the same ones
 * for all methods, so that differences are of the same customers. The p value of a difference is twice the smaller share
 * of resamples on either side of 0, with one added to each count. O(resamples × customers × methods × lengths).
 *
 * @param judged at least one customer
 * @see Davison & Hinkley (1997), "Bootstrap Methods and their Application", 4.4; Holm (1979)
 * @example metricMeans([listsOf(popular(history), split, options)], relevantOf(split, "all"), { n: [10] })
 */
export function metricMeans(
  lists: readonly Lists[],
  { places, relevant }: Pick<Judged, "places" | "relevant">,
  { n, baseline, level = 0.95, ...drawing }: MeansOptions,
): MetricMean[] {
  const columns = n.flatMap((length) =>
    METRICS.flatMap(([metric, measure]) => lists.map((list) => ({ list, metric, measure, n: length }))),
  );
  const width = columns.length;
  const values = new Float64Array(places.length * width);
  places.forEach((place, i) => {
    const own = lists.map((list) => list.at(place));
    columns.forEach(({ measure, n: length }, c) => {
      values[i * width + c] = measure(own[c % lists.length]!, relevant[i]!, length);
    });
  });
  const all = resampled(places.length, weightedMeans(values, width), drawing);
  const { estimates, draws } = all;
  const base = lists.findIndex(({ method }) => method === baseline);
  const rows: MetricMean[] = [];
  for (let first = 0; first < width; first += lists.length) {
    const compared = lists.map((_, m) =>
      base < 0 || m === base ? null : drawDifference(all, first + base, first + m, level),
    );
    const tested = compared.flatMap((one) => (one === null ? [] : [one.p]));
    const adjusted = [...adjustPValues(tested, "holm")];
    compared.forEach((one, m) => {
      const { list, metric, n: length } = columns[first + m]!;
      const mean = percentileInterval(estimates[first + m]!, draws[first + m]!, level);
      const p = one === null ? null : adjusted.shift()!;
      const difference = one?.difference ?? null;
      const verdict = difference === null ? null : p! <= 1 - level ? sideOf(difference) : "not told apart";
      rows.push({ method: list.method, metric, n: length, ...mean, difference, p, verdict });
    });
  }
  return rows;
}

const sideOf = ({ low, high }: Interval) => (low > 0 ? "better" : high < 0 ? "worse" : "not told apart");
