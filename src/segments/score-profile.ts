import type { BootstrapOptions } from "../stats/interval";
import { ratioOfSums } from "../stats/ratio";
import type { RfmScores } from "./scores";

/** The mean score of one variable in one segment, from 1 to 5, with its interval over customers. */
export interface ScoreMean {
  readonly segment: string;
  readonly variable: "recency" | "frequency" | "monetary";
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Mean recency, frequency and monetary score of each segment, with percentile bootstrap intervals over customers;
 * segments without customers are left out. O(resamples × n).
 *
 * @param segmentOf index in `names` of each customer's segment
 * @throws RangeError when there are not as many segments as scores
 * @example scoreProfile(scores, bandOf(score, publishedBands), publishedBands.map((b) => b.name))
 */
export function scoreProfile(
  scores: RfmScores,
  segmentOf: ArrayLike<number>,
  names: readonly string[],
  options: BootstrapOptions = {},
): ScoreMean[] {
  const n = scores.recency.length;
  if (segmentOf.length !== n) throw new RangeError(`${segmentOf.length} segments for ${n} customers`);
  return (["recency", "frequency", "monetary"] as const).flatMap((variable) =>
    names.flatMap((segment, s) => {
      const members = scores[variable].filter((_, i) => segmentOf[i] === s);
      if (members.length === 0) return [];
      const { estimate, low, high } = ratioOfSums(members, new Uint8Array(members.length).fill(1), options);
      return [{ segment, variable, mean: estimate, low, high }];
    }),
  );
}
