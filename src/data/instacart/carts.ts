import type { RowRule } from "../keys";

/** In more lines than these, products are not looked for twice in a cart: it takes longer than all the rest. */
const MOST_PAIRS = 5_000_000;

/**
 * The rules of carts: the places in each run 1, 2, 3 … n, so that no line is missing or stands twice; a first order holds
 * nothing that was bought before; and, in up to five million lines, no product stands twice in a cart. O(lines).
 * @param table the engine's table of lines; `orders` must be there
 * @param lines how many lines it has
 * @example for (const rule of cartRules("lines", 155_824)) await requireRule(engine, origin, rule);
 */
export function cartRules(table: string, lines: number): readonly RowRule[] {
  const rules = [places(table), firstOrders(table)];
  return lines > MOST_PAIRS ? rules : [...rules, pairs(table)];
}

function places(table: string): RowRule {
  // n whole numbers with the greatest, the sum and the sum of squares of 1 … n; a sort of all lines would spill.
  const n = "count(*)";
  const place = "CAST(cart_position AS BIGINT)";
  return {
    column: "cart_position",
    faulty: `FROM (
        SELECT l.rowid, l.cart_position,
          coalesce(lag(l.cart_position) OVER (PARTITION BY l.order_id ORDER BY l.cart_position, l.rowid), 0) + 1 AS next
        FROM ${table} l JOIN (
          SELECT order_id FROM ${table} GROUP BY order_id
          HAVING max(cart_position) <> ${n} OR sum(${place}) * 2 <> ${n} * (${n} + 1)
            OR sum(${place} * ${place}) * 6 <> ${n} * (${n} + 1) * (2 * ${n} + 1)) f ON f.order_id = l.order_id
      ) t WHERE t.cart_position <> t.next`,
    problem: (value) =>
      `The places in this order's cart do not run 1, 2, 3 …: a line is missing before place ${value}, or the place stands twice`,
    advice: "give all lines of an order, each once",
  };
}

function firstOrders(table: string): RowRule {
  return {
    column: "reordered",
    faulty: `FROM ${table} t JOIN orders o ON o.order_id = t.order_id AND o.order_number = 1 WHERE t.reordered = 1`,
    problem: () => "A customer's first order holds nothing that was bought before, and this line says so",
    advice: "write 0, and take all files from the same copy of the data",
  };
}

function pairs(table: string): RowRule {
  return {
    column: "product",
    faulty: `FROM ${table} t JOIN (SELECT order_id, product, min(rowid) AS first FROM ${table}
      GROUP BY order_id, product HAVING count(*) > 1) twice
      ON twice.order_id = t.order_id AND twice.product = t.product WHERE t.rowid > twice.first`,
    problem: (value) => `The product ${value} stands twice in the cart of this order`,
    advice: "keep one of the lines",
  };
}
