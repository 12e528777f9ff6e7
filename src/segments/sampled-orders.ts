import { type Engine, numbers } from "../data/engine";
import { createRandom } from "../stats/random";
import { customerIds } from "./customer-ids";
import { definitions } from "./definitions";
import { type CustomerVariables, describedBy } from "./variables";

/** How {@link sampledOrderVariables} draws. */
export interface SampleOptions {
  /** Probability that an order is drawn, above 0 and at most 1. */
  readonly share: number;
  readonly seed: number;
}

/**
 * The variables of study 002, from a random sample of prior **orders** instead of customers, as published: of each
 * customer with an order in the sample the gap of the last sampled one (−1 where that is the first order), its number, and
 * the items of the sampled orders alone. The same customer gets other values from another sample. Ordered by customer id
 * as a number. O(orders log orders + lines); all prior orders reach the notebook.
 *
 * @throws RangeError when the share is not above 0 and at most 1, or no order is drawn
 * @example await sampledOrderVariables(shop.engine, { share: 0.113, seed: 1 })
 */
export async function sampledOrderVariables(
  engine: Engine,
  { share, seed }: SampleOptions,
): Promise<CustomerVariables<"lastGap" | "frequency" | "items">> {
  if (!(share > 0 && share <= 1))
    throw new RangeError(`share ${share} of the orders: take one above 0, at most 1`);
  const found = await engine.query(`
    SELECT CAST(o.customer AS VARCHAR) AS customer, o.order_number, coalesce(o.gap, -1) AS gap, n.items
    FROM orders o JOIN (SELECT order_id, count(*) AS items FROM lines GROUP BY order_id) n ON n.order_id = o.order_id
    WHERE o.eval_set = 'prior'
    ORDER BY o.customer, o.order_number`);
  const ids = customerIds(found, "orders");
  const [number, gap, items] = ["order_number", "gap", "items"].map((name) => numbers(found, name));
  const random = createRandom(seed);
  const customer: string[] = [];
  const rows: { lastGap: number; frequency: number; items: number }[] = [];
  ids.forEach((id, i) => {
    if (random.next() >= share) return;
    if (customer.at(-1) !== id) {
      customer.push(id);
      rows.push({ lastGap: 0, frequency: 0, items: 0 });
    }
    const row = rows.at(-1) as (typeof rows)[number];
    row.lastGap = gap?.[i] as number;
    row.frequency = number?.[i] as number;
    row.items += items?.[i] as number;
  });
  if (rows.length === 0)
    throw new RangeError(`no order was drawn with the share ${share}: take a greater one`);
  return describedBy<"lastGap" | "frequency" | "items">(customer, [
    {
      ...definitions.lastGap,
      definition: "days before the last sampled order, −1 for a first order",
      values: Float64Array.from(rows, (row) => row.lastGap),
    },
    {
      ...definitions.frequency,
      definition: "number of the last sampled order",
      values: Float64Array.from(rows, (row) => row.frequency),
    },
    {
      ...definitions.items,
      definition: "order lines of the sampled orders",
      values: Float64Array.from(rows, (row) => row.items),
    },
  ]);
}
