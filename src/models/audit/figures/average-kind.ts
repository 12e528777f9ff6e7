import { median } from "../../../stats/quantile";
import type { Finding } from "../finding";
import { isPrintedAs, readPrinted } from "../reports/printed-number";
import { plainNumber } from "../wording";

/** Name of the check {@link auditAverage}. */
export const AVERAGE_KIND = "average of another kind";

/**
 * Compares a printed average with the mean at the digits printed; where it differs, says whether it is the median or the
 * most frequent value. A warning. O(n log n).
 *
 * @throws RangeError when there are no values or the print is no number
 * @example auditAverage({ where: "products an order", printed: "8", values: [1, 8, 8, 30] })[0].what // "… is the median …"
 */
export function auditAverage(of: {
  readonly where: string;
  readonly printed: string;
  readonly values: ArrayLike<number>;
}): Finding[] {
  const values = Array.from(of.values);
  const printed = readPrinted(of.printed, of.where);
  const middle = median(values);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  if (isPrintedAs(mean, printed)) return [];
  const mode = mostFrequent(values);
  const kinds = [
    ...(isPrintedAs(middle, printed) ? ["the median"] : []),
    ...(isPrintedAs(mode, printed) ? ["the most frequent value"] : []),
  ];
  return [
    {
      check: AVERAGE_KIND,
      severity: "warning",
      what:
        kinds.length > 0
          ? `The average is ${kinds.join(" and ")}, not the mean.`
          : "The average is not the mean.",
      where: of.where,
      figure: `${of.printed} printed; mean ${plainNumber(mean)}, median ${plainNumber(middle)}, most frequent ${plainNumber(mode)}`,
      advice: "Name the kind of average; of lopsided values show the median and the quartiles.",
    },
  ];
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0];
}
