import { open } from "node:fs/promises";
import { join } from "node:path";
import { csvCell } from "../../csv";
import { ECOMMERCE_FILES, ECOMMERCE_LAYOUTS, MONTHS } from "../../ecommerce/layouts";
import { headerOf, type Layout } from "../../layout";
import { dateOf } from "./campaign";
import { CATEGORIES, UNSOLD_CATEGORY } from "./catalogue";
import type { Basket, GeneratedEcommerce } from "./ecommerce";

/** Per cent off, by month: 10, 20, 30 and again. */
const RATES = [10, 20, 30] as const;

const BLOCK = 1 << 20;

/**
 * Writes a generated shop as the five files of the original: UTF-8, LF, headers in Korean. O(lines), memory of one
 * block.
 * @throws Error as `node:fs` does when a file cannot be written.
 * @example await writeEcommerce("data/ecommerce", generateEcommerce({ seed: 1, customers: 100 }))
 */
export async function writeEcommerce(folder: string, shop: GeneratedEcommerce): Promise<void> {
  const rows = rowsOf(shop);
  for (const table of Object.keys(rows) as (keyof typeof rows)[]) {
    await writeRows(join(folder, ECOMMERCE_FILES[table]), ECOMMERCE_LAYOUTS[table], rows[table]);
  }
}

async function writeRows(path: string, layout: Layout, rows: Iterable<string>): Promise<void> {
  const file = await open(path, "w");
  try {
    let block = `${headerOf(layout)}\n`;
    for (const row of rows) {
      block += `${row}\n`;
      if (block.length < BLOCK) continue;
      await file.write(block);
      block = "";
    }
    await file.write(block);
  } finally {
    await file.close();
  }
}

function rowsOf({ baskets, shoppers, marketing }: GeneratedEcommerce) {
  const discounted = [...CATEGORIES, UNSOLD_CATEGORY].filter(({ coupon }) => coupon !== null);
  return {
    sales: salesRows(baskets),
    customers: shoppers.map(
      ({ id, gender, region, tenure }) => `${id},${gender},${csvCell(region)},${tenure}`,
    ),
    discounts: discounted.flatMap(({ name, coupon }) =>
      MONTHS.map((month, i) => {
        const rate = RATES[i % RATES.length]!;
        return `${month},${csvCell(name)},${coupon}${rate},${rate}`;
      }),
    ),
    marketing: marketing.map(({ offline, online }, day) => `${dateOf(day)},${offline / 100},${online / 100}`),
    taxes: CATEGORIES.map(({ name, gst }) => `${csvCell(name)},${gst}`),
  };
}

function* salesRows(baskets: readonly Basket[]): Generator<string, void, undefined> {
  for (const { customer, day, transaction, deliveryFee, lines } of baskets) {
    const id = `Transaction_${String(transaction).padStart(4, "0")}`;
    for (const { product, quantity, coupon } of lines) {
      const bought = `${product.id},${csvCell(product.category)},${quantity},${product.price / 100}`;
      yield `${customer},${id},${dateOf(day)},${bought},${deliveryFee / 100},${coupon}`;
    }
  }
}
