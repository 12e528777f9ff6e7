import { adjustPValues, type Correction } from "../../stats/adjust-p-values";
import { fisherStrata, type Stratum } from "../../stats/fisher-strata";
import { type ItemRows, itemRows } from "../count-rows";
import type { PairCounts } from "../measures";
import { lift } from "../measures";
import { describeRule, type Rule, tieOrder } from "../rule";
import { type MeasureName, strengthBy } from "../rule-measures";
import type { Transactions } from "../transactions";
import { nextCounts } from "./next-counts";
import { type Steps, stepsOf } from "./steps";

/** Which rules {@link nextOrderRules} gives. */
export interface NextOrderOptions {
  /** Who each basket is of. */
  readonly customer: ArrayLike<number> | ArrayLike<string | null>;
  /** When each basket was, such as its number among the customer's or its time: only the order counts. */
  readonly time: ArrayLike<number>;
  /**
   * `new` (the default): what customers take up. A rule A → B then looks only at orders without B, and asks how often the
   * next one has B. `any`: all orders, so that what a customer always buys comes up again and again.
   */
  readonly next?: "new" | "any";
  /** Least number of steps from an order with A to one with B. */
  readonly minCount: number;
  readonly minConfidence?: number;
  readonly minLift?: number;
  /** Correction of the p values and the largest that passes (0.05 by default); none by default, where all pass. */
  readonly significance?: { readonly correction: Correction; readonly level?: number };
  /** The measure by which rules stand; `lift` by default. */
  readonly rankBy?: MeasureName;
  /** Most rules to give; 1,000 by default. */
  readonly top?: number;
}

/** A rule over time: after an order with the antecedent, the customer's next order has the consequent. */
export interface NextOrderRule extends Rule {
  /**
   * Fisher's exact test within customers: whether the same customer buys B more after A than otherwise. That those who
   * buy A also buy B is no evidence here. Null if not asked for.
   */
  readonly p: number | null;
  readonly adjustedP: number | null;
}

/** Rules over time, strongest first, and how many were left out. */
export interface NextOrderRules {
  readonly rules: readonly NextOrderRule[];
  /** Pairs of successive orders of one customer. */
  readonly steps: number;
  /** Rules that reach the thresholds. */
  readonly found: number;
  readonly leftOut: { readonly notSignificant: number; readonly beyondTop: number };
  /** Rules that could have been found, for which p values were corrected. */
  readonly searched: number;
}

/**
 * What is bought in the next order of the same customer: rules A → B between single items of successive orders, A ≠ B.
 * Measures are over steps (pairs of successive orders); their intervals take steps to be independent. The test within
 * customers takes each customer's steps to be exchangeable: products that come and go (seasons, new lines) follow one
 * another without any cause in the first, so keep to a period in which the range was stable.
 * O(Σ items × items of the next order + items²); with significance O(customers) more a rule.
 *
 * @throws RangeError when customers or times do not fit the baskets, a time is not finite, two baskets of a customer are
 * of one time, an option is out of range, or more than 6,000 items reach the least count
 * @see Agrawal & Srikant (1995), "Mining sequential patterns"; Birch (1964), for the test within customers
 * @example nextOrderRules(transactions, { customer, time, minCount: 30, significance: { correction: "holm" } }).rules
 */
export function nextOrderRules(transactions: Transactions, options: NextOrderOptions): NextOrderRules {
  const { next = "new", minCount, minConfidence = 0, minLift = 0, rankBy = "lift", top = 1000 } = options;
  if (!Number.isInteger(minCount) || minCount < 1)
    throw new RangeError(`Least count ${minCount}: take a whole number from 1.`);
  if (!(minConfidence >= 0 && minConfidence <= 1) || !(minLift >= 0) || !(top >= 0))
    throw new RangeError(
      `Confidence ${minConfidence}, lift ${minLift}, ${top} rules: take 0 or more, confidence to 1.`,
    );
  const level = options.significance?.level ?? 0.05;
  if (!(level > 0 && level <= 1)) throw new RangeError(`Level ${level}: take one above 0 and up to 1.`);
  const strength = strengthBy(rankBy);
  const steps = stepsOf(transactions, options.customer, options.time);
  const { searched, pairs } = nextCounts(steps, minCount, next);
  const reached = pairs.filter(
    ({ counts }) => counts.both / counts.a >= minConfidence && lift(counts) >= minLift,
  );
  const test = options.significance === undefined ? undefined : customerTest(steps, next);
  const p = test === undefined ? undefined : reached.map((pair) => test(pair));
  const adjusted =
    p === undefined ? undefined : adjustPValues(p, options.significance?.correction ?? "none", searched);
  const passed = reached
    .map((pair, i) => ({
      left: Uint32Array.of(pair.from),
      right: Uint32Array.of(pair.to),
      counts: pair.counts,
      p: p?.[i] ?? null,
      adjustedP: adjusted?.[i] ?? null,
      strength: strength(pair.counts),
    }))
    .filter(({ adjustedP }) => adjustedP === null || adjustedP <= level)
    .sort((one, other) => descending(one.strength, other.strength) || tieOrder(one, other));
  return {
    rules: passed.slice(0, top).map((rule) => ({
      ...describeRule(transactions.names, rule),
      p: rule.p,
      adjustedP: rule.adjustedP,
    })),
    steps: steps.first.rows,
    found: reached.length,
    leftOut: {
      notSignificant: reached.length - passed.length,
      beyondTop: Math.max(0, passed.length - top),
    },
    searched,
  };
}

const descending = (one: number, other: number) => (one === other ? 0 : one > other ? -1 : 1);

/** Fisher's exact test within customers of one rule: the strata are the customers who have steps with A. */
function customerTest(steps: Steps, next: "new" | "any") {
  const [before, after] = [itemRows(steps.first), itemRows(steps.next)];
  const customers = steps.customerOf.reduce((most, customer) => Math.max(most, customer + 1), 0);
  const ofCustomer = new Float64Array(customers);
  for (const customer of steps.customerOf) ofCustomer[customer] = (ofCustomer[customer] as number) + 1;
  const listed = ({ starts, rows }: ItemRows, item: number) => rows.subarray(starts[item], starts[item + 1]);
  // One mark a step: which of the two sides it has, and whether it counts at all.
  const marks = new Uint8Array(steps.first.rows);
  return ({ from, to }: { readonly from: number; readonly to: number; readonly counts: PairCounts }) => {
    const tables = new Map<number, { n: number; a: number; b: number; both: number }>();
    const left = next === "new" ? listed(before, to) : new Uint32Array(0);
    for (const step of left) marks[step] = 4;
    const having = listed(before, from);
    for (const step of having) marks[step] = (marks[step] as number) | 1;
    for (const step of having) {
      const customer = steps.customerOf[step] as number;
      let table = tables.get(customer);
      if (table === undefined) {
        table = { n: ofCustomer[customer] as number, a: 0, b: 0, both: 0 };
        tables.set(customer, table);
      }
      if (marks[step] === 1) table.a++;
    }
    for (const step of left) {
      const table = tables.get(steps.customerOf[step] as number);
      if (table !== undefined) table.n--;
    }
    for (const step of listed(after, to)) {
      const table = tables.get(steps.customerOf[step] as number);
      if (table === undefined || (marks[step] as number) >= 4) continue;
      table.b++;
      if (marks[step] === 1) table.both++;
    }
    for (const step of left) marks[step] = 0;
    for (const step of having) marks[step] = 0;
    const strata: Stratum[] = [...tables.values()];
    return fisherStrata(strata);
  };
}
