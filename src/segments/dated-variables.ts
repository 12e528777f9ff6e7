import { type Engine, numbers } from "../data/engine";
import { customerIds } from "./customer-ids";
import { definitions } from "./definitions";
import { recencyDays, utcTime } from "./reference-time";
import { type CustomerVariables, describedBy, type VariableDefinition } from "./variables";

/** The variables that order lines with dates can give. */
export type DatedVariable =
  | "length"
  | "recency"
  | "lastGap"
  | "usualGap"
  | "frequency"
  | "lines"
  | "monetary"
  | "items"
  | "variety"
  | "volume"
  | "periodicity";

/** What {@link datedVariables} reads, and which variables it gives, in which order. */
export interface DatedOptions<Name extends DatedVariable> {
  /** Table of order lines with `customer`, `order_id`, `order_time`, `quantity`, `product` and `total_purchase`, as far as
   * the variables need them. */
  readonly from: string;
  /** UTC time that recency is counted to, such as `"2011-12-10T12:50Z"`; not before the last order. */
  readonly reference: string;
  /** Such as `families.LRFMP`, or names of one's own choice. */
  readonly variables: readonly Name[];
}

/** What each variable adds up or takes over a customer's lines. */
const OVER_LINES: ReadonlyMap<DatedVariable, string> = new Map([
  ["recency", "max(order_time)"],
  ["frequency", "count(DISTINCT order_id)"],
  ["lines", "count(*)"],
  ["monetary", "CAST(sum(total_purchase) AS DOUBLE)"],
  ["items", "CAST(sum(quantity) AS DOUBLE)"],
  ["variety", "count(DISTINCT product)"],
  ["volume", "CAST(sum(quantity) AS DOUBLE) / count(DISTINCT CAST(order_time AS DATE))"],
]);

/** What each variable is over a customer's order days, numbered from the last (`back`) and by gap (`place`). */
const OVER_DAYS: ReadonlyMap<DatedVariable, string> = new Map([
  ["length", "CAST(sum(coalesce(gap, 0)) AS DOUBLE)"],
  ["lastGap", "CAST(max(CASE WHEN back = 1 THEN gap END) AS DOUBLE)"],
  [
    "usualGap",
    "avg(CASE WHEN place >= days / 2.0 - 0.5 AND place <= days / 2.0 + 0.5 THEN CAST(gap AS DOUBLE) END)",
  ],
  ["periodicity", "stddev_samp(gap)"],
]);

/**
 * Computes variables of every customer from order lines with dates, in the engine. Gaps are days between successive days
 * with an order, so that two orders of one day count as one visit; a customer with one such day has no last or usual gap,
 * one with fewer than three no periodicity (NaN: see `completeOnly`). Ordered by customer id. O(lines log lines).
 *
 * @throws RangeError when the reference is no UTC time or lies before an order, no variable is asked for, a line has no
 * customer, or there are no lines; Error when the table or a column is not there
 * @example await datedVariables(shop.engine, { from: lines.table, reference: "2011-12-10T12:50Z", variables: families.LRFMP })
 */
export async function datedVariables<Name extends DatedVariable>(
  engine: Engine,
  { from, reference, variables }: DatedOptions<Name>,
): Promise<CustomerVariables<Name>> {
  const until = utcTime(reference);
  const selected = (over: ReadonlyMap<DatedVariable, string>) =>
    variables.flatMap((name) => (over.has(name) ? [`${over.get(name)} AS ${column(name)}`] : []));
  const found = await engine.query(`
    SELECT l.*, ${variables.flatMap((name) => (OVER_DAYS.has(name) ? [`r.${column(name)}`] : [])).join(", ") || "1 AS one"}
    FROM (SELECT CAST(customer AS VARCHAR) AS customer, ${selected(OVER_LINES).join(", ") || "1 AS lines_read"}
          FROM ${from} GROUP BY customer) l
    LEFT JOIN (${rhythm(from, selected(OVER_DAYS))}) r ON r.customer = l.customer
    ORDER BY l.customer`);
  const customer = customerIds(found, from);
  return describedBy<Name>(
    customer,
    variables.map((name) => {
      const values = numbers(found, column(name));
      const definition: VariableDefinition = definitions[name];
      return {
        ...definition,
        name,
        values: name === "recency" ? recencyDays(customer, values, until, reference) : values,
      };
    }),
  );
}

/** A name of the engine for a variable: unquoted names have no upper case there. */
const column = (name: DatedVariable) => `v_${name.toLowerCase()}`;

function rhythm(from: string, selected: readonly string[]): string {
  return `
    SELECT customer, ${selected.join(", ") || "1 AS days_read"}
    FROM (SELECT customer, gap, back, count(*) OVER (PARTITION BY customer) AS days,
                 row_number() OVER (PARTITION BY customer ORDER BY gap NULLS LAST) AS place
          FROM (SELECT customer,
                       date_diff('day', lag(day) OVER (PARTITION BY customer ORDER BY day), day) AS gap,
                       row_number() OVER (PARTITION BY customer ORDER BY day DESC) AS back
                FROM (SELECT DISTINCT CAST(customer AS VARCHAR) AS customer, CAST(order_time AS DATE) AS day
                      FROM ${from}) d) g) p
    GROUP BY customer`;
}
