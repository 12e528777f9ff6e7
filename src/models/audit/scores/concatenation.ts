import type { Finding } from "../finding";
import { plainNumber } from "../wording";
import { requireTerms, type SummedScore } from "./score-terms";

/** Name of the check {@link auditConcatenation}. */
export const CONCATENATION = "digits written side by side";

/**
 * Looks for a term whose smallest step outweighs all the other terms together, as in 100 R + 10 F + M: customers are
 * sorted by that term alone, and the others only break its ties. A term with less than three different values splits
 * customers rather than scores them, and is left alone. O(terms × customers × log customers).
 *
 * @throws RangeError as {@link requireTerms}
 * @example auditConcatenation({ name: "100 R + 10 F + M", terms })[0].figure // "one step is 100, all the others at most 44"
 */
export function auditConcatenation(score: SummedScore): Finding[] {
  requireTerms(score);
  const sized = score.terms.map(({ name, weight, values }) => ({
    name,
    ...stepAndRange(values, Math.abs(weight)),
  }));
  return sized.flatMap((term): Finding[] => {
    const others = sized.reduce((sum, other) => (other === term ? sum : sum + other.range), 0);
    if (term.levels < 3 || others <= 0 || term.step <= others) return [];
    return [
      {
        check: CONCATENATION,
        severity: "error",
        what: `The score sorts by ${term.name} alone; the other terms only break its ties.`,
        where: `${score.name}: ${term.name}`,
        figure: `one step of it is ${plainNumber(term.step)}, all the others together at most ${plainNumber(others)}`,
        advice:
          "Add the scores with weights of one size, or cut segments by two scores and not by their digits.",
      },
    ];
  });
}

function stepAndRange(
  values: ArrayLike<number>,
  weight: number,
): { step: number; range: number; levels: number } {
  const levels = [...new Set(Array.from(values))].sort((a, b) => a - b);
  const steps = levels.slice(1).map((level, i) => level - levels[i]!);
  const step = weight * steps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  return {
    step: steps.length === 0 ? 0 : step,
    range: weight * ((levels.at(-1) ?? 0) - (levels[0] ?? 0)),
    levels: levels.length,
  };
}
