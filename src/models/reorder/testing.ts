import { openDuckDB } from "../../data/duckdb";
import type { Engine } from "../../data/engine";
import type { ReorderLabel } from "./labelled-order";

/** An order of a small shop. For tests. */
export interface SmallOrder {
  readonly customer: number;
  readonly number: number;
  readonly set: "prior" | "train" | "test";
  /** Days since the order before; null for the first. */
  readonly gap: number | null;
  readonly weekday: number;
  readonly hour: number;
  /** Ids of products, in the order of the cart. */
  readonly cart: readonly number[];
}

/** The aisle and the department of a product of a small shop: three products an aisle, two aisles a department. */
export const aisleOf = (product: number) => Math.floor(product / 3);
export const departmentOf = (product: number) => Math.floor(product / 6);

/** An engine with the tables of Instacart that hold the orders and products 0 to 29. For tests; close it. */
export async function smallShop(orders: readonly SmallOrder[]): Promise<Engine> {
  const engine = await openDuckDB();
  const idOf = ({ customer, number }: SmallOrder) => customer * 1000 + number;
  const had = new Set<string>();
  const lines = [...orders]
    .sort((a, b) => a.customer - b.customer || a.number - b.number)
    .flatMap((order) => {
      const rows = order.cart.map((product, i) => {
        return `(${idOf(order)}, ${product}, ${i + 1}, ${had.has(`${order.customer} ${product}`) ? 1 : 0})`;
      });
      for (const product of order.cart) had.add(`${order.customer} ${product}`);
      return rows;
    });
  const products = Array.from(
    { length: 30 },
    (_, p) => `(${p}, 'Product ${p}', ${aisleOf(p)}, ${departmentOf(p)})`,
  );
  const fill = async (table: string, columns: string, rows: readonly string[]) => {
    await engine.execute(`CREATE TABLE ${table} (${columns})`);
    if (rows.length > 0) await engine.execute(`INSERT INTO ${table} VALUES ${rows.join(", ")}`);
  };
  await fill(
    "orders",
    "order_id INTEGER, customer INTEGER, eval_set VARCHAR, order_number SMALLINT, weekday TINYINT, hour TINYINT, gap TINYINT",
    orders.map((o) => {
      return `(${idOf(o)}, ${o.customer}, '${o.set}', ${o.number}, ${o.weekday}, ${o.hour}, ${o.gap ?? "NULL"})`;
    }),
  );
  await fill("lines", "order_id INTEGER, product INTEGER, cart_position SMALLINT, reordered TINYINT", lines);
  await fill("products", "product INTEGER, name VARCHAR, aisle INTEGER, department INTEGER", products);
  return engine;
}

/** The orders of every customer before his labelled one, and that one, if he has it. For tests. */
export function cutByHand(orders: readonly SmallOrder[], label: ReorderLabel) {
  const byCustomer = new Map<number, SmallOrder[]>();
  for (const order of [...orders].sort((a, b) => a.customer - b.customer || a.number - b.number)) {
    byCustomer.set(order.customer, [...(byCustomer.get(order.customer) ?? []), order]);
  }
  return [...byCustomer].map(([customer, own]) => {
    const prior = own.filter(({ set }) => set === "prior");
    if (label === "train order") {
      return { customer, past: prior, labelled: own.find(({ set }) => set === "train") };
    }
    const at = prior.length - 1 - (label === "last prior order" ? 0 : label.back);
    return { customer, past: prior.slice(0, Math.max(0, at)), labelled: prior[at] };
  });
}
