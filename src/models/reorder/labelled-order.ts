import type { Engine } from "../../data/engine";

/**
 * Which order of each customer is predicted:
 *
 * - `"last prior order"`: the last one of the prior set, for the subset and wherever no other labels are there;
 * - `"train order"`: the one of the train set, as in the contest;
 * - `{ back: n }`: the n-th before the last one of the prior set, `{ back: 0 }` being that one itself; as more rows to
 *   learn from.
 */
export type ReorderLabel = "last prior order" | "train order" | { readonly back: number };

/** The engine's tables of one preparation; the last four hold nothing of the labelled order but its beginning. */
export interface ReorderTables {
  /** Every order with `day`, the days since its customer's first. */
  readonly days: string;
  /** One row a customer: which order is labelled, or the first one that is not history. */
  readonly cuts: string;
  /** Every order before its customer's cut, with its `order_id`; `wanted` is 1 where that customer's pairs are. */
  readonly past: string;
  /** What the labelled orders of drawn customers hold. */
  readonly answers: string;
  /** Counts by product and block, until they are added up. */
  readonly counts: string;
  /** Of the customers of a block, the lines and the orders before the labelled one, and how that one begins. */
  readonly lines: string;
  readonly orders: string;
  readonly coming: string;
  /** Of each product, counts over the history of all customers. */
  readonly products: string;
}

let prepared = 0;

/** Names of tables that no other preparation in this process has. O(1). */
export function reorderTables(): ReorderTables {
  const name = (part: string) => `reorder${prepared}_${part}`;
  prepared++;
  return {
    days: name("days"),
    cuts: name("cuts"),
    past: name("past"),
    answers: name("answers"),
    counts: name("counts"),
    lines: name("lines"),
    orders: name("orders"),
    coming: name("coming"),
    products: name("products"),
  };
}

/**
 * Cuts every customer's orders into history and labelled order: makes `cuts`, `past` and `answers`. A customer without a
 * labelled order (those of the test set, for train labels) is all history. O(orders log orders + lines).
 *
 * @param drawn SQL of a customer's row that tells whether he is drawn
 * @throws RangeError when `back` is no whole number from 0
 * @example await cutOrders(engine, reorderTables(), "last prior order", "TRUE")
 */
export async function cutOrders(
  engine: Engine,
  { days, cuts, past, answers }: ReorderTables,
  label: ReorderLabel,
  drawn: string,
): Promise<void> {
  await engine.execute(`CREATE TABLE ${days} AS
    SELECT customer, order_id, eval_set, CAST(order_number AS INTEGER) AS order_number, CAST(gap AS INTEGER) AS gap,
      CAST(weekday AS INTEGER) AS weekday, CAST(hour AS INTEGER) AS hour,
      CAST(sum(coalesce(CAST(gap AS INTEGER), 0)) OVER (PARTITION BY customer ORDER BY order_number) AS INTEGER) AS day
    FROM orders`);
  await engine.execute(`CREATE TABLE ${cuts} AS
    SELECT c.customer, c.cut, o.order_id, o.gap, o.weekday, o.hour, o.day, ${drawn} AS drawn
    FROM (SELECT customer, ${cutOf(label)} AS cut FROM orders GROUP BY customer) c
    LEFT JOIN ${days} o ON o.customer = c.customer AND o.order_number = c.cut
      AND o.eval_set = '${label === "train order" ? "train" : "prior"}'`);
  await engine.execute(`CREATE TABLE ${answers} AS
    SELECT DISTINCT c.customer, l.product FROM lines l JOIN ${cuts} c ON c.order_id = l.order_id
    WHERE c.drawn AND c.cut > 1`);
  await engine.execute(`CREATE TABLE ${past} AS
    SELECT o.customer, o.order_id, o.order_number, o.gap, o.weekday, o.hour, c.cut - o.order_number AS back,
      c.day - o.day AS days_ago, CASE WHEN a.customer IS NULL THEN 0 ELSE 1 END AS wanted
    FROM ${days} o JOIN ${cuts} c ON c.customer = o.customer
    LEFT JOIN (SELECT DISTINCT customer FROM ${answers}) a ON a.customer = o.customer
    WHERE o.order_number < c.cut AND o.eval_set = 'prior'`);
  await engine.execute(`DROP TABLE ${days}`);
}

function cutOf(label: ReorderLabel): string {
  const lastPrior = "coalesce(max(CASE WHEN eval_set = 'prior' THEN CAST(order_number AS INTEGER) END), 0)";
  if (label === "last prior order") return lastPrior;
  if (label === "train order") return `${lastPrior} + 1`;
  const { back } = label;
  if (!Number.isInteger(back) || back < 0 || back > 999)
    throw new RangeError(`The order ${back} before the last one: give a whole number from 0 to 999.`);
  return `${lastPrior} - ${back}`;
}
