import fc from "fast-check";
import { rankScores } from "./ranked-scores";
import { type ScoreTally, tallyScores } from "./score-tally";

/** Rows of a binary prediction. */
export interface Rows {
  readonly labels: readonly number[];
  readonly scores: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Sixty rows with ties and weights of 0 that are easily made elsewhere, too. For tests. In Python:
 *
 *     i = np.arange(60); k = i * 37 % 61
 *     y = ((7*i*i + 3*i) % 23 * 61 < k * 23).astype(int); s = k // 3 / 20; w = (i % 4).astype(float)
 */
export function sixtyRows(): Rows {
  const column = (value: (i: number, k: number) => number) =>
    Array.from({ length: 60 }, (_, i) => value(i, (i * 37) % 61));
  return {
    labels: column((i, k) => (((7 * i * i + 3 * i) % 23) * 61 < k * 23 ? 1 : 0)),
    scores: column((_, k) => Math.floor(k / 3) / 20),
    weights: column((i) => i % 4),
  };
}

/** The tally of rows, unweighted. For tests. */
export const plain = ({ labels, scores }: Omit<Rows, "weights">): ScoreTally =>
  tallyScores(rankScores(labels, scores));

/** The tally of rows with their weights. For tests. */
export const weighted = ({ labels, scores, weights }: Rows): ScoreTally =>
  tallyScores(rankScores(labels, scores), weights);

/** Up to `most` rows of both labels, with probabilities of few values, thus many ties, and weights from 0 to 3. For tests. */
export const someRows = (most = 12): fc.Arbitrary<Rows> =>
  fc
    .array(fc.record({ label: fc.nat(1), score: fc.nat(5), weight: fc.nat(3) }), { maxLength: most - 2 })
    .chain((rows) =>
      fc.tuple(fc.nat(5), fc.nat(5)).map(([one, other]) => {
        const all = [...rows, { label: 1, score: one, weight: 1 }, { label: 0, score: other, weight: 2 }];
        return {
          labels: all.map(({ label }) => label),
          scores: all.map(({ score }) => score / 5),
          weights: all.map(({ weight }) => weight),
        };
      }),
    );

/** Every row as often as it weighs. For tests. */
export function repeated({ labels, scores, weights }: Rows): Omit<Rows, "weights"> {
  const rows = weights.flatMap((weight, row) => Array<number>(weight).fill(row));
  return { labels: rows.map((row) => labels[row]!), scores: rows.map((row) => scores[row]!) };
}
