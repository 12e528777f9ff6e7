/**
 * Names that tell products apart: each name less blanks at its ends and double ones, with the product's code in brackets
 * where another product has that name. Lists labelled by plain names would take two such products for one. O(products).
 *
 * @param names by product, as `productNames` gives them
 * @example productLabels(new Map([["p1", "CUP"], ["p2", "CUP "], ["p3", "TEA"]])).get("p2") // "CUP (p2)"
 */
export function productLabels(names: ReadonlyMap<string, string>): Map<string, string> {
  const plain = new Map([...names].map(([id, name]) => [id, name.replaceAll(/\s+/g, " ").trim()]));
  const holders = new Map<string, number>();
  for (const name of plain.values()) holders.set(name, (holders.get(name) ?? 0) + 1);
  return new Map([...plain].map(([id, name]) => [id, holders.get(name) === 1 ? name : `${name} (${id})`]));
}
