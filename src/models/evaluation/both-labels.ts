import type { ScoreTally } from "./score-tally";

/**
 * Refuses a tally without rows of label 1, or without rows of label 0, for what is only defined with both. O(1).
 *
 * @param what what needs both labels, as the message's first words
 * @throws RangeError when either label has no rows
 * @example requireBothLabels(tally, "A ROC curve")
 */
export function requireBothLabels({ totalPositives, totalNegatives }: ScoreTally, what: string): void {
  if (totalPositives > 0 && totalNegatives > 0) return;
  throw new RangeError(
    `${what} needs rows of both labels, but there are ${totalPositives} of label 1 and ${totalNegatives} of label 0: take more rows, or rows of a longer time.`,
  );
}
