import type { ScoreTally } from "./score-tally";

/**
 * Log loss: the mean of −ln of the probability that was given to what happened. A probability of 0 or 1 counts as one that
 * is 2⁻⁵² away (as in scikit-learn), since one certain error would cost infinitely much. O(different scores).
 *
 * @param tally of scores that are probabilities of label 1
 * @returns from 0 up, in nats; ln 2 for 0.5 everywhere
 * @throws RangeError when a score is not from 0 to 1
 * @see Good (1952), "Rational decisions"
 * @example logLoss(tallyScores(rankScores([1, 0], [0.8, 0.2]))) // −ln 0.8
 */
export function logLoss(tally: ScoreTally): number {
  return meanLoss(tally, (probability) => {
    const p = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability));
    return [-Math.log(p), -Math.log1p(-p)];
  });
}

/**
 * Brier score: the mean squared difference between probability and label. O(different scores).
 *
 * @param tally of scores that are probabilities of label 1
 * @returns from 0 to 1; 0.25 for 0.5 everywhere
 * @throws RangeError when a score is not from 0 to 1
 * @see Brier (1950), "Verification of forecasts expressed in terms of probability"
 * @example brierScore(tallyScores(rankScores([1, 0], [0.8, 0.2]))) // 0.04
 */
export const brierScore = (tally: ScoreTally): number => meanLoss(tally, (p) => [(1 - p) ** 2, p ** 2]);

/** Mean over rows of a loss, given for a probability if the label is 1 and if it is 0. */
function meanLoss(tally: ScoreTally, lossesOf: (probability: number) => [number, number]): number {
  let sum = 0;
  for (let i = 0; i < tally.thresholds.length; i++) {
    const probability = tally.thresholds[i]!;
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`A score of ${probability} is no probability: calibrate the scores first.`);
    const [ofPositive, ofNegative] = lossesOf(probability);
    sum += tally.positives[i]! * ofPositive + tally.negatives[i]! * ofNegative;
  }
  return sum / (tally.totalPositives + tally.totalNegatives);
}
