import type { Finding } from "../finding";
import { plainNumber } from "../wording";

/** Name of the check {@link auditChosenK}. */
export const CHOSEN_K = "number of clusters against the silhouette";

/** The mean silhouette of a number of clusters, with its interval where there is one. */
export interface SilhouetteOfK {
  readonly k: number;
  readonly silhouette: number;
  readonly low?: number;
  readonly high?: number;
}

/**
 * Looks whether another number of clusters has a higher mean silhouette than the one chosen. Where both have intervals
 * and these overlap it is a note, as it may be chance; else a warning: there may be other reasons for a k, but then they
 * are to be given. O(candidates).
 *
 * @param of.chosen one of the candidates
 * @throws RangeError when the chosen k is not among the candidates, or a silhouette is not from −1 to 1
 * @example auditChosenK({ where: "k-means", chosen: 4, candidates: [{ k: 2, silhouette: 0.4 }, { k: 4, silhouette: 0.309 }] })
 */
export function auditChosenK(of: {
  readonly where: string;
  readonly chosen: number;
  readonly candidates: readonly SilhouetteOfK[];
}): Finding[] {
  const { where, chosen, candidates } = of;
  for (const { k, silhouette } of candidates) {
    if (!(Math.abs(silhouette) <= 1)) {
      throw new RangeError(`${where}: the silhouette of k = ${k} is ${silhouette}; one lies from −1 to 1.`);
    }
  }
  const own = candidates.find(({ k }) => k === chosen);
  if (own === undefined) {
    const tried = candidates.map(({ k }) => k).join(", ");
    throw new RangeError(
      `${where}: k = ${chosen} is not among the candidates (${tried}); add its silhouette.`,
    );
  }
  const best = candidates.reduce((a, b) => (b.silhouette > a.silhouette ? b : a), own);
  if (best.silhouette <= own.silhouette) return [];
  const unsure = own.high !== undefined && best.low !== undefined && best.low <= own.high;
  return [
    {
      check: CHOSEN_K,
      severity: unsure ? "note" : "warning",
      what: `k = ${chosen} was chosen, and k = ${best.k} has the higher mean silhouette${unsure ? ", though their intervals overlap" : ""}.`,
      where,
      figure: `k = ${best.k}: ${plainNumber(best.silhouette)}, k = ${chosen}: ${plainNumber(own.silhouette)}`,
      advice: `Take k = ${best.k}, or say which other criterion speaks for ${chosen}, and test that the clusters come back.`,
    },
  ];
}
