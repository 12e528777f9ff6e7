import type { Interval } from "../stats/interval";
import type { Candidate } from "./candidates";
import { confidenceInterval, liftInterval } from "./intervals";
import type { PairCounts } from "./measures";
import { type MeasureName, measuresOf } from "./rule-measures";

/** A rule: baskets with all of the antecedent tend to have all of the consequent, too. Every measure by its name. */
export interface Rule extends Readonly<Record<MeasureName, number>> {
  /** Labels of the left side. Text from data: escape it. */
  readonly antecedent: readonly string[];
  /** Labels of the right side. */
  readonly consequent: readonly string[];
  /** Item numbers of both sides, ascending. */
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** How often both sides are found: what all measures are made of. */
  readonly counts: PairCounts;
  /** 95 %, Wilson's, over baskets. */
  readonly confidenceInterval: Interval;
  /** 95 %, by the delta method on the logarithm, over baskets. */
  readonly liftInterval: Interval;
}

/**
 * A rule with all its measures. O(√n) at most.
 *
 * @param names label of each item number
 * @throws RangeError when the counts are no table, or neither side is ever there
 * @example describeRule(sets.names, candidate).lift
 */
export function describeRule(names: readonly string[], { left, right, counts }: Candidate): Rule {
  return {
    antecedent: Array.from(left, (item) => names[item] as string),
    consequent: Array.from(right, (item) => names[item] as string),
    left,
    right,
    counts,
    ...measuresOf(counts),
    confidenceInterval: confidenceInterval(counts),
    liftInterval: liftInterval(counts),
  };
}

/** Where two rules of one strength stand: more baskets first, then fewer items, then by item numbers. @example rules.sort(tieOrder) */
export function tieOrder(one: Candidate, other: Candidate): number {
  return (
    other.counts.both - one.counts.both ||
    one.left.length - other.left.length ||
    one.right.length - other.right.length ||
    byItems(one.left, other.left) ||
    byItems(one.right, other.right)
  );
}

function byItems(one: Uint32Array, other: Uint32Array): number {
  for (let i = 0; i < one.length; i++) {
    const apart = (one[i] as number) - (other[i] as number);
    if (apart !== 0) return apart;
  }
  return 0;
}
