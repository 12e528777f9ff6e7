import { chiSquareP, fisherP } from "./evidence/significance";
import {
  allConfidence,
  chiSquareStatistic,
  confidence,
  conviction,
  cosine,
  imbalanceRatio,
  jaccard,
  kulczynski,
  leverage,
  lift,
  oddsRatio,
  type PairCounts,
  phi,
  support,
} from "./measures";

/** The measures of a rule by name; each defined where it stands in `measures.ts` and `significance.ts`. */
export const ruleMeasures = {
  support,
  confidence,
  lift,
  leverage,
  conviction,
  cosine,
  jaccard,
  kulczynski,
  imbalanceRatio,
  allConfidence,
  phi,
  oddsRatio,
  chiSquare: chiSquareStatistic,
  chiSquareP,
  fisherGreaterP: (counts: PairCounts) => fisherP(counts, "greater"),
  fisherTwoSidedP: (counts: PairCounts) => fisherP(counts, "two-sided"),
} as const satisfies Readonly<Record<string, (counts: PairCounts) => number>>;

/** The name of a measure. */
export type MeasureName = keyof typeof ruleMeasures;

const SMALLER_IS_STRONGER: ReadonlySet<MeasureName> = new Set([
  "imbalanceRatio",
  "chiSquareP",
  "fisherGreaterP",
  "fisherTwoSidedP",
]);

/**
 * All measures of a rule, by name. O(√n) at most.
 *
 * @throws RangeError when the counts are no table of whole numbers
 * @example measuresOf({ n: 100, a: 30, b: 30, both: 20 }).lift // 2.22
 */
export function measuresOf(counts: PairCounts): Record<MeasureName, number> {
  const names = Object.keys(ruleMeasures) as MeasureName[];
  return Object.fromEntries(names.map((name) => [name, ruleMeasures[name](counts)])) as Record<
    MeasureName,
    number
  >;
}

/**
 * A rule's place by one measure: the larger, the stronger the rule. Measures of which less is more (p values, imbalance) are
 * turned around; what is not defined (NaN) stands last.
 *
 * @throws RangeError when there is no such measure
 * @example strengthBy("lift")({ n: 100, a: 30, b: 30, both: 20 }) // 2.22
 */
export function strengthBy(name: MeasureName): (counts: PairCounts) => number {
  if (!Object.hasOwn(ruleMeasures, name)) {
    throw new RangeError(
      `There is no measure "${name}"; there are: ${Object.keys(ruleMeasures).join(", ")}.`,
    );
  }
  const measure = ruleMeasures[name];
  const sign = SMALLER_IS_STRONGER.has(name) ? -1 : 1;
  return (counts) => {
    const value = measure(counts);
    return Number.isNaN(value) ? -Infinity : sign * value;
  };
}
