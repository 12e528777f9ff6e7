import { DecisionTreeClassifier } from "ml-cart";

/** From (inclusive) and below (exclusive); infinite where there is no bound. */
export interface Bounds {
  readonly from: number;
  readonly below: number;
}

/** A leaf of a tree: the box of values that leads to it, and the label it says. */
export interface Leaf {
  /** One for each column. */
  readonly bounds: readonly Bounds[];
  readonly label: number;
}

/** A node of ml-cart's tree, as far as it is read here: rows below the value go left. */
interface Node {
  readonly left?: Node;
  readonly right?: Node;
  readonly splitColumn?: number;
  readonly splitValue?: number;
}

/**
 * Grows a classification tree with ml-cart and gives its leaves as boxes. Siblings that say the same label are made
 * one, and each threshold is moved to the roundest number that parts the rows alike. O(rows² × columns) at each level.
 *
 * @param rows values in the order of the columns
 * @param labels whole numbers from 0, one a row
 * @example growTree([[1], [2], [8], [9]], [0, 0, 1, 1], { columns: 1, depth: 2 })[0]?.bounds[0] // { from: -Infinity, below: 8 }
 */
export function growTree(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  { columns, depth }: { columns: number; depth: number },
): Leaf[] {
  const tree = new DecisionTreeClassifier({
    gainFunction: "gini",
    maxDepth: depth,
    minNumSamples: Math.max(3, Math.floor(rows.length / 100)),
    gainThreshold: 1e-3,
  });
  tree.train(rows, labels);
  const everywhere = Array.from({ length: columns }, () => ({ from: -Infinity, below: Infinity }));
  return leavesOf(
    tree.toJSON().root as Node,
    everywhere,
    rows.map((row, i) => ({ row, label: labels[i] as number })),
  );
}

interface Labelled {
  readonly row: readonly number[];
  readonly label: number;
}

function leavesOf(node: Node, bounds: readonly Bounds[], rows: readonly Labelled[]): Leaf[] {
  const { left, right, splitColumn: column, splitValue: value } = node;
  if (!left || !right || column === undefined || value === undefined)
    return [{ bounds, label: mostFrequent(rows) }];
  const lower = rows.filter(({ row }) => (row[column] as number) < value);
  const upper = rows.filter(({ row }) => (row[column] as number) >= value);
  const threshold = roundest(
    lower.reduce((most, { row }) => Math.max(most, row[column] as number), -Infinity),
    upper.reduce((least, { row }) => Math.min(least, row[column] as number), Infinity),
  );
  const within = (part: Partial<Bounds>) =>
    bounds.map((own, j) => (j === column ? { ...own, ...part } : own));
  const leaves = [
    ...leavesOf(left, within({ below: threshold }), lower),
    ...leavesOf(right, within({ from: threshold }), upper),
  ];
  const label = (leaves[0] as Leaf).label;
  return leaves.every((leaf) => leaf.label === label) ? [{ bounds, label }] : leaves;
}

/** The label that most rows have, of equally many the smallest. */
function mostFrequent(rows: readonly Labelled[]): number {
  const counts = new Map<number, number>();
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best,
  )[0];
}

/**
 * The number above `low` and not above `high` that is written with the fewest digits, the largest of these.
 *
 * @example roundest(917.2, 926.85) // 920
 */
export function roundest(low: number, high: number): number {
  for (let power = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high), 1))); power >= -9; power--) {
    // Divided rather than multiplied by a fraction, so that tenths come out as they are written.
    const round =
      power >= 0
        ? Math.floor(high / 10 ** power) * 10 ** power
        : Math.floor(high * 10 ** -power) / 10 ** -power;
    if (round > low && round <= high) return round;
  }
  return high;
}
