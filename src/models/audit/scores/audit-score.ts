import { type Audit, audit } from "../finding";
import { auditConcatenation, CONCATENATION } from "./concatenation";
import { auditDominance, DOMINANT_TERM } from "./dominant-term";
import type { SummedScore } from "./score-terms";
import { auditUnits, UNLIKE_UNITS } from "./unlike-units";
import { auditDirection, WRONG_DIRECTION } from "./wrong-direction";

/**
 * Audits a score that adds terms up: unlike units, terms with the wrong sign, one term that is the score, digits written
 * side by side. O(terms × customers × log customers).
 *
 * @throws RangeError when terms differ in length, or a value or weight is not finite (names the term)
 * @example
 * auditScore({ name: "R + M", terms: [
 *   { name: "recency", unit: "days", weight: 1, better: "fewer", values: [3, 40] },
 *   { name: "spend", unit: "£", weight: 1, better: "more", values: [900, 20] },
 * ] }).findings.length // 3: unlike units, recency's sign, spend is the score
 */
export function auditScore(score: SummedScore): Audit {
  return audit([
    { check: UNLIKE_UNITS, run: () => auditUnits(score) },
    { check: WRONG_DIRECTION, run: () => auditDirection(score) },
    { check: DOMINANT_TERM, run: () => auditDominance(score) },
    { check: CONCATENATION, run: () => auditConcatenation(score) },
  ]);
}
