import { rawTable } from "./checks";
import { MONTHS } from "./layouts";

const MONTH_NUMBER = `CASE month ${MONTHS.map((month, i) => `WHEN '${month}' THEN ${i + 1}`).join(" ")} END`;

/**
 * The views of "E-commerce 2019" over its raw tables, by name, in the SQL that DuckDB and Trino share. A basket is a
 * customer with a transaction id, as some ids belong to more than one customer. Weekday 0 is Monday.
 */
export const ECOMMERCE_VIEWS: ReadonlyMap<string, string> = new Map([
  ["sales", `SELECT * FROM ${rawTable("sales")}`],
  [
    "customers",
    `SELECT customer, CASE gender WHEN '여' THEN 'female' ELSE 'male' END AS gender, region, tenure
     FROM ${rawTable("customers")}`,
  ],
  [
    "discounts",
    `SELECT month, ${MONTH_NUMBER} AS month_number, category, coupon_code, rate FROM ${rawTable("discounts")}`,
  ],
  ["marketing", `SELECT date, offline_cost, online_cost FROM ${rawTable("marketing")}`],
  ["taxes", `SELECT category, gst FROM ${rawTable("taxes")}`],
  [
    "order_lines",
    `SELECT line, customer, customer || ' ' || transaction AS order_id, CAST(date AS TIMESTAMP) AS order_time,
       product, category, quantity, unit_price, quantity * unit_price AS total_purchase, delivery_fee, coupon, date,
       EXTRACT(MONTH FROM date) AS month, date_diff('day', DATE '1900-01-01', date) % 7 AS weekday
     FROM ${rawTable("sales")}`,
  ],
]);
