import { type Interval, Z95 } from "../../stats/interval";
import { itemRows, rowsWith } from "../count-rows";
import { numberValues } from "../numbering";
import type { Rule } from "../rule";
import type { Strata } from "./strata";

/** How often both sides of a rule are found against what independence within strata gives. */
export interface LiftWithin {
  /** Baskets with both, in strata that can tell: in the others the margins leave no choice. */
  readonly both: number;
  /** Baskets with both that independence within these strata gives. */
  readonly expected: number;
  /** `both` over `expected`, with an interval of 95 % over customers; NaN where no stratum can tell. */
  readonly lift: Interval;
}

/**
 * Lifts of rules within strata: what is left of a lift when baskets are only compared with those of one size, or of one
 * customer. With a single stratum it is the lift. Intervals are by linearisation over customers; where no basket has
 * both, the lift is 0 and its ends NaN. O(rules × (rows with A or B + strata + customers)).
 *
 * @param found such as `rules(…).rules`, by the item numbers of the strata's transactions
 * @param customer who each basket is of; by default each is of its own
 * @returns as many, in the same order
 * @throws RangeError when strata or customers do not fit the baskets, or a stratum is no whole number from 0
 * @see Mantel & Haenszel (1959), for counts expected within strata; Cochran (1977), section 6.4, for ratios over clusters
 * @example liftWithin(sizeStrata(transactions), found.rules, customer)[0]?.lift // { estimate: 1.1, low: 0.9, high: 1.3 }
 */
export function liftWithin(
  { transactions, of }: Strata,
  found: readonly Pick<Rule, "left" | "right">[],
  customer?: ArrayLike<number> | ArrayLike<string | null>,
): LiftWithin[] {
  const { rows } = transactions;
  if (of.length !== rows || (customer !== undefined && customer.length !== rows))
    throw new RangeError(
      `${of.length} strata and ${customer?.length ?? rows} customers for ${rows} baskets: give one for each.`,
    );
  for (let row = 0; row < rows; row++) {
    if (!Number.isInteger(of[row]) || (of[row] as number) < 0)
      throw new RangeError(`Row ${row} is in stratum ${of[row]}: take whole numbers from 0.`);
  }
  const every = Uint32Array.from({ length: rows }, (_, row) => row);
  const { ids, values } =
    customer === undefined ? { ids: every, values: every } : numberValues("customer", customer);
  const held = itemRows(transactions);
  const strata = every.reduce((most, row) => Math.max(most, (of[row] as number) + 1), 0);
  const countBy = (list: Uint32Array) => {
    const counts = new Float64Array(strata);
    for (const row of list) counts[of[row] as number] = (counts[of[row] as number] as number) + 1;
    return counts;
  };
  const n = countBy(every);
  const units = values.length;
  return found.map(({ left, right }) => {
    const lists = {
      a: rowsWith(held, left),
      b: rowsWith(held, right),
      both: rowsWith(held, [...left, ...right]),
    };
    const [a, b] = [countBy(lists.a), countBy(lists.b)];
    const [fromA, fromB, fromRows] = [0, 1, 2].map(() => new Float64Array(strata)) as Triple;
    let expected = 0;
    for (let s = 0; s < strata; s++) {
      const [all, withA, withB] = [n[s] as number, a[s] as number, b[s] as number];
      if (withA === 0 || withB === 0 || withA === all || withB === all) continue;
      expected += (withA * withB) / all;
      fromA[s] = withB / all;
      fromB[s] = withA / all;
      fromRows[s] = (-withA * withB) / (all * all);
    }
    const told = lists.both.filter((row) => fromA[of[row] as number] !== 0);
    const both = told.length;
    // What each customer pulls the logarithm of the lift by.
    const pulls = new Float64Array(units);
    const add = (list: Uint32Array, by: (stratum: number) => number) => {
      for (const row of list)
        pulls[ids[row] as number] = (pulls[ids[row] as number] as number) + by(of[row] as number);
    };
    add(told, () => 1 / both);
    add(lists.a, (s) => -(fromA[s] as number) / expected);
    add(lists.b, (s) => -(fromB[s] as number) / expected);
    add(every, (s) => -(fromRows[s] as number) / expected);
    const squares = pulls.reduce((sum, pull) => sum + pull * pull, 0);
    const estimate = both / expected;
    const factor = both > 0 ? Math.exp(Z95 * Math.sqrt((units / (units - 1)) * squares)) : Number.NaN;
    return { both, expected, lift: { estimate, low: estimate / factor, high: estimate * factor } };
  });
}

type Triple = [Float64Array, Float64Array, Float64Array];
