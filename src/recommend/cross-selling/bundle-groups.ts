/** Products that pairs join, such as a set of four of which all six pairs are bundles. */
export interface BundleGroup<Pair> {
  /** Labels, ascending by code units. Text from data: escape it. */
  readonly items: readonly string[];
  /** The pairs among them, in the order given. */
  readonly pairs: readonly Pair[];
}

/**
 * Joins pairs that share a product: the connected parts of the graph whose edges are the pairs, in the order of their
 * first pair. Products of one group need not all go together; see how many pairs it has. O(pairs²).
 *
 * @example bundleGroups(found.bundles)[0].items // ["Product_0915", "Product_0916", "Product_0917"]
 */
export function bundleGroups<Pair extends { readonly items: readonly [string, string] }>(
  pairs: readonly Pair[],
): BundleGroup<Pair>[] {
  let groups: { items: Set<string>; pairs: Pair[] }[] = [];
  for (const pair of pairs) {
    const touched = groups.filter(({ items }) => pair.items.some((item) => items.has(item)));
    const joined = touched[0] ?? { items: new Set<string>(), pairs: [] };
    if (touched.length === 0) groups.push(joined);
    for (const other of touched.slice(1)) {
      for (const item of other.items) joined.items.add(item);
      joined.pairs.push(...other.pairs);
    }
    groups = groups.filter((group) => group === joined || !touched.includes(group));
    for (const item of pair.items) joined.items.add(item);
    joined.pairs.push(pair);
  }
  return groups.map(({ items, pairs: own }) => ({
    items: [...items].sort(),
    pairs: pairs.filter((pair) => own.includes(pair)),
  }));
}
