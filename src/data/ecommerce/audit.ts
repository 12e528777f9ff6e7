import { type Columns, numbers, texts } from "../engine";
import type { Ecommerce } from "./open";

/** A number of lines and its share of all lines, from 0 to 1. */
export interface LinesShare {
  readonly lines: number;
  readonly share: number;
}

/** What the five files are like, and the traps in them. */
export interface EcommerceAudit {
  readonly lines: number;
  readonly customers: number;
  /** Baskets: customers with their transaction ids. */
  readonly orders: number;
  readonly transactions: number;
  /** Transaction ids that belong to more than one customer: they alone are no key of a basket. */
  readonly sharedTransactions: number;
  readonly products: number;
  readonly categories: number;
  /** Days on which anything was sold; the first and the last, UTC milliseconds. */
  readonly days: number;
  readonly first: number;
  readonly last: number;
  /** Quantity × unit price, and unit price alone, over all lines; in the shop's currency. */
  readonly revenue: number;
  readonly priceSum: number;
  /** Lines equal to an earlier one in every column. */
  readonly duplicates: number;
  readonly coupons: readonly (LinesShare & { readonly coupon: string })[];
  /** Delivery fees added up line by line, and once an order as they were paid. */
  readonly feesByLine: number;
  readonly feesByOrder: number;
  /** Orders whose lines differ in their fee, and in their coupon status. */
  readonly ordersWithSeveralFees: number;
  readonly ordersWithSeveralCoupons: number;
  /** Categories that are sold and never discounted; a join with the discounts finds nothing for their lines. */
  readonly undiscounted: readonly (LinesShare & { readonly category: string })[];
  /** Categories that are discounted and never sold. */
  readonly unsold: readonly string[];
  /** Customers with at least two lines, two orders, and two days of buying. */
  readonly withTwoLines: number;
  readonly withTwoOrders: number;
  readonly withTwoDays: number;
}

const FACTS = `
  SELECT count(*) AS lines, count(DISTINCT customer) AS customers, count(DISTINCT order_id) AS orders,
    count(DISTINCT product) AS products, count(DISTINCT category) AS categories, count(DISTINCT date) AS days,
    min(order_time) AS first_time, max(order_time) AS last_time,
    CAST(sum(total_purchase) AS DOUBLE) AS revenue, CAST(sum(unit_price) AS DOUBLE) AS price_sum,
    CAST(sum(delivery_fee) AS DOUBLE) AS fees
  FROM order_lines`;

const ORDERS = `
  SELECT CAST(sum(fee) AS DOUBLE) AS fees, sum(CASE WHEN fees > 1 THEN 1 ELSE 0 END) AS several_fees,
    sum(CASE WHEN coupons > 1 THEN 1 ELSE 0 END) AS several_coupons
  FROM (SELECT max(delivery_fee) AS fee, count(DISTINCT delivery_fee) AS fees, count(DISTINCT coupon) AS coupons
        FROM order_lines GROUP BY order_id) AS orders`;

const TRANSACTIONS = `
  SELECT count(*) AS transactions, sum(CASE WHEN owners > 1 THEN 1 ELSE 0 END) AS shared
  FROM (SELECT count(DISTINCT customer) AS owners FROM sales GROUP BY transaction) AS ids`;

const DUPLICATES = `
  SELECT coalesce(sum(copies - 1), 0) AS extra
  FROM (SELECT count(*) AS copies FROM sales
        GROUP BY customer, transaction, date, product, category, quantity, unit_price, delivery_fee, coupon) AS alike`;

const CUSTOMERS = `
  SELECT sum(CASE WHEN lines > 1 THEN 1 ELSE 0 END) AS lines, sum(CASE WHEN orders > 1 THEN 1 ELSE 0 END) AS orders,
    sum(CASE WHEN days > 1 THEN 1 ELSE 0 END) AS days
  FROM (SELECT count(*) AS lines, count(DISTINCT order_id) AS orders, count(DISTINCT date) AS days
        FROM order_lines GROUP BY customer) AS bought`;

const UNDISCOUNTED = `
  SELECT sales.category AS category, count(*) AS n
  FROM sales LEFT JOIN (SELECT DISTINCT category FROM discounts) AS known ON sales.category = known.category
  WHERE known.category IS NULL
  GROUP BY sales.category
  ORDER BY n DESC, category`;

const UNSOLD = `
  SELECT DISTINCT discounts.category AS category
  FROM discounts LEFT JOIN (SELECT DISTINCT category FROM sales) AS sold ON discounts.category = sold.category
  WHERE sold.category IS NULL
  ORDER BY category`;

const COUPONS = "SELECT coupon, count(*) AS n FROM sales GROUP BY coupon ORDER BY n DESC, coupon";

/**
 * Describes the five files: sizes, keys that are none, fees that repeat, categories that do not join. Empty cells need
 * no count: the layouts refuse them. A handful of aggregates in the engine, about 0.2 s for 53,000 lines.
 *
 * @throws Error when the data set is closed
 * @example (await auditEcommerce(shop)).sharedTransactions // 1,319 on the original
 */
export async function auditEcommerce({ engine }: Ecommerce): Promise<EcommerceAudit> {
  const ask = (sql: string) => engine.query(sql);
  const facts = await ask(FACTS);
  const orders = await ask(ORDERS);
  const transactions = await ask(TRANSACTIONS);
  const customers = await ask(CUSTOMERS);
  const undiscounted = await ask(UNDISCOUNTED);
  const coupons = await ask(COUPONS);
  const lines = only(facts, "lines");
  const shares = (found: Columns) =>
    Array.from(numbers(found, "n"), (n): LinesShare => ({ lines: n, share: n / lines }));
  const names = (found: Columns, column: string) => texts(found, column).map((name) => name ?? "");
  return {
    lines,
    customers: only(facts, "customers"),
    orders: only(facts, "orders"),
    transactions: only(transactions, "transactions"),
    sharedTransactions: only(transactions, "shared"),
    products: only(facts, "products"),
    categories: only(facts, "categories"),
    days: only(facts, "days"),
    first: only(facts, "first_time"),
    last: only(facts, "last_time"),
    revenue: only(facts, "revenue"),
    priceSum: only(facts, "price_sum"),
    duplicates: only(await ask(DUPLICATES), "extra"),
    coupons: names(coupons, "coupon").map((coupon, i) => ({ coupon, ...shares(coupons)[i]! })),
    feesByLine: only(facts, "fees"),
    feesByOrder: only(orders, "fees"),
    ordersWithSeveralFees: only(orders, "several_fees"),
    ordersWithSeveralCoupons: only(orders, "several_coupons"),
    undiscounted: names(undiscounted, "category").map((category, i) => ({
      category,
      ...shares(undiscounted)[i]!,
    })),
    unsold: names(await ask(UNSOLD), "category"),
    withTwoLines: only(customers, "lines"),
    withTwoOrders: only(customers, "orders"),
    withTwoDays: only(customers, "days"),
  };
}

function only(columns: Columns, name: string): number {
  return numbers(columns, name)[0]!;
}
