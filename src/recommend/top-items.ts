import { bestOf } from "./best";
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
    const best = bestOf(by.scores(customer), n - list.length, { barred });
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
