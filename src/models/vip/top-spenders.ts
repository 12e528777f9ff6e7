import { quantiles } from "../../stats/quantile";

/** Who belongs to the top, and where it begins. */
export interface TopSpenders {
  /** Who spent more than this belongs to the top. */
  readonly threshold: number;
  /** One a customer: 1 for the top, 0 for the others. */
  readonly labels: Uint8Array;
  /** How many belong to the top. */
  readonly count: number;
}

/**
 * The customers who spent most: those above the quantile at 1 − share of all (type 7, as pandas). Who spent as much as the
 * quantile does not belong to them, so that ties make the top smaller than the share. O(n log n).
 *
 * @param spend one amount a customer, 0 for those who bought nothing
 * @param share of the customers, between 0 and 1, such as 0.2
 * @throws RangeError when there are no customers, an amount is not finite, the share is out of range, or nobody is above
 * the quantile
 * @see Hyndman & Fan (1996), "Sample quantiles in statistical packages", for the quantile
 * @example topSpenders([10, 0, 0, 0, 5], 0.2) // { threshold: 6, labels: [1, 0, 0, 0, 0], count: 1 }
 */
export function topSpenders(spend: ArrayLike<number>, share: number): TopSpenders {
  if (!(share > 0 && share < 1))
    throw new RangeError(
      `A top share of ${share}: take one between 0 and 1, such as 0.2 for the best fifth.`,
    );
  const threshold = quantiles(spend, [1 - share])[0]!;
  const labels = Uint8Array.from(spend, (amount) => (amount > threshold ? 1 : 0)) as Uint8Array;
  const count = labels.reduce((sum, label) => sum + label, 0);
  if (count === 0)
    throw new RangeError(
      `Nobody of ${spend.length} customers spent more than ${threshold}, where the top ${share} begins: too many spent the same.`,
    );
  return { threshold, labels, count };
}
