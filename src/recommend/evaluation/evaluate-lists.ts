import type { Recommender } from "../recommender";
import { boughtItems, type ListOptions, topItems } from "../top-items";
import type { Split } from "./split";

/** One method's lists for the customers of a split. */
export interface Lists {
  readonly method: string;
  /** The list of customer `split.customers[place]`, the best first. */
  at(place: number): Uint32Array;
}

/** A group of customers of a split that is judged by one kind of relevant item. */
export interface Judged {
  /** Places of the customers in `split.customers`, ascending. */
  readonly places: readonly number[];
  /** What is relevant for each of them: at least one item. */
  readonly relevant: readonly ReadonlySet<number>[];
  /** Places of the group's customers without such an item, who are left out. */
  readonly without: readonly number[];
}

/** Which of the held-out items are relevant, and for whom; {@link evaluate} tells what each part is for. */
export type Part = "all" | "repeat" | "explore" | "no history";

/**
 * Every customer's list by one method, made once. The method is asked by customer numbers alone. O(customers × items).
 *
 * @throws RangeError as {@link topItems}
 * @example listsOf(popular(split.history), split, { n: 20, bought: "kept" }).at(0)
 */
export function listsOf(recommender: Recommender, split: Split, options: ListOptions): Lists {
  const { customers, history } = split;
  const items = new Uint32Array(customers.length * options.n);
  const lengths = new Uint32Array(customers.length);
  customers.forEach((customer, place) => {
    const list = topItems(recommender, history, customer, options);
    items.set(list, place * options.n);
    lengths[place] = list.length;
  });
  return {
    method: recommender.name,
    at: (place) => items.subarray(place * options.n, place * options.n + lengths[place]!),
  };
}

/**
 * The customers of a part and what is relevant for them. O(held-out items + history lines of the customers × log).
 *
 * @example relevantOf(split, "repeat").relevant[0]
 */
export function relevantOf({ customers, history, starts, items }: Split, part: Part): Judged {
  const places: number[] = [];
  const relevant: ReadonlySet<number>[] = [];
  const without: number[] = [];
  customers.forEach((customer, place) => {
    const cold = history.orderStarts[customer] === history.orderStarts[customer + 1];
    if (cold !== (part === "no history")) return;
    const held = items.subarray(starts[place], starts[place + 1]);
    const before = new Set(boughtItems(history, customer));
    const own = new Set(
      held.filter((item) => (part === "repeat" ? before.has(item) : part !== "explore" || !before.has(item))),
    );
    if (own.size === 0) without.push(place);
    else {
      places.push(place);
      relevant.push(own);
    }
  });
  return { places, relevant, without };
}
