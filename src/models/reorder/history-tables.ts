import { type Engine, numbers } from "../../data/engine";
import type { ReorderTables } from "./labelled-order";

/** Customers whose ids lie from `low` to `high`, worked on at once so that memory stays bounded. */
export interface CustomerBlock {
  readonly low: number;
  readonly high: number;
}

/**
 * Counts over history by product, of all customers, drawn or not: makes `products`. O(lines), a block at a time.
 *
 * - `times`, `reorders`, `cart_sum`: lines, those bought before, and the sum of places in carts;
 * - `buyers`, `once`: customers who bought it, and who did so in one order;
 * - `early`, `early_again`: customers whose first purchase was not in their last order of history, and who bought again;
 * - `again`, `chances`: purchases after the first, and orders after the first, over customers;
 * - `wanted`: customers who bought it and whose pairs are wanted.
 *
 * @returns how many pairs are wanted
 */
export async function countProducts(
  engine: Engine,
  { past, counts, products }: ReorderTables,
  blocks: readonly CustomerBlock[],
  onBlock: () => void,
): Promise<number> {
  const names = "times, reorders, cart_sum, buyers, once, early, early_again, again, chances, wanted".split(
    ", ",
  );
  await engine.execute(
    `CREATE TABLE ${counts} (product INTEGER, ${names.map((n) => `${n} BIGINT`).join(", ")})`,
  );
  for (const { low, high } of blocks) {
    await engine.execute(`INSERT INTO ${counts}
      SELECT product, sum(n), sum(reorders), sum(cart_sum), count(*), sum(CASE WHEN n = 1 THEN 1 ELSE 0 END),
        sum(CASE WHEN first_back > 1 THEN 1 ELSE 0 END), sum(CASE WHEN first_back > 1 AND n > 1 THEN 1 ELSE 0 END),
        sum(n - 1), sum(first_back - 1), sum(wanted)
      FROM (SELECT o.customer, l.product, count(*) AS n, sum(CAST(l.reordered AS INTEGER)) AS reorders,
              sum(CAST(l.cart_position AS INTEGER)) AS cart_sum, max(o.back) AS first_back, max(o.wanted) AS wanted
            FROM lines l JOIN ${past} o ON o.order_id = l.order_id
            WHERE o.customer BETWEEN ${low} AND ${high}
            GROUP BY o.customer, l.product) pair
      GROUP BY product`);
    onBlock();
  }
  const sums = names.map((n) => `CAST(sum(c.${n}) AS BIGINT) AS ${n}`).join(", ");
  await engine.execute(`CREATE TABLE ${products} AS
    SELECT c.product, p.aisle, p.department, ${sums}
    FROM ${counts} c JOIN products p ON p.product = c.product
    GROUP BY c.product, p.aisle, p.department`);
  await engine.execute(`DROP TABLE ${counts}`);
  const pairs = await engine.query(
    `SELECT CAST(coalesce(sum(wanted), 0) AS BIGINT) AS pairs FROM ${products}`,
  );
  return numbers(pairs, "pairs")[0]!;
}

/**
 * The history of a block's drawn customers and how their labelled orders begin: makes `lines`, `orders` and `coming`, in
 * place of those of the block before. Labelled orders without lines are left out: nobody knows what they held.
 * O(lines of the data set): those of other customers are passed over.
 */
export async function takeHistory(
  engine: Engine,
  tables: ReorderTables,
  block: CustomerBlock,
): Promise<void> {
  const { cuts, past, answers, lines, orders, coming } = tables;
  for (const table of [lines, orders, coming]) await engine.execute(`DROP TABLE IF EXISTS ${table}`);
  const inBlock = `customer BETWEEN ${block.low} AND ${block.high}`;
  await engine.execute(`CREATE TABLE ${coming} AS
    SELECT c.customer, c.cut AS order_number, c.gap, c.weekday, c.hour FROM ${cuts} c
    JOIN (SELECT DISTINCT customer FROM ${answers} WHERE ${inBlock}) filled ON filled.customer = c.customer`);
  await engine.execute(`CREATE TABLE ${lines} AS
    SELECT o.customer, l.product, o.back, o.days_ago, o.gap, o.weekday, o.hour,
      CAST(l.cart_position AS INTEGER) AS cart_position, CAST(l.reordered AS INTEGER) AS reordered
    FROM lines l JOIN ${past} o ON o.order_id = l.order_id JOIN ${coming} c ON c.customer = o.customer
    WHERE o.${inBlock}`);
  await engine.execute(`CREATE TABLE ${orders} AS
    SELECT o.customer, o.order_number, o.back, o.days_ago, o.gap, coalesce(s.size, 0) AS size,
      coalesce(s.reorders, 0) AS reorders
    FROM ${past} o JOIN ${coming} c ON c.customer = o.customer
    LEFT JOIN (SELECT customer, back, count(*) AS size, sum(reordered) AS reorders FROM ${lines}
               GROUP BY customer, back) s ON s.customer = o.customer AND s.back = o.back
    WHERE o.${inBlock}`);
}
