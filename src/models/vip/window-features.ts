import { type Engine, numbers, texts } from "../../data/engine";
import type { Features } from "../features/features";
import { utcMoment } from "./moment";

/** A stretch of time within a table of order lines. */
export interface OrderWindow {
  /** Table of order lines with `customer`, `order_id`, `order_time` and `total_purchase`. */
  readonly from: string;
  /** UTC time such as `"2010-12-01T00:00Z"`; earlier lines are not looked at. Default: the first line. */
  readonly start?: string;
  /** UTC time; lines of this moment or later are not looked at. */
  readonly end: string;
}

/** Customers who ordered in a window, and what they did in it. */
export interface WindowFeatures {
  /** Ids of the customers, ascending; row i of the features is of customer i. */
  readonly customers: readonly string[];
  /** The columns {@link WINDOW_FEATURES}, without missing values. */
  readonly features: Features;
}

/**
 * What {@link windowFeatures} computes: whole days from the last order to the window's end, and from the first order to
 * the last; orders; days with an order; sum of the lines' amounts; order lines; amount an order.
 */
export const WINDOW_FEATURES = [
  "recency",
  "length",
  "orders",
  "days",
  "spend",
  "lines",
  "order value",
] as const;

const DAY = 86_400_000;

/**
 * Describes each customer by the order lines of a window alone: whatever was ordered at its end or later cannot reach the
 * features. O(lines) in the engine; only the customers reach the notebook.
 *
 * @throws RangeError when an end of the window is no UTC time, no line lies in it, or a line has no customer; Error when
 * the table or a column is not there
 * @example (await windowFeatures(shop.engine, { from: lines.table, end: "2011-09-09T00:00Z" })).features.names
 */
export async function windowFeatures(engine: Engine, window: OrderWindow): Promise<WindowFeatures> {
  const { ms: end } = utcMoment(window.end);
  const found = await engine.query(`
    SELECT CAST(customer AS VARCHAR) AS customer, min(order_time) AS first_order, max(order_time) AS last_order,
      count(DISTINCT order_id) AS orders, count(DISTINCT CAST(order_time AS DATE)) AS days,
      CAST(sum(total_purchase) AS DOUBLE) AS spend, count(*) AS lines
    FROM ${window.from} WHERE ${within(window)}
    GROUP BY customer ORDER BY customer`);
  if (found.rows === 0)
    throw new RangeError(
      `Table ${window.from} has no order line from ${window.start ?? "its start"} to before ${window.end}: choose another window.`,
    );
  const customers = texts(found, "customer").map((id) => {
    if (id === null)
      throw new RangeError(`An order line of ${window.from} has no customer: clean them first.`);
    return id;
  });
  const [first, last] = [numbers(found, "first_order"), numbers(found, "last_order")];
  const [orders, spend] = [numbers(found, "orders"), numbers(found, "spend")];
  const recency = last.map((time) => Math.floor((end - time) / DAY));
  const length = last.map((time, i) => Math.floor((time - first[i]!) / DAY));
  const orderValue = spend.map((amount, i) => amount / orders[i]!);
  return {
    customers,
    features: {
      names: [...WINDOW_FEATURES],
      columns: [recency, length, orders, numbers(found, "days"), spend, numbers(found, "lines"), orderValue],
    },
  };
}

/**
 * What some customers spent in a window: the sum of their lines' amounts, 0 where they have none. O(lines) in the engine.
 *
 * @param customers ids; spend of others is left out
 * @throws RangeError when an end of the window is no UTC time; Error when the table or a column is not there
 * @example await windowSpend(shop.engine, { from, start: "2011-09-09T00:00Z", end: "2011-12-10T00:00Z" }, ["12347"])
 */
export async function windowSpend(
  engine: Engine,
  window: OrderWindow,
  customers: readonly string[],
): Promise<Float64Array> {
  const found = await engine.query(`
    SELECT CAST(customer AS VARCHAR) AS customer, CAST(sum(total_purchase) AS DOUBLE) AS spend
    FROM ${window.from} WHERE ${within(window)} GROUP BY customer`);
  const spend = numbers(found, "spend");
  const at = new Map(texts(found, "customer").map((id, i) => [id, spend[i]!]));
  return Float64Array.from(customers, (id) => at.get(id) ?? 0);
}

function within({ start, end }: OrderWindow): string {
  const before = `order_time < ${utcMoment(end).sql}`;
  return start === undefined ? before : `order_time >= ${utcMoment(start).sql} AND ${before}`;
}
