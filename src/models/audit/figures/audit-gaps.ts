import { type Audit, audit } from "../finding";
import { auditCap, CAPPED_GAPS } from "./capped-gaps";
import { auditNegativeGaps, NEGATIVE_GAPS } from "./negative-gaps";
import { auditRepeaters, type GapGroup, REPEATERS_ONLY } from "./repeaters-only";

/**
 * Audits the times between purchases: marks below 0 counted as gaps, values piled up at a cap, and groups whose gaps are
 * those of repeaters only. O(n log n).
 *
 * @param of.groups how many customers have a gap, by group; without them that check does not run
 * @throws RangeError when a gap is NaN, or a group has more customers with a gap than customers
 * @example auditGaps({ where: "days since the order before", unit: "days", gaps }).findings
 */
export function auditGaps(of: {
  readonly where: string;
  readonly unit: string;
  readonly gaps: ArrayLike<number>;
  readonly groups?: readonly GapGroup[];
}): Audit {
  const { groups } = of;
  return audit([
    { check: NEGATIVE_GAPS, run: () => auditNegativeGaps(of) },
    { check: CAPPED_GAPS, run: () => auditCap(of) },
    { check: REPEATERS_ONLY, run: groups && (() => auditRepeaters(groups)) },
  ]);
}
