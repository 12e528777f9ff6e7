import { fisherStrata } from "../../stats/fisher-strata";
import { type Candidate, countOf, union, without } from "../candidates";
import { itemRows, rowsWith } from "../count-rows";
import type { Itemsets } from "../itemsets";
import { fisherP } from "./significance";
import type { Strata } from "./strata";
import { type StrataCounts, sharedStrata, strataCounts } from "./strata-counts";

/** Gives the p value of a rule. */
export type RuleTest = (rule: Candidate) => number;

/**
 * Tests that each item x on the left of a rule adds something: among the baskets with the others on the left, x and the
 * right side are independent, by Fisher's exact test (more of both than chance gives). The p value is the largest of
 * them. For one item on the left this is the test that A and B are independent; with more, a rule does not pass only
 * because a part of it does.
 *
 * @param strata where given, each test is within these strata of baskets
 * @returns the test; it throws a RangeError when a part of the rule is not among the sets
 * @throws RangeError when the strata are of other transactions than the itemsets, or not whole numbers from 0
 * @see Webb (2007), "Discovering significant patterns" (productive rules)
 * @example improvementTest(sets)(candidate)
 */
export function improvementTest(sets: Itemsets, strata?: Strata): RuleTest {
  const one = strata === undefined ? wholeTest(sets) : withinTest(sets, strata);
  return ({ left, right }) => {
    let largest = 0;
    for (let i = 0; i < left.length; i++) {
      const others = without(left, left.subarray(i, i + 1));
      largest = Math.max(largest, one(others, left, union(others, right), union(left, right)));
    }
    return largest;
  };
}

/** The p value that x and the right side are independent, given the sets: others, with x, with the right side, with both. */
type OneTest = (others: Uint32Array, withX: Uint32Array, withRight: Uint32Array, all: Uint32Array) => number;

function wholeTest(sets: Itemsets): OneTest {
  return (others, withX, withRight, all) =>
    fisherP({
      n: countOf(sets, others),
      a: countOf(sets, withX),
      b: countOf(sets, withRight),
      both: countOf(sets, all),
    });
}

function withinTest(sets: Itemsets, { transactions, of }: Strata): OneTest {
  const { rows, names } = transactions;
  if (names.length !== sets.names.length || names.some((name, item) => name !== sets.names[item])) {
    throw new RangeError(
      "The strata's transactions have other items than the itemsets: give those that were mined.",
    );
  }
  if (rows !== sets.rows || of.length !== rows) {
    throw new RangeError(
      `Strata of ${of.length} of ${rows} baskets, itemsets of ${sets.rows}: take the same.`,
    );
  }
  for (let row = 0; row < rows; row++) {
    const stratum = of[row] as number;
    if (!Number.isInteger(stratum) || stratum < 0)
      throw new RangeError(`Row ${row} is in stratum ${stratum}: take whole numbers from 0.`);
  }
  const held = itemRows(transactions);
  const known = new Map<string, StrataCounts>();
  const every = Uint32Array.from({ length: rows }, (_, row) => row);
  const countsOf = (items: Uint32Array): StrataCounts => {
    const key = items.join(" ");
    let counts = known.get(key);
    if (counts === undefined) {
      counts = strataCounts(items.length === 0 ? every : rowsWith(held, items), of);
      known.set(key, counts);
    }
    return counts;
  };
  const tested = new Map<string, number>();
  return (others, withX, withRight, all) => {
    // x for the right side is the right side for x: one test for both directions of a pair.
    const key = `${others.join(" ")}|${[withX.join(" "), withRight.join(" ")].sort().join("|")}`;
    let p = tested.get(key);
    if (p === undefined) {
      const [n, both] = [countsOf(others), countsOf(all)];
      p = fisherStrata(sharedStrata(countsOf(withX), countsOf(withRight), n, both));
      tested.set(key, p);
    }
    return p;
  };
}
