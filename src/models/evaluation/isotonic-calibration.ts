import type { ScoreTally } from "./score-tally";

/** A rising line of straight pieces from scores to probabilities; plain data, good for JSON. */
export interface IsotonicCalibration {
  readonly method: "isotonic";
  /** Ascending, none twice. */
  readonly scores: readonly number[];
  /** Probability at each of them, never falling. */
  readonly probabilities: readonly number[];
}

interface Block {
  readonly low: number;
  readonly high: number;
  readonly positives: number;
  readonly rows: number;
}

/**
 * Learns a calibration by isotonic regression (pool adjacent violators): of all never falling functions of the score the
 * one with the least Brier score. Tied rows get one probability. Between blocks it runs straight, beyond the outer scores
 * it stays level (scikit-learn's rule). Needs some thousand rows, and others than the model was trained on.
 * O(different scores).
 *
 * @see Zadrozny & Elkan (2002), "Transforming classifier scores into accurate multiclass probability estimates"; Ayer et al.
 * (1955), "An empirical distribution function for sampling with incomplete information"
 * @example calibrate(isotonicCalibration(tallyScores(rankScores(labels, scores))), otherScores)
 */
export function isotonicCalibration(tally: ScoreTally): IsotonicCalibration {
  const blocks: Block[] = [];
  for (let i = tally.thresholds.length - 1; i >= 0; i--) {
    const score = tally.thresholds[i]!;
    const positives = tally.positives[i]!;
    let block: Block = { low: score, high: score, positives, rows: positives + tally.negatives[i]! };
    for (let before = blocks.at(-1); before !== undefined; before = blocks.at(-1)) {
      // Shares compared as products: exact where the counts are whole.
      if (before.positives * block.rows < block.positives * before.rows) break;
      blocks.pop();
      block = {
        low: before.low,
        high: block.high,
        positives: before.positives + block.positives,
        rows: before.rows + block.rows,
      };
    }
    blocks.push(block);
  }
  const knots = blocks.flatMap(({ low, high, positives, rows }) =>
    (low === high ? [low] : [low, high]).map((score) => [score, positives / rows] as const),
  );
  return {
    method: "isotonic",
    scores: knots.map(([score]) => score),
    probabilities: knots.map(([, probability]) => probability),
  };
}
