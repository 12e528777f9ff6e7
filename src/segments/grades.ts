import { quantileBins } from "../stats/rank";

/** A grade that a range of scores gets. */
export interface Grade {
  readonly name: string;
  /** What it is called where the study comes from. */
  readonly korean?: string;
  /** Lowest score; in the grade or not as `closed` of {@link gradeByCuts} says. */
  readonly from: number;
  /** Highest score. */
  readonly to: number;
}

/** The six grades of study 004, best first. */
export const valueGradeNames = ["VIP", "Diamond", "Platinum", "Gold", "Silver", "Bronze"] as const;

/**
 * Grades of equally many customers by a score of which more is better, as `pandas.qcut`: always a sixth are VIPs, in a
 * good year and a bad one. O(n log n).
 *
 * @param grades how many, 2 to 255
 * @returns for each score its grade, 0 for the best
 * @throws RangeError when a score is not finite or equal scores leave a grade empty
 * @example equalGrades(score, 6) // as an index in valueGradeNames
 */
export function equalGrades(score: ArrayLike<number>, grades: number): Uint8Array {
  return quantileBins(score, grades).bin.map((bin) => grades - bin);
}

/**
 * Grades by cut points in the score's own unit. O(n × grades).
 *
 * @param grades in any order; together they cover one range without gap or overlap
 * @param options.closed which end belongs to a grade: `right` is (from, to], with the lowest `from` included
 * (`pandas.cut(…, include_lowest=True)`), `left` is [from, to), with the highest `to` included
 * @returns for each score the index of its grade in `grades`
 * @throws RangeError naming the gap or overlap of two grades, or the first score that no grade covers
 * @example gradeByCuts([3, 120], instacartGrades, { closed: "right" }) // [5, 0]
 */
export function gradeByCuts(
  score: ArrayLike<number>,
  grades: readonly Grade[],
  { closed }: { readonly closed: "left" | "right" },
): Uint8Array {
  const ascending = checked(grades);
  const lowest = (ascending[0] as Grade).from;
  const highest = (ascending.at(-1) as Grade).to;
  return Uint8Array.from(score, (value, i) => {
    if (!(value >= lowest && value <= highest)) {
      throw new RangeError(`score ${value} at index ${i} lies outside the grades, ${lowest} to ${highest}`);
    }
    const found =
      closed === "right"
        ? ascending.find(({ to }) => value <= to)
        : ascending.findLast(({ from }) => value >= from);
    return grades.indexOf(found as Grade);
  });
}

/** The grades from the lowest up, if each begins where the one below ends. */
function checked(grades: readonly Grade[]): readonly Grade[] {
  if (grades.length === 0 || grades.length > 255)
    throw new RangeError(`${grades.length} grades: take 1 to 255`);
  for (const { name, from, to } of grades) {
    if (!(from < to))
      throw new RangeError(`grade "${name}" runs from ${from} to ${to}: nothing lies between`);
  }
  const ascending = [...grades].sort((a, b) => a.from - b.from);
  ascending.forEach((grade, i) => {
    const below = ascending[i - 1];
    if (below === undefined || grade.from === below.to) return;
    throw new RangeError(
      grade.from > below.to
        ? `no grade covers scores between ${below.to} ("${below.name}") and ${grade.from} ("${grade.name}")`
        : `"${below.name}" and "${grade.name}" both claim scores from ${grade.from} to ${Math.min(below.to, grade.to)}`,
    );
  });
  return ascending;
}
