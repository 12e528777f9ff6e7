import type { NamedRule } from "./rule-rows";

/** An item of a network, and the share of baskets that hold it, as far as the rules tell. */
export interface NetworkItem {
  readonly name: string;
  readonly share: number;
}

/** Rules as a network. Nodes are numbered: the items first, then the joints. */
export interface Network {
  readonly items: readonly NetworkItem[];
  /** Rules of more than two items, each a point in which its arrows meet. */
  readonly joints: readonly NamedRule[];
  readonly arrows: readonly { readonly from: number; readonly to: number; readonly rule: NamedRule }[];
  /** Connected parts. */
  readonly parts: number;
}

/**
 * Makes a network of rules. The share of baskets that hold an item follows from a rule in which it stands alone on its
 * side (support / confidence on the left, confidence / lift on the right); of other items the support of their most
 * frequent rule stands for it, which is the least it can be. O(items of all rules).
 *
 * @param known further rules that tell of the items
 * @example networkOf(toRules(rules)).items[0].name
 */
export function networkOf(rules: readonly NamedRule[], known: readonly NamedRule[] = []): Network {
  const shares = sharesOf([...rules, ...known]);
  const places = new Map<string, number>();
  const placeOf = (name: string) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const ends = rules.map(({ antecedent, consequent }) => {
    return { left: antecedent.map(placeOf), right: consequent.map(placeOf) };
  });
  const joints: NamedRule[] = [];
  const arrows = rules.flatMap((rule, i) => {
    const { left, right } = ends[i]!;
    if (left.length === 1 && right.length === 1) return [{ from: left[0]!, to: right[0]!, rule }];
    const joint = places.size + joints.push(rule) - 1;
    return [
      ...left.map((from) => ({ from, to: joint, rule })),
      ...right.map((to) => ({ from: joint, to, rule })),
    ];
  });
  const items = [...places.keys()].map((name): NetworkItem => {
    return { name: name || "(none)", share: shares.get(name) ?? 0 };
  });
  return { items, joints, arrows, parts: countParts(items.length + joints.length, arrows) };
}

function sharesOf(rules: readonly NamedRule[]): Map<string, number> {
  const [told, least] = [new Map<string, number>(), new Map<string, number>()];
  for (const { antecedent, consequent, support, confidence, lift } of rules) {
    if (antecedent.length === 1) told.set(antecedent[0]!, support / confidence);
    if (consequent.length === 1) told.set(consequent[0]!, confidence / lift);
    for (const item of [...antecedent, ...consequent])
      least.set(item, Math.max(least.get(item) ?? 0, support));
  }
  return new Map([...least, ...told]);
}

function countParts(size: number, arrows: Network["arrows"]): number {
  const root = Array.from({ length: size }, (_v, i) => i);
  const find = (node: number): number => (root[node] === node ? node : find(root[node]!));
  let parts = size;
  for (const { from, to } of arrows) {
    const [a, b] = [find(from), find(to)];
    if (a !== b) parts--;
    root[a] = b;
  }
  return parts;
}
