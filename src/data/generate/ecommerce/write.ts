import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { csvCell } from "../../csv";
import { ECOMMERCE_FILES, ECOMMERCE_LAYOUTS, MONTHS } from "../../ecommerce/layouts";
import { headerOf } from "../../layout";
import { dateOf } from "./campaign";
import { CATEGORIES, UNSOLD_CATEGORY } from "./catalogue";
import type { Basket, GeneratedEcommerce } from "./ecommerce";

/** Per cent off, by month: 10, 20, 30 and again. */
const RATES = [10, 20, 30] as const;

/**
 * Writes a generated shop as the five files of the original: UTF-8, LF, headers in Korean. O(lines); the texts are
 * held in memory.
 * @throws Error as `node:fs` does when a file cannot be written.
 * @example await writeEcommerce("data/ecommerce", generateEcommerce({ seed: 1, customers: 100 }))
 */
export async function writeEcommerce(folder: string, shop: GeneratedEcommerce): Promise<void> {
  const { customers, discounts, marketing, sales, taxes } = rowsOf(shop);
  const rows = { sales, customers, discounts, marketing, taxes };
  for (const [table, file] of Object.entries(ECOMMERCE_FILES) as [keyof typeof ECOMMERCE_FILES, string][]) {
    const lines = [headerOf(ECOMMERCE_LAYOUTS[table]), ...rows[table]];
    await writeFile(join(folder, file), lines.map((line) => `${line}\n`).join(""));
  }
}

function rowsOf({ baskets, shoppers, marketing }: GeneratedEcommerce) {
  const discounted = [...CATEGORIES, UNSOLD_CATEGORY].filter(({ coupon }) => coupon !== null);
  return {
    sales: baskets.flatMap(salesRows),
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

function salesRows({ customer, day, transaction, deliveryFee, lines }: Basket): string[] {
  const id = `Transaction_${String(transaction).padStart(4, "0")}`;
  return lines.map(({ product, quantity, coupon }) => {
    const bought = `${product.id},${csvCell(product.category)},${quantity},${product.price / 100}`;
    return `${customer},${id},${dateOf(day)},${bought},${deliveryFee / 100},${coupon}`;
  });
}
