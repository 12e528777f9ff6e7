import { wardClusters } from "../../clusters/hierarchical";
import { type NamedRule, sideName } from "./rule-rows";

/** Left sides that lead to the same right sides. */
export interface RuleGroup {
  /** Its strongest items, and how many more there are. */
  readonly name: string;
  /** Its left sides, as texts. */
  readonly left: readonly string[];
  readonly rules: number;
}

/** The rules from a group of left sides to one right side. */
export interface RuleCell {
  readonly group: number;
  readonly row: number;
  readonly rules: number;
  /** Medians over these rules. */
  readonly support: number;
  readonly lift: number;
}

/** Rules as a matrix of groups of left sides by right sides. */
export interface RuleGroups {
  readonly groups: readonly RuleGroup[];
  /** Right sides, the one of the greatest lift first. */
  readonly rows: readonly string[];
  readonly cells: readonly RuleCell[];
  /** Rules that have no place in it. */
  readonly leftOut: number;
}

/** Left sides that are clustered at most: the cost grows with their cube. */
const mostLeft = 200;

/**
 * Groups the left sides of rules by where they lead to: each is a row of the logarithms of its rules' lifts, 0 where
 * there is no rule, and Ward's method joins rows that are alike. The right sides are the `rows` of the most rules,
 * the one of the greatest lift first; of more than 200 left sides, those of the greatest lift are taken. What is given does not depend on the order of the rules.
 * O(left sides² × right sides + left sides³).
 *
 * @see Hahsler & Karpienko (2017), "Visualizing association rules in hierarchical groups"
 * @example groupRules(toRules(rules), 8, 12).groups[0].name
 */
export function groupRules(rules: readonly NamedRule[], groups: number, rows: number): RuleGroups {
  const frequent = frequentRights(rules, rows);
  const known = rules.filter(({ right }) => frequent.has(right));
  const rights = strongestNames(known, ({ right }) => right, rows);
  const lefts = strongestNames(known, ({ left }) => left, mostLeft);
  const kept = known
    .filter(({ left }) => lefts.has(left))
    .sort((a, b) => b.lift - a.lift || compare(a.left, b.left) || compare(a.right, b.right));
  const values = new Float64Array(lefts.size * rights.size);
  for (const rule of kept)
    values[lefts.get(rule.left)! * rights.size + rights.get(rule.right)!] = Math.log(rule.lift);
  const matrix = { names: [...rights.keys()], rows: lefts.size, columns: rights.size, values };
  const labels =
    lefts.size <= groups
      ? Array.from(lefts.keys(), (_left, i) => i)
      : groups < 2
        ? Array.from(lefts.keys(), () => 0)
        : Array.from(wardClusters(matrix, { k: groups, seed: 1 }).labels);
  const members = new Map<number, NamedRule[]>();
  for (const rule of kept) {
    const label = labels[lefts.get(rule.left)!]!;
    members.set(label, [...(members.get(label) ?? []), rule]);
  }
  const drawn = [...members.values()]
    .map((own) => ({ own, cells: cellsOf(own, rights) }))
    .map((group) => ({ ...group, best: group.cells.reduce((a, b) => (b.lift > a.lift ? b : a)) }))
    // Groups stand in the order of the right sides to which they lead most, which shows blocks along the diagonal.
    .sort(
      (a, b) =>
        a.best.row - b.best.row || b.best.lift - a.best.lift || compare(a.own[0]!.left, b.own[0]!.left),
    );
  return {
    groups: drawn.map(({ own }) => describeGroup(own)),
    rows: [...rights.keys()],
    cells: drawn.flatMap(({ cells }, group) => cells.map((cell) => ({ ...cell, group }))),
    leftOut: rules.length - kept.length,
  };
}

/** The right sides of the most rules; of equally many, those of the greatest lift. */
function frequentRights(rules: readonly NamedRule[], most: number): Set<string> {
  const found = new Map<string, { n: number; lift: number }>();
  for (const { right, lift } of rules) {
    const known = found.get(right) ?? { n: 0, lift: 0 };
    found.set(right, { n: known.n + 1, lift: Math.max(known.lift, lift) });
  }
  const order = [...found].sort(([a, x], [b, y]) => y.n - x.n || y.lift - x.lift || compare(a, b));
  return new Set(order.slice(0, most).map(([right]) => right));
}

/** The names of the greatest lift, in that order, with their places. */
function strongestNames(rules: readonly NamedRule[], of: (rule: NamedRule) => string, most: number) {
  const best = new Map<string, number>();
  for (const rule of rules) best.set(of(rule), Math.max(best.get(of(rule)) ?? 0, rule.lift));
  const order = [...best].sort(([a, x], [b, y]) => y - x || compare(a, b)).slice(0, most);
  return new Map(order.map(([name], place) => [name, place]));
}

function cellsOf(own: readonly NamedRule[], rights: ReadonlyMap<string, number>): Omit<RuleCell, "group">[] {
  const byRow = new Map<number, NamedRule[]>();
  for (const rule of own) {
    const row = rights.get(rule.right)!;
    byRow.set(row, [...(byRow.get(row) ?? []), rule]);
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, rules]) => ({
      row,
      rules: rules.length,
      support: medianOf(rules.map(({ support }) => support)),
      lift: medianOf(rules.map(({ lift }) => lift)),
    }));
}

function describeGroup(own: readonly NamedRule[]): RuleGroup {
  const left = [...new Set(own.map((rule) => rule.left))];
  const weight = new Map<string, number>();
  for (const { antecedent, lift } of own) {
    for (const item of antecedent) weight.set(item, (weight.get(item) ?? 0) + lift);
  }
  const items = [...weight]
    .sort(([a, x], [b, y]) => y - x || compare(a, b))
    .map(([item]) => item || "(none)");
  const more = items.length - 2;
  const some = items.slice(0, 2).join(", ");
  const name =
    left.length === 1 ? sideName(own[0]!.antecedent) : more > 0 ? `${some} and ${more} more` : some;
  return { name, left, rules: own.length };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
