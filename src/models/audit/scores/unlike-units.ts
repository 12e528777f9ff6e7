import type { Finding } from "../finding";
import { andList, plainNumber } from "../wording";
import { requireTerms, type SummedScore, spreadOf } from "./score-terms";

/** Name of the check {@link auditUnits}. */
export const UNLIKE_UNITS = "raw sum of unlike units";

/** Terms of unlike units that move the score by amounts as like as this are taken for brought to one scale by weights. */
const ALIKE = 5;

/**
 * Looks for terms in different units added as they are: the term with the largest numbers then rules, whatever the
 * weights say. Terms that count (a weight other than 0) and vary are compared; silent where one standard deviation of each
 * moves the score by amounts within five times of each other, as after weights of one over the spread. O(terms ×
 * customers).
 *
 * @throws RangeError as {@link requireTerms}
 * @example auditUnits({ name: "0.2 R + 0.4 F + 0.4 M", terms })[0].figure // "one sd moves the score: items 82, …"
 */
export function auditUnits(score: SummedScore): Finding[] {
  requireTerms(score);
  const moves = score.terms
    .map((term) => ({ name: term.name, unit: term.unit, by: spreadOf(term) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by);
  const units = [...new Set(moves.map(({ unit }) => unit))];
  if (units.length < 2 || moves[0]!.by <= ALIKE * moves.at(-1)!.by) return [];
  return [
    {
      check: UNLIKE_UNITS,
      severity: "error",
      what: `The score adds ${andList(units)} as they are, so the weights do not say what counts how much.`,
      where: score.name,
      figure: `one standard deviation moves the score: ${moves.map(({ name, by }) => `${name} ${plainNumber(by)}`).join(", ")}`,
      advice: "Bring the terms to one scale before weighting: standardise them, or take quantile scores.",
    },
  ];
}
