import { type Engine, numbers } from "../data/engine";
import { customerIds } from "./customer-ids";
import { definitions } from "./definitions";
import { recencyDays, utcTime } from "./reference-time";
import { type CustomerVariables, describedBy } from "./variables";

/** What a purchase is when frequency is counted: an order, or (as some studies do) every line of one. */
export type FrequencyOf = "orders" | "lines";

/** Recency, frequency and monetary value of customers, one entry a customer, ordered by customer id. */
export interface Rfm {
  readonly customer: readonly string[];
  /** Whole days from the last order to the reference time; fewer is better. */
  readonly recency: Float64Array;
  /** Number of orders or of lines, as `frequencyOf` says; more is better. */
  readonly frequency: Float64Array;
  /** Sum of the lines' amounts in the shop's currency; more is better. */
  readonly monetary: Float64Array;
  readonly frequencyOf: FrequencyOf;
  /** The time that recency is counted to, UTC milliseconds. */
  readonly reference: number;
}

/** What {@link rfm} reads, and how. */
export interface RfmOptions {
  /** Table of order lines with `customer`, `order_id`, `order_time` and `total_purchase`. */
  readonly from: string;
  /** Time that recency is counted to, such as `"2011-12-10T12:50Z"`; not before the last order. */
  readonly reference: string;
  readonly frequencyOf: FrequencyOf;
}

/**
 * Computes recency, frequency and monetary value of every customer of a table of order lines, in the engine.
 * O(lines); only the customers reach the notebook.
 *
 * @throws RangeError when the reference is no UTC time, lies before a customer's last order, a line has no customer,
 * or there are no lines; Error when the table or one of its columns is not there
 * @see Hughes (1994), "Strategic Database Marketing"
 * @example await rfm(shop.engine, { from: lines.table, reference: "2011-12-10T12:50Z", frequencyOf: "orders" })
 */
export async function rfm(engine: Engine, { from, reference, frequencyOf }: RfmOptions): Promise<Rfm> {
  const until = utcTime(reference);
  const found = await engine.query(`
    SELECT customer,
           max(order_time) AS last_order,
           ${frequencyOf === "orders" ? "count(DISTINCT order_id)" : "count(*)"} AS frequency,
           CAST(sum(total_purchase) AS DOUBLE) AS monetary
    FROM ${from}
    GROUP BY customer
    ORDER BY customer`);
  const customer = customerIds(found, from);
  const recency = recencyDays(customer, numbers(found, "last_order"), until, reference);
  return {
    customer,
    recency,
    frequency: numbers(found, "frequency"),
    monetary: numbers(found, "monetary"),
    frequencyOf,
    reference: until,
  };
}

/**
 * The customers of an {@link Rfm} as variables with definitions, for scores and segment tables of any variables. O(1).
 *
 * @example rfmVariables(customers).variables.map((variable) => variable.label) // ["Recency", "Frequency", "Monetary"]
 */
export function rfmVariables(rfm: Rfm): CustomerVariables<"recency" | "frequency" | "monetary"> {
  const frequency =
    rfm.frequencyOf === "orders"
      ? definitions.frequency
      : {
          ...definitions.frequency,
          definition: "order lines, as some studies count frequency",
          unit: "lines",
        };
  return describedBy<"recency" | "frequency" | "monetary">(rfm.customer, [
    { ...definitions.recency, values: rfm.recency },
    { ...frequency, values: rfm.frequency },
    { ...definitions.monetary, values: rfm.monetary },
  ]);
}
