import { availableParallelism } from "node:os";
import type { ItemsetKind, Itemsets } from "./itemsets";
import { minCountOf } from "./min-count";
import { condense } from "./mining/condense";
import type { SetLists } from "./mining/found-sets";
import { minePartsTogether } from "./mining/mine-together";
import { layOut } from "./mining/occurrences";
import { sortSets } from "./mining/sort-sets";
import type { Transactions } from "./transactions";

/** Which sets {@link frequentItemsets} looks for, and how. Give `minSupport` or `minCount`. */
export interface ItemsetOptions {
  /** Least share of the baskets, above 0 and up to 1; the least count is ceil(minSupport × baskets), exactly. */
  readonly minSupport?: number;
  /** Least number of baskets, from 1 up. */
  readonly minCount?: number;
  /** Most items in a set; without it, any number. */
  readonly maxLength?: number;
  /** The search ends at this many frequent sets (before closed or maximal ones are picked out); 10 million unless said. */
  readonly maxSets?: number;
  /** All frequent sets unless said. */
  readonly kind?: ItemsetKind;
  /** Worker threads that help this one; one for each further core unless said. They begin only in longer searches. */
  readonly workers?: number;
  /** Called now and then with how many frequent items are done, and of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * All sets of items that enough baskets hold, or the closed or maximal ones of them: exact, in a fixed order, the same
 * with any number of threads. When the search ends at `maxSets`, the result says so (`complete`, `why`): it then holds
 * sets of the most frequent items, and with each set all its parts.
 *
 * Cost grows with the occurrences of frequent items, and with the sets found. Memory beside the result: about 6 bytes
 * for each frequent item in a basket, where the baskets themselves take 4.
 *
 * @throws RangeError when neither or both of minSupport and minCount are given, or an option is out of range
 * @throws whatever `onProgress` throws
 * @see Uno, Kiyomi & Arimura (2004), "LCM ver. 2"; Zaki (2000), "Scalable algorithms for association mining"
 * @example const sets = await frequentItemsets(transactions, { minSupport: 0.01 });
 */
export async function frequentItemsets(
  transactions: Transactions,
  options: ItemsetOptions,
): Promise<Itemsets> {
  const { kind = "all", workers = availableParallelism() - 1, onProgress } = options;
  const maxLength = whole("maxLength", options.maxLength ?? Infinity, 1);
  const maxSets = whole("maxSets", options.maxSets ?? 10_000_000, 1);
  const minCount = leastCount(options, transactions.rows);
  whole("workers", workers, 0);
  if (!["all", "closed", "maximal"].includes(kind)) {
    throw new RangeError(`kind is "${kind}"; take "all", "closed" or "maximal".`);
  }
  const occurrences = layOut(transactions, minCount);
  // One set more than is given tells whether there are more; one item more, whether a set is closed.
  const limits = {
    minCount,
    maxLength: kind === "all" ? maxLength : maxLength + 1,
    enough: maxSets + 1,
  };
  const found = joined(await minePartsTogether(occurrences, limits, { workers, onProgress }), maxSets);
  const { names, rows } = transactions;
  const all: Itemsets = {
    ...sortSets(found.sets, occurrences.itemOf, names.length),
    names,
    rows,
    minCount,
    kind: "all",
    complete: !found.cut,
    why: found.cut
      ? `The search ended at ${maxSets} frequent sets (maxSets): there are more, of less frequent items.`
      : undefined,
  };
  if (kind === "all") return all;
  const some = condense(all, kind, maxLength);
  return found.cut ? { ...some, why: `${all.why} Sets given here may not be ${kind}.` } : some;
}

function leastCount({ minSupport, minCount }: ItemsetOptions, rows: number): number {
  if ((minSupport === undefined) === (minCount === undefined)) {
    throw new RangeError(
      "Give either minSupport (a share of the baskets) or minCount (a number of baskets).",
    );
  }
  return minSupport === undefined ? whole("minCount", minCount as number, 1) : minCountOf(minSupport, rows);
}

function whole(name: string, value: number, least: number): number {
  const mayBeEndless = name === "maxLength" || name === "maxSets";
  if ((Number.isInteger(value) || (value === Infinity && mayBeEndless)) && value >= least) return value;
  throw new RangeError(`${name} is ${value}; take a whole number from ${least} up.`);
}

/** One list of up to `most` sets, and whether sets were cut off. */
function joined(lists: readonly SetLists[], most: number): { sets: SetLists; cut: boolean } {
  const all = lists.reduce((sum, { size }) => sum + size, 0);
  const size = Math.min(all, most);
  const starts = new Uint32Array(size + 1);
  const counts = new Uint32Array(size);
  let set = 0;
  let length = 0;
  for (const list of lists) {
    for (let i = 0; i < list.size && set < size; i++) {
      length += list.starts[i + 1]! - list.starts[i]!;
      counts[set++] = list.counts[i]!;
      starts[set] = length;
    }
  }
  const items = new Uint32Array(length);
  let at = 0;
  for (const list of lists) {
    const part = list.items.subarray(0, length - at);
    items.set(part, at);
    at += part.length;
  }
  return { sets: { size, starts, items, counts }, cut: all > most };
}
