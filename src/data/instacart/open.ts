import { numbers } from "../engine";
import {
  checkedOptions,
  INSTACART_GENERATOR_VERSION,
  type InstacartGenerateOptions,
} from "../generate/instacart/options";
import { type InstacartTruth, instacartTruth } from "../generate/instacart/truth";
import { INSTACART_FILES, writeInstacart } from "../generate/instacart/write";
import { type Ledger, makeLedger } from "../ledger";
import { type Dataset, type DatasetOptions, DEFAULT_SEED, type Definition, openFiles } from "../opened";
import { checkInstacart } from "./checks";
import { AISLES_LAYOUT, DEPARTMENTS_LAYOUT, LINES_LAYOUT, ORDERS_LAYOUT, PRODUCTS_LAYOUT } from "./layout";

/** The tables and the view of {@link Instacart}. */
export const INSTACART_TABLES = [
  "orders",
  "lines",
  "products",
  "aisles",
  "departments",
  "order_lines",
] as const;

/**
 * Instacart, open. Ids are whole numbers, as in the files: over 32.4 million lines they take a third of the memory and
 * time of texts. There are no dates and no prices: an order has its number among its customer's and the gap, the days
 * since the one before, which the original caps at 30. The engine's tables:
 *
 * - `orders(order_id, customer, eval_set, order_number, weekday, hour, gap)`: `gap` is NULL on the first order; `weekday`
 *   is the file's `order_dow` from 0 to 6, whose first day is not documented;
 * - `lines(order_id, product, cart_position, reordered)`: of prior orders, and of train orders where their file is
 *   there; `reordered` is 1 where the customer had the product before, else 0;
 * - `products(product, name, aisle, department)`, `aisles(aisle, name)`, `departments(department, name)`;
 * - the view `order_lines(customer, order_id, order_number, gap, weekday, hour, product, product_name, aisle, department,
 *   cart_position, reordered)`, with the names of aisle and department.
 */
export interface Instacart extends Dataset {
  readonly name: "instacart";
  readonly tables: typeof INSTACART_TABLES;
  /** Of the orders: those without lines (test orders, whose lines were never published) and those with. */
  readonly ledger: Ledger;
  /** What was planted in generated rows; real data have no such function. Draws the customers again, not the lines. */
  truth?(): InstacartTruth;
}

/** Which rows of Instacart to open. */
export interface InstacartOptions extends DatasetOptions, Omit<InstacartGenerateOptions, "seed"> {}

const FILES: Definition["files"] = [
  { file: "orders.csv", table: "orders", layout: ORDERS_LAYOUT },
  { file: "order_products__prior.csv", table: "lines", layout: LINES_LAYOUT },
  { file: "order_products__train.csv", table: "lines_train", layout: LINES_LAYOUT, optional: true },
  { file: "products.csv", table: "products", layout: PRODUCTS_LAYOUT },
  { file: "aisles.csv", table: "aisles", layout: AISLES_LAYOUT },
  { file: "departments.csv", table: "departments", layout: DEPARTMENTS_LAYOUT },
];

const ORDER_LINES = `CREATE VIEW order_lines AS
  SELECT o.customer, l.order_id, o.order_number, o.gap, o.weekday, o.hour, l.product, p.name AS product_name,
    a.name AS aisle, d.name AS department, l.cart_position, l.reordered
  FROM lines l
  JOIN orders o ON o.order_id = l.order_id
  JOIN products p ON p.product = l.product
  JOIN aisles a ON a.aisle = p.aisle
  JOIN departments d ON d.department = p.department`;

/**
 * Opens Instacart: the real files, whole or a subset, else generated ones of the same layout. 3.4 million orders with
 * 32.4 million lines open within 3 GB; see `npm run bench -- instacart`.
 * @throws DataError when a real file is asked for or partly there but missing, breaks its layout, or has an id that
 * leads nowhere; it names file, line, column, value and what to do. RangeError when what to generate is out of range.
 * @example
 * const shop = await openInstacart();
 * (await shop.query("SELECT department, avg(reordered) AS rate FROM order_lines GROUP BY department")).print();
 */
export async function openInstacart(options: InstacartOptions = {}): Promise<Instacart> {
  const generate = {
    seed: options.seed ?? DEFAULT_SEED,
    users: options.users,
    separation: options.separation,
    bundles: options.bundles,
  };
  const { seed, users, separation, bundles } = checkedOptions(generate);
  const dataset = await openFiles(
    {
      name: "instacart",
      files: FILES,
      generated: () => ({
        label: `instacart-v${INSTACART_GENERATOR_VERSION}-seed${seed}-users${users}-separation${separation}${bundles > 0 ? `-bundles${bundles}` : ""}`,
        files: INSTACART_FILES,
        write: (folder) => writeInstacart(folder, generate),
      }),
      async prepare(engine, paths) {
        await checkInstacart(engine, paths);
        if (paths.has("order_products__train.csv")) {
          await engine.execute("INSERT INTO lines SELECT * FROM lines_train");
          await engine.execute("DROP TABLE lines_train");
        }
        await engine.execute(ORDER_LINES);
      },
    },
    options,
  );
  return {
    ...dataset,
    name: "instacart",
    tables: INSTACART_TABLES,
    ledger: await ledgerOf(dataset),
    ...(dataset.source === "generated" && { truth: () => instacartTruth(generate) }),
  };
}

async function ledgerOf({ engine }: Dataset): Promise<Ledger> {
  const found = await engine.query(`
    SELECT count(*) AS orders, sum(CASE WHEN o.eval_set = 'test' THEN 1 ELSE 0 END) AS test, count(l.order_id) AS filled
    FROM orders o LEFT JOIN (SELECT DISTINCT order_id FROM lines) l ON l.order_id = o.order_id`);
  const [orders, test, filled] = ["orders", "test", "filled"].map((name) => numbers(found, name)[0]!);
  return makeLedger("orders", orders!, [
    { step: "test orders", reason: "the lines of test orders were never published", kept: orders! - test! },
    { step: "no lines", reason: "the order has no lines in the files that are there", kept: filled! },
  ]);
}
