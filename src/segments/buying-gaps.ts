import { type Engine, numbers } from "../data/engine";
import { customerIds } from "./customer-ids";

/** The days between the buying days of customers, one entry a customer, ordered by customer id. */
export interface BuyingGaps {
  readonly customer: readonly string[];
  /** Days between successive days with an order, in order of time; empty for who bought on one day only. */
  readonly gaps: readonly (readonly number[])[];
}

/**
 * The gaps between the days on which each customer bought. Several orders of a day count as one. A mean over the gaps
 * there are speaks of those who came back: the wait of everybody else, still going on at the end of the data, is not
 * among them. O(lines) in the engine; one row a customer and day reaches the notebook.
 *
 * @param from table of order lines with `customer` and `order_time`
 * @throws RangeError when the table has no lines or a line has no customer
 * @example (await buyingGaps(shop.engine, "order_lines")).gaps.filter((own) => own.length === 0).length
 */
export async function buyingGaps(engine: Engine, from: string): Promise<BuyingGaps> {
  const found = await engine.query(`
    SELECT CAST(customer AS VARCHAR) AS customer, CAST(order_time AS DATE) AS day
    FROM ${from} GROUP BY 1, 2 ORDER BY 1, 2`);
  const day = numbers(found, "day");
  const gaps = new Map<string, number[]>();
  customerIds(found, from).forEach((customer, i) => {
    const own = gaps.get(customer);
    if (own) own.push(((day[i] as number) - (day[i - 1] as number)) / 86_400_000);
    else gaps.set(customer, []);
  });
  return { customer: [...gaps.keys()], gaps: [...gaps.values()] };
}
