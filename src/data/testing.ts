import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { headerOf } from "./layout";
import { ONLINE_RETAIL_LAYOUT } from "./online-retail/layout";

/** Runs `use` with a new empty folder, which is removed afterwards. For tests. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "segmentbook-test-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The header row of Online Retail. */
export const HEADER = headerOf(ONLINE_RETAIL_LAYOUT);

/** A good data row, with some cells replaced by their header's name. For tests. */
export function row(cells: Readonly<Record<string, string>> = {}): string {
  const good: Record<string, string> = {
    InvoiceNo: "536365",
    StockCode: "85123A",
    Description: "WHITE HANGING HEART",
    Quantity: "6",
    InvoiceDate: "12/1/2010 8:26",
    UnitPrice: "2.55",
    CustomerID: "17850",
    Country: "United Kingdom",
  };
  return ONLINE_RETAIL_LAYOUT.columns.map(({ header }) => cells[header] ?? good[header]!).join(",");
}

/** Writes lines as an ISO-8859-1 file with CRLF after each, and gives its path. For tests. */
export async function writeLines(folder: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, "data.csv");
  await writeFile(path, Buffer.from(lines.map((line) => `${line}\r\n`).join(""), "latin1"));
  return path;
}
