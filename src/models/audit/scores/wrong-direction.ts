import type { Finding } from "../finding";
import { plainNumber } from "../wording";
import { requireTerms, type SummedScore } from "./score-terms";

/** Name of the check {@link auditDirection}. */
export const WRONG_DIRECTION = "term with the wrong sign";

/**
 * Looks for terms whose worse values raise the score, such as days since the last purchase with a weight above 0. Without
 * values it looks at the weights alone. Whether higher scores are to be better is taken for granted. O(terms × customers).
 *
 * @throws RangeError as {@link requireTerms}
 * @example auditDirection({ name: "0.2 R + 0.4 F + 0.4 M", terms })[0].where // "0.2 R + 0.4 F + 0.4 M: recency"
 */
export function auditDirection(score: SummedScore): Finding[] {
  requireTerms(score);
  return score.terms
    .filter(({ weight, better }) => (better === "fewer" ? weight > 0 : weight < 0))
    .map(({ name, unit, weight, better }) => ({
      check: WRONG_DIRECTION,
      severity: "error",
      what: `${better === "fewer" ? "More" : "Fewer"} ${unit} are worse, and yet they raise the score.`,
      where: `${score.name}: ${name}`,
      figure: `weight ${plainNumber(weight)}`,
      advice: "Turn the sign of the term, or score its ranks with the best first.",
    }));
}
