import type { Rule } from "../rule";

/** Items that rules join to one another, directly or by way of others. */
export interface ItemFamily {
  /** Labels; those in most rules first, then by code units. Text from data: escape it. */
  readonly items: readonly string[];
  /** Words that more than half of the labels hold, in the order of the label that holds most of them. */
  readonly words: readonly string[];
  /** Rules within the family. */
  readonly rules: number;
  /** The least and the largest lift of them. */
  readonly lift: readonly [least: number, largest: number];
}

/**
 * Parts items into families: two items are of one where a rule holds both, and so are the items of rules that share one.
 * A single rule between two large families makes them one, so give only rules that are strong. O(items of rules).
 *
 * @returns the families with most items first, of those as large the one with most rules, then by label
 * @example itemFamilies(found.rules.filter(({ kulczynski }) => kulczynski >= 0.5))[0]?.words // ["LUNCH", "BAG"]
 */
export function itemFamilies(
  rules: readonly Pick<Rule, "antecedent" | "consequent" | "lift">[],
): ItemFamily[] {
  const familyOf = new Map<string, string>();
  const root = (item: string): string => {
    let top = item;
    while (familyOf.get(top) !== top) {
      const above = familyOf.get(top);
      if (above === undefined) familyOf.set(top, top);
      else top = above;
    }
    familyOf.set(item, top);
    return top;
  };
  const uses = new Map<string, number>();
  for (const { antecedent, consequent } of rules) {
    const items = [...antecedent, ...consequent];
    for (const item of items) {
      uses.set(item, (uses.get(item) ?? 0) + 1);
      familyOf.set(root(item), root(items[0] as string));
    }
  }
  const members = new Map<string, { items: string[]; lifts: number[] }>();
  for (const item of uses.keys()) {
    const family = members.get(root(item)) ?? { items: [], lifts: [] };
    family.items.push(item);
    members.set(root(item), family);
  }
  for (const { antecedent, lift } of rules) members.get(root(antecedent[0] as string))?.lifts.push(lift);
  return [...members.values()]
    .map(({ items, lifts }): ItemFamily => {
      const ordered = items.sort(
        (one, other) => (uses.get(other) as number) - (uses.get(one) as number) || (one < other ? -1 : 1),
      );
      const range = lifts.reduce<[number, number]>(
        ([least, largest], lift) => [Math.min(least, lift), Math.max(largest, lift)],
        [Infinity, -Infinity],
      );
      return { items: ordered, words: sharedWords(ordered), rules: lifts.length, lift: range };
    })
    .sort(
      (one, other) =>
        other.items.length - one.items.length ||
        other.rules - one.rules ||
        ((one.items[0] as string) < (other.items[0] as string) ? -1 : 1),
    );
}

/** Words that more than half of the labels hold. */
function sharedWords(labels: readonly string[]): string[] {
  const lists = labels.map((label) => [
    ...new Set(label.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "")),
  ]);
  const holders = new Map<string, number>();
  for (const word of lists.flat()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const shared = lists.map((list) =>
    list.filter((word) => 2 * (holders.get(word) as number) > labels.length),
  );
  const most = Math.max(0, ...shared.map((list) => list.length));
  return shared.find((list) => list.length === most) ?? [];
}
