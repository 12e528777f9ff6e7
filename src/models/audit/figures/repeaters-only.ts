import type { Finding } from "../finding";
import { shareText, whole } from "../wording";

/** Name of the check {@link auditRepeaters}. */
export const REPEATERS_ONLY = "gaps of repeaters only";

/** How many customers of a group have a gap at all. */
export interface GapGroup {
  readonly name: string;
  readonly customers: number;
  /** Customers with two purchases or more. */
  readonly withGap: number;
}

/** From these shares of customers without a gap on, a mean gap speaks for too few. */
const [MOST, SOME] = [0.5, 0.2];

/**
 * Looks for groups whose mean gap leaves out a fifth or more of their customers, those who have not come back: a warning;
 * half or more: an error. O(groups).
 *
 * @throws RangeError when a group has more customers with a gap than customers
 * @example auditRepeaters([{ name: "Bronze", customers: 245, withGap: 39 }])[0].figure // "206 of 245 customers (84.1 %) have none"
 */
export function auditRepeaters(groups: readonly GapGroup[]): Finding[] {
  return groups.flatMap(({ name, customers, withGap }): Finding[] => {
    if (!(withGap >= 0 && withGap <= customers)) {
      throw new RangeError(
        `${name}: ${withGap} of ${customers} customers have a gap; count customers, not gaps.`,
      );
    }
    const without = customers - withGap;
    const share = customers === 0 ? 0 : without / customers;
    if (share < SOME) return [];
    return [
      {
        check: REPEATERS_ONLY,
        severity: share >= MOST ? "error" : "warning",
        what: "The mean gap leaves out the customers who have not come back, so it is too short.",
        where: name,
        figure: `${whole(without)} of ${whole(customers)} customers (${shareText(share)}) have none`,
        advice: "Estimate by Kaplan–Meier, with those who have not come back as censored.",
      },
    ];
  });
}
