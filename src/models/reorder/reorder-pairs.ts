import { type Columns, type Engine, numbers, texts } from "../../data/engine";
import type { Features } from "../features/features";
import { queryAsOf } from "./as-of";
import { collectPairs } from "./collect-pairs";
import { drawnSql } from "./draw-customers";
import { REORDER_FEATURES, type ReorderFeature } from "./feature-list";
import { featureSql } from "./feature-sql";
import { type CustomerBlock, countProducts, takeHistory } from "./history-tables";
import { cutOrders, type ReorderLabel, type ReorderTables, reorderTables } from "./labelled-order";

/** Which pairs of Instacart to prepare. */
export interface ReorderOptions {
  /** The order that is predicted; `"last prior order"` by default. */
  readonly label?: ReorderLabel;
  /** The share of customers to draw, above 0 to 1 (all, the default). Features do not hang on who else is drawn. */
  readonly share?: number;
  /** Seed of the draw; 1 by default. */
  readonly seed?: number;
  /** The features by name, in this order; all of {@link REORDER_FEATURES} by default. */
  readonly features?: readonly string[];
  /** About how many orders of history are worked on at once; 75,000 by default. More need more memory. */
  readonly blockOrders?: number;
  /** Called as blocks of customers are done: products are counted first, then features. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Customers and the products they bought before, as of one order each: one row a pair, by customer and product. */
export interface ReorderPairs {
  readonly label: ReorderLabel;
  /** Float32Arrays, NaN where missing. */
  readonly features: Features;
  /** 1 where the labelled order holds the product, else 0. */
  readonly labels: Uint8Array;
  /** The ids of each pair's customer and product. */
  readonly customers: Int32Array;
  readonly products: Int32Array;
  /** Order o, the only one of its customer, has the pairs `starts[o]` up to, without, `starts[o + 1]`. */
  readonly starts: Uint32Array;
  /** The share of orders that hold no product bought before: "None". */
  readonly noneRate: number;
  /** The name of a pair's product, from the shop's list. O(1). @throws RangeError when there is no such pair. */
  productName(pair: number): string;
}

/**
 * The data of reorder prediction: of every customer with a labelled order, each product he bought before it, with
 * features as of that order and whether it is in there. No query of features reads the lines of the labelled order or of
 * later ones (`queryAsOf` refuses it); of the labelled order it knows what is known when it is begun: the days since the
 * one before, its weekday and hour. Features of products count the history of all customers, and only that, so they hold
 * no label; without dates nobody can tell whether another customer's history was earlier. Left out are customers without
 * a labelled order, with none before it, and those whose labelled order has no lines in the files.
 *
 * O(lines log lines) in the engine, in blocks of customers; memory is that of the answer (4 bytes a pair and feature)
 * and what the engine may hold.
 *
 * @param shop Instacart, open
 * @throws RangeError when the label, the share or a feature is none, or there is nothing to predict; the message says why
 * @example const pairs = await reorderPairs(shop, { label: "last prior order", share: 0.1 });
 */
export async function reorderPairs(
  shop: { readonly engine: Engine },
  options: ReorderOptions = {},
): Promise<ReorderPairs> {
  const { label = "last prior order", share = 1, seed = 1, blockOrders = 75_000, onProgress } = options;
  if (!(blockOrders >= 1)) throw new RangeError(`Blocks of ${blockOrders} orders: give at least 1.`);
  const features = chosenFeatures(options.features);
  const names = features.map(({ name }) => name);
  const drawn = drawnSql("c.customer", share, seed);
  const { engine } = shop;
  const tables = reorderTables();
  try {
    await cutOrders(engine, tables, label, drawn);
    const all = await blocksOf(engine, tables, "TRUE", blockOrders);
    const own = await blocksOf(engine, tables, "wanted = 1", blockOrders);
    let done = 0;
    const onBlock = () => onProgress?.(++done, all.length + own.length);
    const rows = await countProducts(engine, tables, all, onBlock);
    if (rows === 0) throw nothingFound(label);
    const collector = collectPairs(rows, names);
    for (const block of own) {
      await takeHistory(engine, tables, block);
      const found = await queryAsOf(engine, tables, featureSql(tables, features));
      collector.add(found, await answersOf(engine, tables, block));
      onBlock();
    }
    const pairs = collector.collected();
    return { label, ...pairs, productName: await productNamer(engine, pairs.products) };
  } finally {
    for (const table of Object.values(tables)) await engine.execute(`DROP TABLE IF EXISTS ${table}`);
  }
}

function chosenFeatures(names: readonly string[] | undefined): readonly ReorderFeature[] {
  if (names === undefined) return REORDER_FEATURES;
  if (names.length === 0) throw new RangeError("There are no features: name at least one.");
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`The feature "${twice}" is named twice: name each once.`);
  return names.map((name) => {
    const found = REORDER_FEATURES.find((feature) => feature.name === name);
    if (found !== undefined) return found;
    const known = REORDER_FEATURES.map((feature) => feature.name).join(", ");
    throw new RangeError(`There is no feature "${name}"; there are: ${known}.`);
  });
}

/** Customers with history, cut into blocks of about as many orders. */
async function blocksOf(
  engine: Engine,
  { past }: ReorderTables,
  where: string,
  most: number,
): Promise<readonly CustomerBlock[]> {
  const found = await engine.query(`SELECT customer, count(*) AS n FROM ${past} WHERE ${where}
    GROUP BY customer ORDER BY customer`);
  const [customers, counts] = [numbers(found, "customer"), numbers(found, "n")];
  const blocks: CustomerBlock[] = [];
  let [first, orders] = [0, 0];
  for (let i = 0; i < customers.length; i++) {
    orders += counts[i]!;
    if (orders < most && i + 1 < customers.length) continue;
    blocks.push({ low: customers[first]!, high: customers[i]! });
    [first, orders] = [i + 1, 0];
  }
  return blocks;
}

/** What the labelled orders of a block hold: read beside the features, by no query of theirs. */
function answersOf(
  engine: Engine,
  { answers }: ReorderTables,
  { low, high }: CustomerBlock,
): Promise<Columns> {
  return engine.query(`SELECT customer, product FROM ${answers} WHERE customer BETWEEN ${low} AND ${high}
    ORDER BY customer, product`);
}

function nothingFound(label: ReorderLabel): RangeError {
  const advice =
    label === "train order"
      ? 'the lines of train orders are in order_products__train.csv; without it, take the label "last prior order"'
      : "take a label with orders before it, or a larger share of the customers";
  return new RangeError(
    `No customer has both a labelled order with lines and orders before it (label ${JSON.stringify(label)}): ${advice}.`,
  );
}

async function productNamer(engine: Engine, products: Int32Array): Promise<(pair: number) => string> {
  const found = await engine.query("SELECT product, name FROM products");
  const names = texts(found, "name");
  const byId = new Map(Array.from(numbers(found, "product"), (id, i) => [id, names[i] ?? ""]));
  return (pair) => {
    const name = byId.get(products[pair] ?? Number.NaN);
    if (name === undefined)
      throw new RangeError(`There is no pair ${pair}: take one from 0 to ${products.length - 1}.`);
    return name;
  };
}
