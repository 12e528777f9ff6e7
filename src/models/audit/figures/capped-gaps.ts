import type { Finding } from "../finding";
import { counted, plainNumber, shareText } from "../wording";

/** Name of the check {@link auditCap}. */
export const CAPPED_GAPS = "gaps that end at a cap";

/** The highest value must hold this share of all, this many times what a neighbour holds, and this many rows. */
const LIMITS = { share: 0.05, times: 3, rows: 10, neighbours: 5 };

/**
 * Looks for values piled up at their maximum: a twentieth of all or more, and three times as many as any of the five values
 * below it hold. Then "30" means "30 or more", and means, sums and recency are lower bounds. Silent where there are fewer
 * than five lower values, as in ratings. O(n log n).
 *
 * @param of.unit what a value is counted in, such as "days"
 * @throws RangeError when a value is NaN
 * @example auditCap({ where: "days since the order before", unit: "days", gaps })[0].figure // "30 days: 1,234 values (11.4 %) …"
 */
export function auditCap(of: {
  readonly where: string;
  readonly unit: string;
  readonly gaps: ArrayLike<number>;
}): Finding[] {
  const { where, unit, gaps } = of;
  const counts = new Map<number, number>();
  for (let i = 0; i < gaps.length; i++) {
    if (Number.isNaN(gaps[i]))
      throw new RangeError(`${where}: value ${i} is NaN; leave such rows out first.`);
    counts.set(gaps[i]!, (counts.get(gaps[i]!) ?? 0) + 1);
  }
  const [top, ...below] = [...counts].sort(([a], [b]) => b - a).slice(0, LIMITS.neighbours + 1);
  if (top === undefined || below.length < LIMITS.neighbours) return [];
  const [cap, rows] = top;
  const neighbour = Math.max(...below.map(([, number]) => number));
  if (rows < LIMITS.rows || rows < LIMITS.share * gaps.length || rows < LIMITS.times * neighbour) return [];
  return [
    {
      check: CAPPED_GAPS,
      severity: "warning",
      what: `Values pile up at the highest: ${plainNumber(cap)} stands for ${plainNumber(cap)} ${unit} or more.`,
      where,
      figure: `${plainNumber(cap)} ${unit}: ${counted(rows, "value")} (${shareText(rows / gaps.length)}); the next below at most ${counted(neighbour, "value")}`,
      advice: "Treat it as censored: shares and quantiles below it hold, means and sums are lower bounds.",
    },
  ];
}
