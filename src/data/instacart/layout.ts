import { type Layout, type RawColumn, text } from "../layout";

const id = (header: string, name: string): RawColumn => {
  const looks = "an id: a whole number from 1 such as 17794";
  return { header, name, type: "integer", nullable: false, looks, pattern: "[1-9][0-9]{0,8}" };
};

const layout = (...columns: readonly RawColumn[]): Layout => {
  return { dataset: "instacart", encoding: "utf-8", numbered: false, columns };
};

/** `orders.csv`: one row an order. Hours stand as 8 or 08, gaps as 15 or 15.0; a customer's first order has none. */
export const ORDERS_LAYOUT = layout(
  id("order_id", "order_id"),
  id("user_id", "customer"),
  {
    header: "eval_set",
    name: "eval_set",
    type: "text",
    nullable: false,
    looks: "one of prior, train and test",
    pattern: "prior|train|test",
  },
  {
    header: "order_number",
    name: "order_number",
    type: "integer",
    nullable: false,
    looks: "the order's number among its customer's, from 1 to 999",
    pattern: "[1-9][0-9]{0,2}",
    sql: "SMALLINT",
  },
  {
    header: "order_dow",
    name: "weekday",
    type: "integer",
    nullable: false,
    looks: "a weekday from 0 to 6",
    pattern: "[0-6]",
    sql: "TINYINT",
  },
  {
    header: "order_hour_of_day",
    name: "hour",
    type: "integer",
    nullable: false,
    looks: "an hour from 0 to 23",
    pattern: "0?[0-9]|1[0-9]|2[0-3]",
    sql: "TINYINT",
  },
  {
    header: "days_since_prior_order",
    name: "gap",
    type: "integer",
    nullable: true,
    looks: "whole days from 0 to 30 such as 15.0",
    pattern: "([0-9]|[12][0-9]|30)(\\.0)?",
    sql: "TINYINT",
  },
);

/** `order_products__prior.csv` and `order_products__train.csv`: one row a product of an order. */
export const LINES_LAYOUT = layout(
  id("order_id", "order_id"),
  id("product_id", "product"),
  {
    header: "add_to_cart_order",
    name: "cart_position",
    type: "integer",
    nullable: false,
    looks: "the place in the cart, from 1 to 9999",
    pattern: "[1-9][0-9]{0,3}",
    sql: "SMALLINT",
  },
  {
    header: "reordered",
    name: "reordered",
    type: "integer",
    nullable: false,
    looks: "0 or 1",
    pattern: "[01]",
    sql: "TINYINT",
  },
);

/** `products.csv`. */
export const PRODUCTS_LAYOUT = layout(
  id("product_id", "product"),
  text("product_name", "name", false),
  id("aisle_id", "aisle"),
  id("department_id", "department"),
);

/** `aisles.csv`. */
export const AISLES_LAYOUT = layout(id("aisle_id", "aisle"), text("aisle", "name", false));

/** `departments.csv`. */
export const DEPARTMENTS_LAYOUT = layout(
  id("department_id", "department"),
  text("department", "name", false),
);
