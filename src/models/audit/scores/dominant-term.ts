import type { Finding } from "../finding";
import { shareText } from "../wording";
import { requireTerms, type SummedScore, varianceShares } from "./score-terms";

/** Name of the check {@link auditDominance}. */
export const DOMINANT_TERM = "one term is the score";

/** From these shares of the score's variance on there is something to say of a term. */
const [ALL, MOST] = [0.95, 0.8];

/**
 * Looks for a term that the score's variance comes with: more than 95 per cent is an error, as the others do not count;
 * more than 80 a note. A score of one term is silent. Large values of any term can do it, be they on one scale or not.
 * O(terms × customers).
 *
 * @throws RangeError as {@link requireTerms}
 * @example auditDominance({ name: "RFMP", terms })[0].figure // "99.94 % of the variance"
 */
export function auditDominance(score: SummedScore): Finding[] {
  requireTerms(score);
  const shares = score.terms.length > 1 ? varianceShares(score) : undefined;
  return (shares ?? []).flatMap((share, i): Finding[] => {
    if (share <= MOST) return [];
    const name = score.terms[i]!.name;
    return [
      {
        check: DOMINANT_TERM,
        severity: share > ALL ? "error" : "note",
        what:
          share > ALL
            ? `The score is ${name} under another name: the other terms do not count.`
            : `Most of the score is ${name}.`,
        where: `${score.name}: ${name}`,
        figure: `${shareText(share, 2)} of the score's variance`,
        advice: "Bring the terms to one scale, and tame long tails by logarithms or ranks.",
      },
    ];
  });
}
