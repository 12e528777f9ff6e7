import { type Engine, numbers, texts } from "../data/engine";
import { naturalBreaks } from "../stats/natural-breaks";
import { rank } from "../stats/rank";
import { customerIds } from "./customer-ids";
import { definitions } from "./definitions";
import { recencyDays, utcTime } from "./reference-time";
import { type CustomerVariables, describedBy, type VariableDefinition, valuesOf } from "./variables";

/** A product category and its value points. */
export interface CategoryValue {
  readonly category: string;
  /** Sum of the unit prices of its lines, whatever the quantities. */
  readonly priceSum: number;
  /** Rank by that sum, 1 for the least. */
  readonly value: number;
}

/**
 * Gives each category its value points as study 004 does: the categories ranked by the sum of their lines' unit
 * prices, the least 1. O(lines) in the engine.
 *
 * @param from table of order lines with `category` and `unit_price`
 * @throws RangeError when the table has no lines or a line has no category
 * @example (await categoryValues(shop.engine, "order_lines")).at(-1) // { category: "Nest-USA", value: 20, … }
 */
export async function categoryValues(engine: Engine, from: string): Promise<CategoryValue[]> {
  const found = await engine.query(`
    SELECT category, CAST(sum(unit_price) AS DOUBLE) AS price_sum FROM ${from} GROUP BY category ORDER BY price_sum, category`);
  if (found.rows === 0)
    throw new RangeError(`table ${from} has no order lines: there are no categories to rank`);
  const priceSum = numbers(found, "price_sum");
  const value = rank(priceSum, "first");
  return texts(found, "category").map((category, i) => {
    if (category === null) throw new RangeError(`a line of ${from} has no category: name one for it first`);
    return { category, priceSum: priceSum[i] as number, value: value[i] as number };
  });
}

/** Names of the variables of study 004's score. */
export type RfmpVariable = "recency" | "lines" | "monetary" | "productValue";

/** What {@link rfmpVariables} reads, and how. */
export interface RfmpOptions {
  /** Table of order lines with `customer`, `order_time`, `category`, `quantity`, `unit_price` and `total_purchase`. */
  readonly from: string;
  /** UTC time that recency is counted to. */
  readonly reference: string;
  /** `spend` adds up quantity × price; `quantity-squared` adds up quantity × quantity × price, as published. */
  readonly monetaryOf: "spend" | "quantity-squared";
}

const productValue: VariableDefinition<"productValue"> = {
  name: "productValue",
  label: "Product value",
  definition: "sum over the order lines of the value points (rank by price) of their category",
  unit: "points",
  better: "more",
};

/**
 * The four variables of study 004: recency, order lines, monetary value, and the value points of what was bought.
 * Ordered by customer id. O(lines) in the engine.
 *
 * @throws RangeError when the reference is no UTC time or lies before an order, there are no lines, or a line has no
 * customer or category
 * @example await rfmpVariables(shop.engine, { from: "order_lines", reference: "2019-12-31T00:00Z", monetaryOf: "spend" })
 */
export async function rfmpVariables(
  engine: Engine,
  { from, reference, monetaryOf }: RfmpOptions,
): Promise<CustomerVariables<RfmpVariable>> {
  const until = utcTime(reference);
  const points = (await categoryValues(engine, from)).map(
    ({ category, value }) => `WHEN '${category.replaceAll("'", "''")}' THEN ${value}`,
  );
  const amount =
    monetaryOf === "spend" ? "total_purchase" : "quantity * CAST(total_purchase AS DECIMAL(38, 3))";
  const found = await engine.query(`
    SELECT CAST(customer AS VARCHAR) AS customer, max(order_time) AS last_order, count(*) AS lines,
           CAST(sum(${amount}) AS DOUBLE) AS monetary,
           CAST(sum(CASE category ${points.join(" ")} END) AS DOUBLE) AS points
    FROM ${from} GROUP BY customer ORDER BY customer`);
  const customer = customerIds(found, from);
  const monetary =
    monetaryOf === "spend"
      ? definitions.monetary
      : { ...definitions.monetary, definition: "sum of quantity × quantity × price: quantity counted twice" };
  return describedBy<RfmpVariable>(customer, [
    { ...definitions.recency, values: recencyDays(customer, numbers(found, "last_order"), until, reference) },
    { ...definitions.lines, values: numbers(found, "lines") },
    { ...monetary, values: numbers(found, "monetary") },
    { ...productValue, values: numbers(found, "points") },
  ]);
}

/**
 * The clusters of study 004, each variable by itself, 0 the lowest: 3 of recency, 4 of lines, 2 of monetary value, 4 of
 * product value. They are the best k-means clusterings there are, found exactly; the study's k-means, of ten starts,
 * found the same. O(n log n).
 *
 * @throws RangeError when a variable has fewer different values than clusters
 * @example cvWeights(customers, rfmpClusters(customers), { cvOf: "recency" })
 */
export function rfmpClusters(customers: CustomerVariables<RfmpVariable>): Record<RfmpVariable, Int32Array> {
  const best = (name: RfmpVariable, k: number) => naturalBreaks(valuesOf(customers, name), k).labels;
  return {
    recency: best("recency", 3),
    lines: best("lines", 4),
    monetary: best("monetary", 2),
    productValue: best("productValue", 4),
  };
}
