import { open } from "node:fs/promises";
import { join } from "node:path";
import { csvCell } from "../../csv";
import {
  AISLES_LAYOUT,
  DEPARTMENTS_LAYOUT,
  LINES_LAYOUT,
  ORDERS_LAYOUT,
  PRODUCTS_LAYOUT,
} from "../../instacart/layout";
import { headerOf, type Layout } from "../../layout";
import { basketsOf } from "./baskets";
import { bundlesOf } from "./bundles";
import { makeInstacartCatalogue } from "./catalogue";
import { DEPARTMENTS } from "./departments";
import { checkedOptions, type InstacartGenerateOptions } from "./options";
import { customerTypes } from "./types";
import { planUser, userStream } from "./users";

const BLOCK = 1 << 20;

/** The files that {@link writeInstacart} writes. */
export const INSTACART_FILES = [
  "orders.csv",
  "order_products__prior.csv",
  "order_products__train.csv",
  "products.csv",
  "aisles.csv",
  "departments.csv",
] as const;

/**
 * Writes generated Instacart data in the original's layout (hours as 08, gaps as 15.0) into a folder. O(lines), memory
 * of a block for each file: 2,000 customers take about half a second, all 206,209 with 34 million lines a minute or two.
 * @throws RangeError when the options are out of range; Error as `node:fs` does when a file cannot be written.
 * @example await writeInstacart("data/instacart", { seed: 1, users: 500 })
 */
export async function writeInstacart(folder: string, options: InstacartGenerateOptions): Promise<void> {
  const { seed, users, separation, bundles } = checkedOptions(options);
  const types = customerTypes(separation);
  const catalogue = makeInstacartCatalogue(users);
  const baskets = basketsOf(catalogue, types, bundlesOf(catalogue, bundles));
  const [ordersFile, priorFile, trainFile, ...names] = INSTACART_FILES;
  const orders = await writer(join(folder, ordersFile), ORDERS_LAYOUT);
  const prior = await writer(join(folder, priorFile), LINES_LAYOUT);
  const train = await writer(join(folder, trainFile), LINES_LAYOUT);
  try {
    let id = 0;
    for (let user = 0; user < users; user++) {
      const plan = planUser(types, seed, user);
      baskets.start(plan.type, userStream(seed, user, "products"));
      for (const [i, order] of plan.orders.entries()) {
        const set = i < plan.orders.length - 1 ? "prior" : plan.last;
        const hour = String(order.hour).padStart(2, "0");
        const gap = i === 0 ? "" : `${order.gap}.0`;
        orders.add(`${++id},${user + 1},${set},${i + 1},${order.weekday},${hour},${gap}\n`);
        if (set === "test") continue;
        const { size, product, reordered } = baskets.next(order);
        let rows = "";
        for (let k = 0; k < size; k++) rows += `${id},${product[k]! + 1},${k + 1},${reordered[k]}\n`;
        (set === "prior" ? prior : train).add(rows);
      }
      for (const file of [orders, prior, train]) await file.flushFull();
    }
  } finally {
    for (const file of [orders, prior, train]) await file.close();
  }
  const { names: products, aisleOf, departmentOf, aisles } = catalogue;
  const tables: readonly (readonly [string, Layout, readonly string[]])[] = [
    [
      names[0],
      PRODUCTS_LAYOUT,
      products.map((name, i) => `${csvCell(name)},${aisleOf[i]! + 1},${departmentOf[i]! + 1}`),
    ],
    [names[1], AISLES_LAYOUT, aisles],
    [names[2], DEPARTMENTS_LAYOUT, DEPARTMENTS.map(({ name }) => name)],
  ];
  for (const [name, layout, rows] of tables) {
    const file = await writer(join(folder, name), layout);
    file.add(rows.map((row, i) => `${i + 1},${row}\n`).join(""));
    await file.close();
  }
}

/** A file that gathers rows and writes them a megabyte at a time. */
async function writer(path: string, layout: Layout) {
  const file = await open(path, "w");
  let block = `${headerOf(layout)}\n`;
  const flush = async () => {
    await file.write(block);
    block = "";
  };
  return {
    add(rows: string): void {
      block += rows;
    },
    async flushFull(): Promise<void> {
      if (block.length >= BLOCK) await flush();
    },
    async close(): Promise<void> {
      await flush();
      await file.close();
    },
  };
}
