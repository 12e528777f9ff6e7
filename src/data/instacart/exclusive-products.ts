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
 * (1 − q)ⁿ − (1 − p − q)ⁿ, where p and q are the gaps' shares of the orders. Rare products avoid any gap easily. O(lines),
 * in the engine.
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
  const found = await engine.query(`
    WITH shares AS (
      SELECT avg(CASE WHEN gap = ${at} THEN 1.0 ELSE 0.0 END) AS p, avg(CASE WHEN gap = ${never} THEN 1.0 ELSE 0.0 END) AS q
      FROM orders WHERE gap IS NOT NULL AND order_id IN (SELECT order_id FROM lines)
    ), bought AS (
      SELECT department, product, count(*) AS n, max(CASE WHEN gap = ${at} THEN 1 ELSE 0 END) AS met,
        max(CASE WHEN gap = ${never} THEN 1 ELSE 0 END) AS other
      FROM order_lines WHERE gap IS NOT NULL GROUP BY department, product
    )
    SELECT b.department, count(*) AS products,
      sum(CASE WHEN met = 1 AND other = 0 THEN 1 ELSE 0 END) AS observed,
      sum(power(1 - s.q, b.n) - power(1 - s.p - s.q, b.n)) AS expected,
      median(CASE WHEN met = 1 AND other = 0 THEN b.n END) AS orders_observed
    FROM bought b CROSS JOIN shares s
    GROUP BY b.department
    ORDER BY observed DESC, b.department`);
  const of = (name: string) => numbers(found, name);
  const [products, observed, expected, orders] = ["products", "observed", "expected", "orders_observed"].map(
    of,
  );
  return texts(found, "department").map((department, i) => ({
    department: department!,
    products: products![i]!,
    observed: observed![i]!,
    expected: expected![i]!,
    ordersObserved: orders![i]!,
  }));
}
