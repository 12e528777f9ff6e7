import { median } from "../../stats/quantile";
import { type Engine, numbers, texts } from "../engine";

/** Products of a department that were bought at one gap and never at another. */
export interface ExclusiveProducts {
  readonly department: string;
  /** Products bought in any order that has a gap. */
  readonly products: number;
  /** Of these, those bought at the one gap and never at the other. */
  readonly observed: number;
  /** How many of them there would be on average if the gaps were dealt out anew among the orders. */
  readonly expected: number;
  /** Median number of orders that a product of the observed is in; NaN when there are none. */
  readonly ordersObserved: number;
}

/**
 * Counts, by department, the products bought in orders after `at` days and in none after `never` days, and how many of
 * them chance alone would give: a product in n orders avoids one gap and meets the other with probability
 * (1 − q)ⁿ − (1 − p − q)ⁿ, where p and q are the gaps' shares of the orders. Rare products avoid any gap easily. O(lines)
 * in the engine; the products reach the notebook.
 *
 * @param options `at` and `never` are two different gaps in days, 0 to 30; 30 stands for 30 and more
 * @returns the departments by falling `observed`
 * @throws RangeError when the gaps are not two different whole numbers from 0 to 30
 * @example await exclusiveProducts(shop.engine, { at: 30, never: 7 })
 */
export async function exclusiveProducts(
  engine: Engine,
  { at, never }: { readonly at: number; readonly never: number },
): Promise<ExclusiveProducts[]> {
  for (const gap of [at, never]) {
    if (!Number.isInteger(gap) || gap < 0 || gap > 30)
      throw new RangeError(`a gap of ${gap} is no whole number from 0 to 30`);
  }
  if (at === never) throw new RangeError(`both gaps are ${at}: compare two different ones`);
  const shares = await engine.query(`
    SELECT avg(CASE WHEN gap = ${at} THEN 1.0 ELSE 0.0 END) AS p, avg(CASE WHEN gap = ${never} THEN 1.0 ELSE 0.0 END) AS q
    FROM orders WHERE gap IS NOT NULL AND order_id IN (SELECT order_id FROM lines)`);
  const [p, q] = [numbers(shares, "p")[0]!, numbers(shares, "q")[0]!];
  const found = await engine.query(`
    SELECT department, product, count(*) AS n, max(CASE WHEN gap = ${at} THEN 1 ELSE 0 END) AS met,
      max(CASE WHEN gap = ${never} THEN 1 ELSE 0 END) AS other
    FROM order_lines WHERE gap IS NOT NULL
    GROUP BY department, product
    ORDER BY department, product`);
  const [n, met, other] = [numbers(found, "n"), numbers(found, "met"), numbers(found, "other")];
  const sums = new Map<string, { products: number; expected: number; orders: number[] }>();
  for (const [i, department] of texts(found, "department").entries()) {
    const sum = sums.get(department!) ?? { products: 0, expected: 0, orders: [] };
    sum.products++;
    sum.expected += (1 - q) ** n[i]! - (1 - p - q) ** n[i]!;
    if (met[i] === 1 && other[i] === 0) sum.orders.push(n[i]!);
    sums.set(department!, sum);
  }
  return [...sums]
    .map(([department, { products, expected, orders }]) => {
      const ordersObserved = orders.length === 0 ? Number.NaN : median(orders);
      return { department, products, observed: orders.length, expected, ordersObserved };
    })
    .sort((a, b) => b.observed - a.observed || (a.department < b.department ? -1 : 1));
}
