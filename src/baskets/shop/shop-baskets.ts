import { type Engine, numbers, texts } from "../../data/engine";
import { productLabels } from "../../data/product-labels";
import { type KeyedTransactions, transactionsOfLines } from "../transactions";

/** Baskets of a table of order lines, with what is known of each, in the order of their ids' first lines. */
export interface ShopBaskets {
  readonly transactions: KeyedTransactions;
  /** The customer of each basket. */
  readonly customer: readonly string[];
  /** When each basket was: the time of its last line, UTC milliseconds. */
  readonly time: Float64Array;
  /** What each basket is worth: the sum of its lines, in the shop's currency. */
  readonly worth: Float64Array;
  /** The basket and the item of each line, in the order of the lines, for those who sample them. */
  readonly lines: { readonly baskets: readonly string[]; readonly items: readonly string[] };
}

/** What {@link shopBaskets} reads, and as what. */
export interface ShopBasketsOptions {
  /** A table of order lines with `line`, `customer`, `order_time` and `total_purchase`, or a query in brackets with a name. */
  readonly from: string;
  /** The column or expression that says which lines are one basket; `order_id` by default. */
  readonly basket?: string;
  /** The column or expression of items; `product` by default. */
  readonly item?: string;
  /**
   * Names of items to label them by, less blanks at their ends and double ones; where two items have one name, each gets
   * its id in brackets. Without names, items are labelled as they are.
   */
  readonly names?: ReadonlyMap<string, string>;
}

/**
 * Reads baskets from a table of order lines. O(lines).
 *
 * @throws RangeError when a basket holds lines of two customers, or a line has no basket, item or customer (names it)
 * @throws Error when the table or one of its columns is not there
 * @example await shopBaskets(shop.engine, { from: lines.table, names: await productNames(shop.engine, lines.table) })
 */
export async function shopBaskets(
  engine: Engine,
  { from, basket = "order_id", item = "product", names }: ShopBasketsOptions,
): Promise<ShopBaskets> {
  const found = await engine.query(`
    SELECT CAST(${basket} AS VARCHAR) AS basket, CAST(${item} AS VARCHAR) AS item, customer, order_time,
      CAST(total_purchase AS DOUBLE) AS worth
    FROM ${from}
    ORDER BY line`);
  const [baskets, ids, customers] = ["basket", "item", "customer"].map((name) =>
    filled(texts(found, name), name),
  ) as [string[], string[], string[]];
  const label = labeller(ids, names);
  const items = ids.map((id) => label.get(id) as string);
  const transactions = transactionsOfLines(baskets, items);
  const rowOf = new Map(transactions.baskets.map((id, row) => [id, row]));
  const customer: string[] = [];
  const time = new Float64Array(transactions.rows).fill(-Infinity);
  const worth = new Float64Array(transactions.rows);
  const [times, amounts] = [numbers(found, "order_time"), numbers(found, "worth")];
  baskets.forEach((id, line) => {
    const row = rowOf.get(id) as number;
    const of = customers[line] as string;
    const known = customer[row] ?? of;
    if (known !== of)
      throw new RangeError(`Basket ${id} is of customers ${known} and ${of}: a basket is one customer's.`);
    customer[row] = of;
    time[row] = Math.max(time[row] as number, times[line] as number);
    worth[row] = (worth[row] as number) + (amounts[line] as number);
  });
  return { transactions, customer, time, worth, lines: { baskets, items } };
}

function filled(column: readonly (string | null)[], name: string): string[] {
  const missing = column.indexOf(null);
  if (missing >= 0) throw new RangeError(`Line ${missing + 1} has no ${name}: leave such lines out first.`);
  return column as string[];
}

/** The label of each item: its name, told apart from others of that name; without names itself. */
function labeller(
  ids: readonly string[],
  names: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  const own = new Map(ids.map((id) => [id, names?.get(id) ?? id]));
  return names === undefined ? own : productLabels(own);
}
