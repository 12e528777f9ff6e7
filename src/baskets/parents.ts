import type { Transactions } from "./transactions";
import { transactionsOf } from "./transactions";

/** The numbers of each item's ancestors, such as aisle and department of a product; none for what is not there. */
export type Ancestors = ReadonlyMap<number, ReadonlySet<number>>;

/** Transactions whose rows hold the ancestors of their items, too. */
export interface WithParents extends Transactions {
  readonly ancestors: Ancestors;
}

/**
 * Adds to each basket the ancestors of its items (aisle and department of a product), once each, so that rules can go
 * across levels. Give names that tell the levels apart, such as `"aisle: yogurt"`. Give `ancestors` of the result to
 * `rules`, which then makes none between an item and its own ancestor: these always hold. O(items × levels).
 *
 * @param parentsOf all ancestors of an item, the nearest first; empty for none
 * @throws RangeError when an ancestor has the name of an item, or stands above itself
 * @see Srikant & Agrawal (1995), "Mining generalized association rules"
 * @example withParents(transactions, (product) => [`aisle: ${aisleOf(product)}`, `department: ${departmentOf(product)}`])
 */
export function withParents(
  transactions: Transactions,
  parentsOf: (item: string) => readonly string[],
): WithParents {
  const { names, rows, starts, items } = transactions;
  const own = new Set(names);
  const above = names.map((name) => [...parentsOf(name)]);
  const lineage = new Map<string, Set<string>>(names.map((name, item) => [name, new Set(above[item])]));
  for (const [item, parents] of above.entries()) {
    for (const [level, parent] of parents.entries()) {
      if (own.has(parent)) {
        throw new RangeError(
          `"${parent}", above "${names[item]}", is an item itself: say its level in its name, such as "aisle: ${parent}".`,
        );
      }
      const higher = lineage.get(parent) ?? new Set();
      for (const name of parents.slice(level + 1)) higher.add(name);
      if (higher.has(parent) || [...higher].some((name) => lineage.get(name)?.has(parent) === true))
        throw new RangeError(`"${parent}" stands above itself.`);
      lineage.set(parent, higher);
    }
  }
  const lists = Array.from({ length: rows }, (_, row) => {
    const held = items.subarray(starts[row], starts[row + 1]);
    return Array.from(held, (item) => [names[item] as string, ...(above[item] as string[])]).flat();
  });
  const extended = transactionsOf(lists);
  const numberOf = new Map(extended.names.map((name, item) => [name, item]));
  const ancestors = new Map<number, ReadonlySet<number>>();
  for (const [item, name] of extended.names.entries()) {
    const higher = [...(lineage.get(name) ?? [])].map((ancestor) => numberOf.get(ancestor) as number);
    if (higher.length > 0) ancestors.set(item, new Set(higher));
  }
  return { ...extended, ancestors };
}

/** Whether among the items of a rule one is an ancestor of another: such a rule says what is so by definition. @example hasAncestor(ancestors, rule.left, rule.right) */
export function hasAncestor(ancestors: Ancestors, left: Uint32Array, right: Uint32Array): boolean {
  const items = [...left, ...right];
  return items.some((item) => {
    const higher = ancestors.get(item);
    return higher !== undefined && items.some((other) => higher.has(other));
  });
}
