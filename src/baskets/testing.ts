import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "../data/places";
import type { ItemsetKind } from "./itemsets";
import { type Transactions, transactionsOf } from "./transactions";

/** Baskets of the benchmark T10I4D100K: a line each, items apart by blanks. */
export function questBaskets(): Transactions {
  return fromLines("fimi/T10I4D100K.dat", (line) => line.trim().split(" "));
}

/** Baskets of the Groceries data: a line each, items apart by commas; no item's name holds one. */
export function groceryBaskets(): Transactions {
  return fromLines("groceries/groceries.csv", (line) => line.split(","));
}

function fromLines(file: string, split: (line: string) => string[]): Transactions {
  const lines = readFileSync(join(dataDir(), file), "utf8").trimEnd().split(/\r?\n/);
  return transactionsOf(lines.map(split));
}

/** All sets of up to ten items by trying each: labels joined by blanks, and counts, by length, then labels. */
export function bruteForce(
  lists: readonly (readonly string[])[],
  minCount: number,
  kind: ItemsetKind = "all",
  maxLength = Infinity,
): [set: string, count: number][] {
  const labels = [...new Set(lists.flat())].sort();
  const rows = lists.map((list) =>
    labels.reduce((mask, label, i) => mask | (list.includes(label) ? 1 << i : 0), 0),
  );
  const counts = Array.from(
    { length: 1 << labels.length },
    (_, set) => rows.filter((row) => (row & set) === set).length,
  );
  const isFrequent = (set: number) => set > 0 && counts[set]! >= minCount;
  const isGiven = (set: number) => {
    const larger = labels.map((_, i) => set | (1 << i)).filter((other) => other !== set);
    if (kind === "closed") return !larger.some((other) => counts[other] === counts[set]);
    if (kind === "maximal") return !larger.some(isFrequent);
    return true;
  };
  return [...counts.keys()]
    .filter((set) => isFrequent(set) && isGiven(set))
    .map((set) => ({ items: labels.filter((_, i) => set & (1 << i)), count: counts[set]! }))
    .filter(({ items }) => items.length <= maxLength)
    .sort((a, b) => a.items.length - b.items.length || (a.items < b.items ? -1 : 1))
    .map(({ items, count }) => [items.join(" "), count]);
}
