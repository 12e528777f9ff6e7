import { numberValues } from "../numbering";
import type { Transactions } from "../transactions";
import { type Strata, sizeStrata } from "./strata";

/**
 * Parts baskets by customer, and each customer's further by size. Two items of one household's habit go together over
 * all baskets although the household picks each for itself; among baskets of one customer and about one size only what
 * is taken *because* of the other goes together. What customers take up or give up over time remains. O(items + rows).
 *
 * @param customer who each basket is of
 * @param options.sizes strata of sizes, those of {@link sizeStrata}, within each customer; 1 by default, which leaves size aside
 * @throws RangeError when the customers do not fit the baskets, one is missing, there are no baskets, or sizes is no whole number from 1
 * @see Gionis, Mannila, Mielikäinen & Tsaparas (2007), "Assessing data mining results via swap randomization", on what a null model should keep
 * @example rules(sets, { minConfidence: 0, significance: { correction: "holm", strata: customerStrata(transactions, customer, { sizes: 6 }) } })
 */
export function customerStrata(
  transactions: Transactions,
  customer: ArrayLike<number> | ArrayLike<string | null>,
  { sizes = 1 }: { readonly sizes?: number } = {},
): Strata {
  if (customer.length !== transactions.rows)
    throw new RangeError(`${customer.length} customers for ${transactions.rows} baskets: give one for each.`);
  const size = sizeStrata(transactions, sizes);
  const { ids } = numberValues("customer", customer);
  // Numbered anew, so that customers without baskets of a size leave no empty strata.
  const cell = ids.map((id, row) => id * sizes + (size.of[row] as number));
  return { transactions, of: numberValues("stratum", cell).ids };
}
