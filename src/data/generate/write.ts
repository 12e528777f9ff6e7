import { open } from "node:fs/promises";
import { csvCell } from "../csv";
import { headerOf } from "../layout";
import { ONLINE_RETAIL_LAYOUT } from "../online-retail/layout";
import type { Order } from "./orders";

const FIRST_INVOICE = 536_365;
const BLOCK = 1 << 20;

/**
 * Writes invoices as a CSV file in the original's layout: ISO-8859-1, CRLF, `12/1/2010 8:26`. O(lines),
 * memory of one block.
 * @throws Error as `node:fs` does when the file cannot be written.
 * @example await writeCsv("data.csv", generateOnlineRetail({ seed: 1, rows: 1000 }).orders)
 */
export async function writeCsv(path: string, orders: Iterable<Order>): Promise<void> {
  const file = await open(path, "w");
  try {
    let block = `${headerOf(ONLINE_RETAIL_LAYOUT)}\r\n`;
    let invoice = FIRST_INVOICE;
    for (const order of orders) {
      block += csvRows(order, invoice++);
      if (block.length >= BLOCK) {
        await file.write(block, null, "latin1");
        block = "";
      }
    }
    await file.write(block, null, "latin1");
  } finally {
    await file.close();
  }
}

function csvRows(order: Order, invoice: number): string {
  const time = csvTime(order.time);
  const tail = `${order.customer ?? ""},${csvCell(order.country)}\r\n`;
  let rows = "";
  for (const { code, description, quantity, price } of order.lines) {
    rows += `${order.prefix}${invoice},${csvCell(code)},${csvCell(description)},${quantity},${time},${price / 1000},${tail}`;
  }
  return rows;
}

/** A time as the original writes it. @example csvTime(Date.UTC(2010, 11, 1, 8, 26)) // "12/1/2010 8:26" */
export function csvTime(ms: number): string {
  const date = new Date(ms);
  const minute = String(date.getUTCMinutes()).padStart(2, "0");
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${date.getUTCHours()}:${minute}`;
}
