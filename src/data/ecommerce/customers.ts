import { type Columns, numbers, texts } from "../engine";
import type { Ecommerce } from "./open";

/** The customers of E-commerce 2019 with what they bought, one entry a customer, ordered by id. */
export interface EcommerceCustomers {
  readonly customer: readonly string[];
  /** `female` or `male`. */
  readonly gender: readonly string[];
  readonly region: readonly string[];
  /** Months since joining. */
  readonly tenure: Float64Array;
  readonly lines: Float64Array;
  /** Of these, lines that hold no more units and cost no more than the limits. */
  readonly usualLines: Float64Array;
  readonly orders: Float64Array;
  /** Different categories. */
  readonly categories: Float64Array;
  /** Sum of quantity × unit price. */
  readonly spend: Float64Array;
  /** Sum of the unit prices of the lines, whatever the quantities. */
  readonly priceSum: Float64Array;
  /**
   * Study 004's "customer lifetime value": tenure in years × mean unit price × lines a day of the year. It takes the
   * past tenure for the future and knows neither quantity nor margin.
   */
  readonly publishedValue: Float64Array;
}

/** Above which units or price a line is an outlier, as study 004 has it. */
export interface UsualLimits {
  readonly mostUnits: number;
  readonly highestPrice: number;
}

/** The limits of study 004. */
export const STUDY_LIMITS: UsualLimits = { mostUnits: 300, highestPrice: 279 };

/**
 * The condition, in SQL, that a row of `order_lines` is within the limits.
 *
 * @throws RangeError when a limit is not a finite number
 * @example usualLines({ mostUnits: 300, highestPrice: 279 }) // "quantity <= 300 AND unit_price <= 279"
 */
export function usualLines({ mostUnits, highestPrice }: UsualLimits): string {
  if (!Number.isFinite(mostUnits) || !Number.isFinite(highestPrice)) {
    throw new RangeError(`limits of ${mostUnits} units and a price of ${highestPrice}: give finite numbers`);
  }
  return `quantity <= ${mostUnits} AND unit_price <= ${highestPrice}`;
}

/**
 * Describes each customer who bought: traits, sizes, and the lifetime value as study 004 computes it. O(lines) in the
 * engine.
 *
 * @throws RangeError when a limit is not a finite number; Error when the data set is closed
 * @example spearman((await ecommerceCustomers(shop)).tenure, (await ecommerceCustomers(shop)).spend) // 0.012 on the original
 */
export async function ecommerceCustomers(
  { engine }: Ecommerce,
  limits: UsualLimits = STUDY_LIMITS,
): Promise<EcommerceCustomers> {
  const found = await engine.query(`
    SELECT customers.customer AS customer, gender, region, tenure, lines, usual_lines, orders, categories, spend, price_sum,
      tenure / 12.0 * (price_sum / lines) * (lines / 365.0) AS published_value
    FROM (
      SELECT customer, count(*) AS lines, sum(CASE WHEN ${usualLines(limits)} THEN 1 ELSE 0 END) AS usual_lines,
        count(DISTINCT order_id) AS orders, count(DISTINCT category) AS categories,
        CAST(sum(total_purchase) AS DOUBLE) AS spend, CAST(sum(unit_price) AS DOUBLE) AS price_sum
      FROM order_lines GROUP BY customer) AS bought
    JOIN customers ON customers.customer = bought.customer
    ORDER BY customers.customer`);
  return {
    customer: named(found, "customer"),
    gender: named(found, "gender"),
    region: named(found, "region"),
    tenure: numbers(found, "tenure"),
    lines: numbers(found, "lines"),
    usualLines: numbers(found, "usual_lines"),
    orders: numbers(found, "orders"),
    categories: numbers(found, "categories"),
    spend: numbers(found, "spend"),
    priceSum: numbers(found, "price_sum"),
    publishedValue: numbers(found, "published_value"),
  };
}

/** A text column that the layouts keep free of NULL. */
function named(found: Columns, column: string): readonly string[] {
  return texts(found, column) as readonly string[];
}
