/**
 * Searches the baskets in `folder/starts.u32` and `folder/items.u32` in a process of its own, and prints the most memory
 * that it took in MiB beyond what it held before it read them: `tsx search-memory.ts FOLDER MIN_COUNT WORKERS`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { frequentItemsets } from "../../src/baskets/frequent-itemsets";

function read(file: string): Uint32Array {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

async function main([folder, minCount, workers]: string[]): Promise<void> {
  const before = process.memoryUsage().rss / 2 ** 20;
  const [starts, items] = [read(join(folder!, "starts.u32")), read(join(folder!, "items.u32"))];
  const names = Array.from({ length: items.reduce((a, b) => Math.max(a, b), 0) + 1 }, (_, i) => `${i}`);
  const transactions = { names, rows: starts.length - 1, starts, items };
  await frequentItemsets(transactions, { minCount: Number(minCount), workers: Number(workers) });
  console.log(process.resourceUsage().maxRSS / 1024 - before);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
