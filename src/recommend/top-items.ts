import type { Purchases } from "./purchases";
import type { Recommendation, Recommender } from "./recommender";

/** How long a list is and what may stand in it. */
export interface ListOptions {
  /** Most items in the list. */
  readonly n: number;
  /** Whether items that the customer has bought may stand in it. */
  readonly bought: "kept" | "left out";
}

/**
 * Item numbers of a customer's list, the best first; of equal scores the lower item number first. What the recommender
 * leaves short its fallbacks fill up. O(items + n × log n) a recommender.
 *
 * @param history the purchases the recommender learnt from; they say what is bought
 * @throws RangeError when n is no whole number from 1 up, or there is no such customer
 * @example topItems(personalTop(history), history, customer, { n: 10, bought: "kept" })
 */
export function topItems(
  recommender: Recommender,
  history: Purchases,
  customer: number,
  options: ListOptions,
): number[] {
  return ranked(recommender, history, customer, options).map(({ item }) => item);
}

/**
 * A customer's list with scores and reasons; order, fallbacks and cost as {@link topItems}.
 *
 * @throws RangeError when n is no whole number from 1 up, or there is no such customer
 * @example recommend(ruleRecommender(history, found.rules), history, customer, { n: 5, bought: "left out" })[0].reason
 */
export function recommend(
  recommender: Recommender,
  history: Purchases,
  customer: number,
  options: ListOptions,
): Recommendation[] {
  return ranked(recommender, history, customer, options).map(({ item, score, by }) => ({
    item,
    score,
    by: by.name,
    reason: by.reason(customer, item),
  }));
}

interface Ranked {
  readonly item: number;
  readonly score: number;
  readonly by: Recommender;
}

function ranked(
  recommender: Recommender,
  history: Purchases,
  customer: number,
  { n, bought }: ListOptions,
): Ranked[] {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`A list of ${n} items: take a whole number from 1 up.`);
  if (!Number.isInteger(customer) || customer < 0 || customer >= history.customers.length) {
    throw new RangeError(`There is no customer ${customer}; there are ${history.customers.length}, from 0.`);
  }
  const barred = new Set(bought === "left out" ? boughtItems(history, customer) : []);
  const list: Ranked[] = [];
  for (let by: Recommender | undefined = recommender; by && list.length < n; by = by.fallback) {
    const best = bestOf(by.scores(customer), n - list.length, barred);
    for (const { item, score } of best) {
      list.push({ item, score, by });
      barred.add(item);
    }
  }
  return list;
}

/**
 * Numbers of the different items a customer has bought, ascending. O(lines of the customer × log).
 *
 * @example boughtItems(history, 0).length
 */
export function boughtItems(history: Purchases, customer: number): Uint32Array {
  const { orderStarts, lineStarts, lines } = history;
  const begin = lineStarts[orderStarts[customer]!]!;
  const end = lineStarts[orderStarts[customer + 1]!]!;
  const sorted = lines.slice(begin, end).sort();
  return sorted.filter((item, i) => i === 0 || item !== sorted[i - 1]);
}

/** The n best scored items, best first: a heap with the worst on top. */
function bestOf(
  scores: Float64Array,
  n: number,
  barred: ReadonlySet<number>,
): { item: number; score: number }[] {
  const heap: number[] = [];
  const worse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  for (let item = 0; item < scores.length; item++) {
    if (!(scores[item]! > -Infinity)) continue;
    if (heap.length === n && !worse(heap[0]!, item)) continue;
    if (barred.has(item)) continue;
    if (heap.length < n) push(heap, item, worse);
    else replaceTop(heap, item, worse);
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1)).map((item) => ({ item, score: scores[item]! }));
}

type Worse = (a: number, b: number) => boolean;

function push(heap: number[], item: number, worse: Worse): void {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function replaceTop(heap: number[], item: number, worse: Worse): void {
  heap[0] = item;
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && worse(heap[child]!, heap[worst]!)) worst = child;
    }
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
    at = worst;
  }
}
