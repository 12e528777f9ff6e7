import type { IsotonicCalibration } from "./isotonic-calibration";
import type { SigmoidCalibration } from "./sigmoid-calibration";

/** A learned function from scores to probabilities. */
export type Calibration = IsotonicCalibration | SigmoidCalibration;

/**
 * Turns scores into probabilities of label 1. O(n), or O(n × log knots) for an isotonic calibration.
 *
 * @param calibration of `isotonicCalibration` or `sigmoidCalibration`
 * @returns one probability a score
 * @throws RangeError when a score is not finite
 * @example calibrate({ method: "sigmoid", slope: 2, intercept: 0 }, [0]) // 0.5
 */
export function calibrate(calibration: Calibration, scores: ArrayLike<number>): Float64Array {
  return Float64Array.from(scores, (score, row) => {
    if (!Number.isFinite(score))
      throw new RangeError(`Row ${row + 1} has the score ${score}: leave such rows out, and say how many.`);
    return calibration.method === "sigmoid"
      ? 1 / (1 + Math.exp(-(calibration.slope * score + calibration.intercept)))
      : interpolated(calibration, score);
  });
}

function interpolated({ scores, probabilities }: IsotonicCalibration, score: number): number {
  const last = scores.length - 1;
  if (score <= scores[0]!) return probabilities[0]!;
  if (score >= scores[last]!) return probabilities[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (scores[middle]! <= score) low = middle;
    else high = middle;
  }
  const part = (score - scores[low]!) / (scores[high]! - scores[low]!);
  const [from, to] = [probabilities[low]!, probabilities[high]!];
  return Math.min(to, from + (to - from) * part);
}
