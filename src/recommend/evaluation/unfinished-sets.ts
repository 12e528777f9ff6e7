import type { Purchases } from "../purchases";
import { boughtItems } from "../top-items";
import type { Split } from "./split";

/**
 * A split in which, for every customer who has some items of a set but not all, the missing ones are held out: to see
 * whether recommenders find what is known to go together, such as planted bundles. O(lines × log + customers × items of
 * the sets).
 *
 * @param sets of item labels
 * @throws RangeError when a label is none of the history's items, or no customer has a part of a set only
 * @example evaluate(methods, unfinishedSets(history, [["teacup", "saucer"]]), { n: [10], bought: "left out" })
 */
export function unfinishedSets(history: Purchases, sets: readonly (readonly string[])[]): Split {
  const place = new Map(history.items.map((label, item) => [label, item]));
  const numbered = sets.map((labels) =>
    labels.map((label) => {
      const item = place.get(label);
      if (item === undefined) throw new RangeError(`The history has no item "${label}".`);
      return item;
    }),
  );
  const customers: number[] = [];
  const starts = [0];
  const items: number[] = [];
  for (let customer = 0; customer < history.customers.length; customer++) {
    const bought = new Set(boughtItems(history, customer));
    const missing = new Set(
      numbered
        .filter((set) => set.some((item) => bought.has(item)))
        .flatMap((set) => set.filter((item) => !bought.has(item))),
    );
    if (missing.size === 0) continue;
    customers.push(customer);
    items.push(...[...missing].sort((a, b) => a - b));
    starts.push(items.length);
  }
  if (customers.length === 0)
    throw new RangeError("No customer has a part of a set only: nothing is held out.");
  return {
    history,
    customers: Uint32Array.from(customers),
    starts: Uint32Array.from(starts),
    items: Uint32Array.from(items),
  };
}
