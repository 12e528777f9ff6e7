import type { Interval } from "../stats/interval";
import { itemRows, rowsWith } from "./count-rows";
import { customerIntervals } from "./customer-intervals";
import type { FoundRule } from "./rules";
import type { Transactions } from "./transactions";

/** Items to offer together. */
export interface Bundle {
  /** Labels, by item number. Text from data: escape it. */
  readonly items: readonly string[];
  /** Baskets that hold all of them, and their share of all baskets. */
  readonly baskets: number;
  readonly support: number;
  /** Customers who have such a basket. */
  readonly customers: number;
  /**
   * How many times more often the item that goes least with the others is there with them than overall; interval of 95 %
   * over customers. Of two items this is their lift.
   */
  readonly lift: Interval;
  /** The item that goes least with the others. */
  readonly weakest: string;
  /** What those baskets are worth in all, in the unit of `worth`, and as a share of all baskets. */
  readonly revenue: number;
  readonly revenueShare: number;
}

/** What {@link bundles} needs beside rules. */
export interface BundleOptions {
  /** Who each basket is of. */
  readonly customer: ArrayLike<number> | ArrayLike<string | null>;
  /** What each basket is worth. */
  readonly worth: ArrayLike<number>;
}

/**
 * Bundles for a shop: sets of items of which each goes with all the others, that is, whose rules "all but one → that one"
 * all are among the rules given; of those only the largest, since a smaller one comes with it. The most revenue first.
 * O(rules × items + bundles × (rows with an item + customers)).
 *
 * @param found rules with one item on the right that passed a test: all of them (`top: Infinity`), none redundant left out
 * @throws RangeError when customers or worths do not fit the baskets
 * @see Webb (2010), "Self-sufficient itemsets", on sets each part of which is needed
 * @example bundles(transactions, rules(sets, { minConfidence: 0, significance, top: Infinity }).rules, { customer, worth })
 */
export function bundles(
  transactions: Transactions,
  found: readonly Pick<FoundRule, "left" | "right" | "lift">[],
  { customer, worth }: BundleOptions,
): Bundle[] {
  const { rows, names } = transactions;
  if (customer.length !== rows || worth.length !== rows)
    throw new RangeError(
      `${customer.length} customers and ${worth.length} worths for ${rows} baskets: give one for each.`,
    );
  const held = itemRows(transactions);
  let all = 0;
  for (let row = 0; row < rows; row++) all += worth[row] as number;
  const sets = largest(wholeSets(found));
  const weakest = sets.map((rules) => rules.reduce((least, rule) => (rule.lift < least.lift ? rule : least)));
  const intervals = customerIntervals(transactions, weakest, customer);
  return weakest
    .map(({ left, right }, i): Bundle => {
      const items = Uint32Array.of(...left, ...right).sort();
      const own = rowsWith(held, items);
      const revenue = own.reduce((sum, row) => sum + (worth[row] as number), 0);
      const over = intervals[i] as (typeof intervals)[number];
      return {
        items: Array.from(items, (item) => names[item] as string),
        baskets: own.length,
        support: own.length / rows,
        customers: over.customers,
        lift: over.lift,
        weakest: names[right[0] as number] as string,
        revenue,
        revenueShare: revenue / all,
      };
    })
    .sort(
      (one, other) => other.revenue - one.revenue || (one.items.join("\0") < other.items.join("\0") ? -1 : 1),
    );
}

type Sides = Pick<FoundRule, "left" | "right" | "lift">;

/** The sets all of whose rules with one item on the right were found, each as those rules. */
function wholeSets(found: readonly Sides[]): Sides[][] {
  const bySet = new Map<string, Sides[]>();
  for (const rule of found) {
    if (rule.right.length !== 1) continue;
    const key = Uint32Array.of(...rule.left, ...rule.right)
      .sort()
      .join(" ");
    const rules = bySet.get(key) ?? [];
    rules.push(rule);
    bySet.set(key, rules);
  }
  return [...bySet.values()].filter((rules) => rules.length === (rules[0] as Sides).left.length + 1);
}

/** Those that no other holds. */
function largest(sets: readonly Sides[][]): Sides[][] {
  const items = sets.map(([rule]) => new Set([...(rule as Sides).left, ...(rule as Sides).right]));
  return sets.filter((_, i) => {
    const own = items[i] as Set<number>;
    return !items.some((other) => other.size > own.size && [...own].every((item) => other.has(item)));
  });
}
