import type { PairCounts } from "../measures";
import type { Transactions } from "../transactions";
import type { Steps } from "./steps";

/** How often an item follows another one. */
export interface NextPair {
  /** Item numbers. */
  readonly from: number;
  readonly to: number;
  readonly counts: PairCounts;
}

/** The most items whose pairs are counted in a table: 2 × 144 MB. */
const MOST_ITEMS = 6000;

/**
 * Counts for each two different items how often the second is in the order after one with the first, of items that are
 * often enough in orders with a next one, and in next ones. With `new`, only steps whose first order lacks the second
 * item count. O(Σ items × items of the next order + items²).
 *
 * @returns the pairs that come often enough, by item numbers, and how many pairs were looked at
 * @throws RangeError when more than 6,000 items reach the least count
 * @example nextCounts(steps, 30, "new").pairs
 */
export function nextCounts(
  { first, next }: Steps,
  minCount: number,
  kind: "new" | "any",
): { pairs: NextPair[]; searched: number } {
  const [before, after] = [timesOf(first), timesOf(next)];
  const kept: number[] = [];
  for (let item = 0; item < first.names.length; item++) {
    if (Math.max(before[item] as number, after[item] as number) >= minCount) kept.push(item);
  }
  const m = kept.length;
  if (m > MOST_ITEMS) {
    throw new RangeError(
      `${m} items are in ${minCount} orders: raise the least count until ${MOST_ITEMS} are left.`,
    );
  }
  const place = new Int32Array(first.names.length).fill(-1);
  kept.forEach((item, i) => {
    place[item] = i;
  });
  const following = new Uint32Array(m * m);
  const together = kind === "new" ? new Uint32Array(m * m) : null;
  const [here, there] = [new Uint32Array(m), new Uint32Array(m)];
  const had = new Uint8Array(m);
  const follows = new Uint32Array(m);
  for (let step = 0; step < first.rows; step++) {
    const [size, nextSize] = [placesOf(first, step, place, here), placesOf(next, step, place, there)];
    if (together !== null) for (let i = 0; i < size; i++) had[here[i] as number] = 1;
    for (let j = 0; j < nextSize; j++) {
      const to = there[j] as number;
      if (had[to] === 1) continue;
      follows[to] = (follows[to] as number) + 1;
      for (let i = 0; i < size; i++) bump(following, (here[i] as number) * m + to);
    }
    if (together === null) continue;
    for (let i = 0; i < size; i++) {
      had[here[i] as number] = 0;
      for (let j = 0; j < size; j++) bump(together, (here[i] as number) * m + (here[j] as number));
    }
  }
  const pairs: NextPair[] = [];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      const both = following[i * m + j] as number;
      if (i === j || both < minCount) continue;
      const [from, to] = [kept[i] as number, kept[j] as number];
      const n = first.rows - (together === null ? 0 : (before[to] as number));
      const a = (before[from] as number) - (together === null ? 0 : (together[i * m + j] as number));
      pairs.push({ from, to, counts: { n, a, b: follows[j] as number, both } });
    }
  }
  return { pairs, searched: m * (m - 1) };
}

function bump(table: Uint32Array, at: number): void {
  table[at] = (table[at] as number) + 1;
}

function timesOf({ names, items }: Transactions): Uint32Array {
  const times = new Uint32Array(names.length);
  for (const item of items) bump(times, item);
  return times;
}

/** Writes the places of a row's kept items, and gives how many there are. */
function placesOf(
  { starts, items }: Transactions,
  row: number,
  place: Int32Array,
  into: Uint32Array,
): number {
  let size = 0;
  for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
    const at = place[items[i] as number] as number;
    if (at >= 0) into[size++] = at;
  }
  return size;
}
