import { HALF_LIFE, type ReorderFeature } from "./feature-list";
import type { ReorderTables } from "./labelled-order";

/**
 * A sum of numbers that are not whole, in billionths, so that it does not hang on the order in which threads add.
 */
const exactSum = (term: string) =>
  `CAST(sum(CAST(round((${term}) * 1000000000) AS BIGINT)) AS DOUBLE) / 1000000000`;
const countIf = (condition: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
const dial = (ago: string, now: string, size: number) =>
  exactSum(`cos(2 * pi() * (${ago} - ${now}) / ${size})`);

/**
 * The query of features of a block's pairs, ordered by customer and product: one row a product that a customer bought
 * before the labelled order. A customer without history has none. O(lines log lines) of the block.
 *
 * @example await queryAsOf(engine, tables, featureSql(tables, REORDER_FEATURES))
 */
export function featureSql(tables: ReorderTables, features: readonly ReorderFeature[]): string {
  const { lines, orders, coming, products } = tables;
  return `
    WITH bought AS (
      SELECT l.customer, l.product, l.back, l.days_ago, l.weekday, l.hour, l.cart_position,
        row_number() OVER later AS place, first_value(l.back) OVER later AS last_back,
        lead(l.back) OVER later - l.back AS gap_orders, lead(l.days_ago) OVER later - l.days_ago AS gap_days
      FROM ${lines} l WINDOW later AS (PARTITION BY l.customer, l.product ORDER BY l.back)
    ), pair AS (
      SELECT b.customer, b.product, count(*) AS times, min(b.back) AS last_back, max(b.back) AS first_back,
        min(b.days_ago) AS last_days, max(b.days_ago) AS first_days, max(b.gap_orders) AS max_gap_orders,
        max(b.gap_days) AS max_gap_days, sum(b.cart_position) AS cart_sum, ${countIf("b.back <= 5")} AS last_five,
        ${countIf("b.back - b.place = b.last_back - 1")} AS last_run,
        ${exactSum(`power(0.5, (b.back - 1) / ${HALF_LIFE.orders.toFixed(1)})`)} AS decayed_orders,
        ${exactSum(`power(0.5, b.days_ago / ${HALF_LIFE.days.toFixed(1)})`)} AS decayed_days,
        ${dial("b.hour", "c.hour", 24)} AS hour_cos, ${dial("b.weekday", "c.weekday", 7)} AS weekday_cos
      FROM bought b JOIN ${coming} c ON c.customer = b.customer
      GROUP BY b.customer, b.product
    ), of_lines AS (
      SELECT customer, count(*) AS n_lines, count(DISTINCT product) AS n_products, sum(reordered) AS reorders,
        sum(coalesce(gap, -1)) AS gap_sum
      FROM ${lines} GROUP BY customer
    ), of_orders AS (
      SELECT customer, count(*) AS n_orders, ${countIf("size > 0")} AS n_filled,
        ${countIf("order_number > 1 AND reorders = 0")} AS none_orders, sum(coalesce(gap, 0)) AS days,
        max(CASE WHEN back = 1 THEN size END) AS last_size, max(CASE WHEN back = 1 THEN reorders END) AS last_reorders,
        sum(CASE WHEN back <= 3 THEN size ELSE 0 END) AS three_size, ${countIf("back <= 3 AND size > 0")} AS three_orders,
        CASE WHEN count(gap) > 1 THEN sqrt((sum(gap * gap) - CAST(sum(gap) * sum(gap) AS DOUBLE) / count(gap))
          / (count(gap) - 1)) END AS sd_gap
      FROM ${orders} GROUP BY customer
    ), weekdays AS (${mode(lines, "weekday")}), hours AS (${mode(lines, "hour")}),
    customers AS (
      SELECT l.customer, l.n_lines, l.n_products, l.reorders, l.gap_sum, o.n_orders, o.n_filled, o.none_orders, o.days,
        o.last_size, o.last_reorders, o.three_size, o.three_orders, o.sd_gap,
        w.weekday AS weekday_most, h.hour AS hour_most
      FROM of_lines l JOIN of_orders o ON o.customer = l.customer
      JOIN weekdays w ON w.customer = l.customer JOIN hours h ON h.customer = l.customer
    ), counted AS (
      SELECT product, times, reorders, cart_sum, buyers, once, early, early_again, again, chances,
        sum(reorders) OVER (PARTITION BY aisle) AS aisle_reorders, sum(times) OVER (PARTITION BY aisle) AS aisle_times,
        sum(reorders) OVER (PARTITION BY department) AS department_reorders,
        sum(times) OVER (PARTITION BY department) AS department_times
      FROM ${products}
    )
    SELECT p.customer, p.product,
      ${features.map(({ name, sql }) => `CAST(${sql} AS REAL) AS ${name}`).join(",\n      ")}
    FROM pair p JOIN customers u ON u.customer = p.customer JOIN counted q ON q.product = p.product
    JOIN ${coming} c ON c.customer = p.customer
    ORDER BY p.customer, p.product`;
}

/** The value of most of a customer's lines, the least on ties. */
function mode(lines: string, column: string): string {
  return `SELECT customer, ${column} FROM (
      SELECT customer, ${column}, row_number() OVER (PARTITION BY customer ORDER BY count(*) DESC, ${column}) AS place
      FROM ${lines} GROUP BY customer, ${column}) ranked WHERE place = 1`;
}
