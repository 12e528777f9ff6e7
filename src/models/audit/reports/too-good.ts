import type { Finding } from "../finding";
import { shareText } from "../wording";
import type { ModelReport } from "./model-report";

export const TOO_GOOD = "too good to be true";

/** People are not foretold so well: the studies' circular labels gave AUC .999 to 1, their honest ones .66 to .86. */
const BEST_AUC = 0.99;
const BEST_F1 = 0.95;

/**
 * An AUC of 0.99 or more, or an F1 of 0.95 or more of a label that fewer than half of the rows have: of what customers will
 * do, this is seldom foresight. A reason to look for a leak, not a proof. O(1).
 *
 * @example auditTooGood({ auc: 0.9996 })[0]?.severity // "warning"
 */
export function auditTooGood({ name = "model", auc, positive, known }: ModelReport): Finding[] {
  const rare = known === undefined || known.positives < known.rows / 2;
  const f1 = positive?.f1;
  const figure =
    auc !== undefined && auc >= BEST_AUC
      ? `AUC ${auc}`
      : f1 !== undefined && f1 >= BEST_F1 && rare
        ? `F1 ${f1}${known ? ` of a label that ${shareText(known.positives / known.rows)} of rows have` : ""}`
        : undefined;
  if (figure === undefined) return [];
  return [
    {
      check: TOO_GOOD,
      severity: "warning",
      what: "What customers do is seldom foretold so well: a score like this more often comes from a leak.",
      where: name,
      figure,
      advice:
        "Look for the label among the features, features of the label's own time, and rows made before the split.",
    },
  ];
}
