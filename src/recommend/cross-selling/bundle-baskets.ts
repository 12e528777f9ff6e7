import { type KeyedTransactions, transactionsOfLines } from "../../baskets/transactions";
import { quantiles } from "../../stats/quantile";
import { createRandom } from "../../stats/random";

/** Order lines, a column each. */
export interface OwnedLines {
  readonly customers: readonly string[];
  readonly orders: readonly string[];
  readonly items: readonly string[];
}

/** Baskets and whose they are. */
export interface OwnedBaskets extends KeyedTransactions {
  /** The customer of each basket. */
  readonly customer: readonly string[];
}

/**
 * Baskets of order lines, each with its customer. O(lines).
 *
 * @throws RangeError when columns differ in length, or an order belongs to two customers (names it)
 * @example const baskets = ownedBaskets(lines); await bundlePairs(baskets, { minSupport: 0.01, customer: baskets.customer })
 */
export function ownedBaskets({ customers, orders, items }: OwnedLines): OwnedBaskets {
  if (customers.length !== orders.length)
    throw new RangeError(
      `${customers.length} customers and ${orders.length} orders: give columns of one length.`,
    );
  const transactions = transactionsOfLines(orders, items);
  const owner = new Map<string, string>();
  orders.forEach((order, i) => {
    const customer = customers[i]!;
    const known = owner.get(order);
    if (known !== undefined && known !== customer) {
      throw new RangeError(
        `Order ${order} is of ${known} and of ${customer}: tell orders apart by customer, too.`,
      );
    }
    owner.set(order, customer);
  });
  return { ...transactions, customer: transactions.baskets.map((order) => owner.get(String(order))!) };
}

/** Customers with many lines, by a quantile over lines. */
export interface HeavyBuyers {
  /** The number of lines above which a customer counts as heavy. */
  readonly threshold: number;
  readonly customers: ReadonlySet<string>;
}

/**
 * Heavy buyers as study 004 picks them: customers with more lines than the quantile of "lines of the line's customer"
 * over all lines. A customer with many lines counts many times, so that the upper quarter of lines is of far fewer than
 * a quarter of the customers. O(lines log lines).
 *
 * @param customers the customer of each line
 * @param level of the quantile, 0 to 1
 * @throws RangeError when there are no lines or the level is out of range
 * @example heavyBuyers(lines.customers, 0.75).threshold
 */
export function heavyBuyers(customers: readonly string[], level: number): HeavyBuyers {
  const lines = new Map<string, number>();
  for (const customer of customers) lines.set(customer, (lines.get(customer) ?? 0) + 1);
  const threshold = quantiles(
    customers.map((customer) => lines.get(customer)!),
    [level],
  )[0]!;
  const heavy = [...lines].filter(([, n]) => n > threshold).map(([customer]) => customer);
  return { threshold, customers: new Set(heavy) };
}

/**
 * The lines of some customers, in their order. O(lines).
 *
 * @example ownedBaskets(linesOf(lines, (customer) => grade.get(customer) === "Gold"))
 */
export function linesOfCustomers(lines: OwnedLines, wanted: (customer: string) => boolean): OwnedLines {
  const places = lines.customers.flatMap((customer, i) => (wanted(customer) ? [i] : []));
  const take = (column: readonly string[]) => places.map((i) => column[i]!);
  return { customers: take(lines.customers), orders: take(lines.orders), items: take(lines.items) };
}

/**
 * The same lines with their items dealt out anew: orders keep their customers and numbers of lines, items their numbers
 * of lines, and nothing goes with anything. An item that an order gets twice counts once in its basket. O(lines).
 *
 * @param seed whole number; the same seed deals in the same way
 * @throws RangeError when the seed is no whole number
 * @example ownedBaskets(shuffledItems(lines, 1)) // what a search finds here it finds by chance
 */
export function shuffledItems(lines: OwnedLines, seed: number): OwnedLines {
  const random = createRandom(seed);
  const items = [...lines.items];
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return { ...lines, items };
}
