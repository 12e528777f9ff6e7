import { type Engine, numbers } from "../data/engine";
import { customerIds } from "./customer-ids";
import { utcTime } from "./reference-time";

/** What became of a customer from one period to the next, in this order. */
export const periodStatuses = ["repeating", "lapsed", "new", "returned"] as const;

/** Customers of two periods. */
export interface PeriodCustomers {
  readonly customer: readonly string[];
  /** Index in {@link periodStatuses}: bought in both periods; in the first only; in the second, never before; in the second
   * and before the first, but not in it. */
  readonly status: Uint8Array;
  /** Orders and amounts of each customer in the first and the second period. */
  readonly orders: readonly [first: Float64Array, second: Float64Array];
  readonly monetary: readonly [first: Float64Array, second: Float64Array];
}

/** Which periods {@link periodStatus} compares. */
export interface PeriodOptions {
  /** Table of order lines with `customer`, `order_id`, `order_time` and `total_purchase`. */
  readonly from: string;
  /** UTC times: the first period runs from `start` up to before `middle`, the second up to before `end`. */
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

/**
 * Tells new, lapsed, repeating and returned customers of two periods that follow one another. A customer whose first order
 * lies before the data begins counts as new, so the first period should not be the data's first. Ordered by customer id.
 * O(lines) in the engine.
 *
 * @throws RangeError when the times are no UTC times or do not follow one another, a line has no customer, or nobody
 * bought in either period
 * @example await periodStatus(shop.engine, { from, start: "2011-03-01T00:00Z", middle: "2011-06-01T00:00Z", end: "2011-09-01T00:00Z" })
 */
export async function periodStatus(
  engine: Engine,
  { from, start, middle, end }: PeriodOptions,
): Promise<PeriodCustomers> {
  const times = [start, middle, end].map(utcTime) as [number, number, number];
  if (!(times[0] < times[1] && times[1] < times[2])) {
    throw new RangeError(`${start}, ${middle} and ${end} do not follow one another: no two periods`);
  }
  const [a, b, c] = times.map(
    (ms) => `TIMESTAMP '${new Date(ms).toISOString().slice(0, 23).replace("T", " ")}'`,
  );
  const first = `order_time >= ${a} AND order_time < ${b}`;
  const second = `order_time >= ${b} AND order_time < ${c}`;
  const found = await engine.query(`
    SELECT * FROM (
      SELECT CAST(customer AS VARCHAR) AS customer,
             count(DISTINCT CASE WHEN order_time < ${a} THEN order_id END) AS earlier,
             count(DISTINCT CASE WHEN ${first} THEN order_id END) AS first_orders,
             count(DISTINCT CASE WHEN ${second} THEN order_id END) AS second_orders,
             CAST(sum(CASE WHEN ${first} THEN total_purchase ELSE 0 END) AS DOUBLE) AS first_amount,
             CAST(sum(CASE WHEN ${second} THEN total_purchase ELSE 0 END) AS DOUBLE) AS second_amount
      FROM ${from} GROUP BY customer) t
    WHERE first_orders + second_orders > 0
    ORDER BY customer`);
  const earlier = numbers(found, "earlier");
  const orders = [numbers(found, "first_orders"), numbers(found, "second_orders")] as const;
  const [repeating, lapsed, fresh, returned] = [0, 1, 2, 3];
  return {
    customer: customerIds(found, from),
    status: Uint8Array.from(earlier, (before, i) => {
      if ((orders[0][i] as number) > 0) return (orders[1][i] as number) > 0 ? repeating : lapsed;
      return before > 0 ? returned : fresh;
    }) as Uint8Array,
    orders,
    monetary: [numbers(found, "first_amount"), numbers(found, "second_amount")],
  };
}
