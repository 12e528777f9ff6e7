import { type Interval, wilson } from "../stats/interval";
import { createRandom } from "../stats/random";
import { groupedRows } from "./labels";
import type { Matrix } from "./matrix";
import { clusterNames } from "./profile";
import { growTree, type Leaf } from "./tree";

/** A rule: all its conditions together say a cluster. */
export interface ClusterRule {
  readonly cluster: string;
  /** Such as `recency below 33 days and monetary from £922`. Text from data: escape it. */
  readonly when: string;
  /** Held-out rows the rule applies to, as a share of them all. */
  readonly coverage: number;
  /** Share of these that are in the cluster it says, with its interval; null when it applies to none. */
  readonly precision: Interval | null;
}

/** Rules for all rows, and how well they do. */
export interface ClusterRules {
  /** By cluster, and by falling coverage within one. Exactly one applies to any row. */
  readonly rules: readonly ClusterRule[];
  /** Share of the held-out rows that are put into their cluster. */
  readonly accuracy: Interval;
  /** What saying the largest cluster of every row would reach. */
  readonly baseline: number;
  /** Rows the tree was grown from; all others were held out. */
  readonly grownFrom: number;
  readonly heldOut: number;
  /** The cluster that the rules say for a row: its values in the order of the columns. */
  predict(row: ArrayLike<number>): number;
}

/** How {@link clusterRules} grows the tree. */
export interface ClusterRulesOptions {
  /** Seed of the sample. */
  readonly seed: number;
  /** Names of the clusters; "Cluster 1" and so on by default. */
  readonly names?: readonly string[];
  /** How the thresholds of a column are written, by its name. */
  readonly formats?: ReadonlyMap<string, (threshold: number) => string>;
  /** Most conditions on the way to a rule before they are merged; 3 by default. */
  readonly depth?: number;
  /** Rows to grow from, at most half of all; 1,000 by default. The time grows with their square: 1,000 take about 0.5 s. */
  readonly sample?: number;
}

/**
 * Says clusters in rules that a person can apply, from a shallow tree (CART) grown on a sample stratified by cluster,
 * and tries them on the rows that were held out. Give the matrix in the variables' own units. Thresholds are the
 * roundest numbers that part the sample alike; conditions that another implies are left out.
 * O(sample² × columns + rows × depth).
 *
 * @throws RangeError when the labels do not fit the rows, fewer than two clusters have rows, a value is not finite, there
 * are fewer names than clusters or fewer than four rows, or depth or sample is no whole number from 1 (2) up
 * @see Breiman, Friedman, Olshen & Stone (1984), "Classification and Regression Trees"
 * @example clusterRules(matrix, clustering.labels, { seed: 1 }).rules[0]?.when // "recency from 33 and monetary below 922"
 */
export function clusterRules(
  matrix: Matrix,
  labels: ArrayLike<number>,
  options: ClusterRulesOptions,
): ClusterRules {
  const { seed, depth = 3, sample = 1000, formats = new Map() } = options;
  const groups = groupedRows(matrix, labels);
  const names = options.names ?? clusterNames(groups.k);
  if (names.length < groups.k)
    throw new RangeError(`${names.length} names for ${groups.k} clusters: name each.`);
  if (matrix.rows < 4)
    throw new RangeError(`Rules from ${matrix.rows} rows: four at least, two of them held out.`);
  if (!Number.isInteger(depth) || depth < 1)
    throw new RangeError(`Rules of depth ${depth}: take 1 at least.`);
  if (!Number.isInteger(sample) || sample < 2)
    throw new RangeError(`Rules from a sample of ${sample}: take 2 at least.`);
  const grown = drawnByCluster(groups, Math.min(sample, Math.floor(matrix.rows / 2)), seed);
  const { columns, values } = matrix;
  const rowAt = (i: number) => values.subarray(i * columns, (i + 1) * columns);
  const leaves = growTree(
    [...grown].map((i) => Array.from(rowAt(i))),
    [...grown].map((i) => labels[i] as number),
    { columns, depth },
  );
  const leafOf = (row: ArrayLike<number>) => leaves.find((leaf) => applies(leaf, row)) as Leaf;
  const tried = new Map(leaves.map((leaf) => [leaf, { covered: 0, right: 0 }]));
  for (let i = 0; i < matrix.rows; i++) {
    if (grown.has(i)) continue;
    const leaf = leafOf(rowAt(i));
    const score = tried.get(leaf) as { covered: number; right: number };
    score.covered++;
    if (leaf.label === labels[i]) score.right++;
  }
  const heldOut = matrix.rows - grown.size;
  const right = [...tried.values()].reduce((sum, score) => sum + score.right, 0);
  const rules = leaves
    .map((leaf) => ({ leaf, ...(tried.get(leaf) as { covered: number; right: number }) }))
    .sort((a, b) => a.leaf.label - b.leaf.label || b.covered - a.covered)
    .map(
      ({ leaf, covered, right: correct }): ClusterRule => ({
        cluster: names[leaf.label] as string,
        when: inWords(leaf, matrix.names, formats),
        coverage: covered / heldOut,
        precision: covered > 0 ? wilson(correct, covered) : null,
      }),
    );
  return {
    rules,
    accuracy: wilson(right, heldOut),
    baseline: Math.max(...groups.sizes) / matrix.rows,
    grownFrom: grown.size,
    heldOut,
    predict: (row) => leafOf(row).label,
  };
}

function applies({ bounds }: Leaf, row: ArrayLike<number>): boolean {
  return bounds.every(({ from, below }, j) => (row[j] as number) >= from && (row[j] as number) < below);
}

function inWords(
  { bounds }: Leaf,
  names: readonly string[],
  formats: ReadonlyMap<string, (threshold: number) => string>,
): string {
  const said = bounds.flatMap(({ from, below }, j) => {
    const name = names[j] as string;
    const write = formats.get(name) ?? String;
    if (from > -Infinity && below < Infinity) return [`${name} from ${write(from)} to below ${write(below)}`];
    if (from > -Infinity) return [`${name} from ${write(from)}`];
    return below < Infinity ? [`${name} below ${write(below)}`] : [];
  });
  return said.length > 0 ? said.join(" and ") : "always";
}

/** Rows drawn from each cluster in proportion to its size, at least one where it has two. O(rows). */
function drawnByCluster(
  { sizes, rows, starts }: { sizes: readonly number[]; rows: Int32Array; starts: readonly number[] },
  sample: number,
  seed: number,
): Set<number> {
  const random = createRandom(seed);
  const drawn = new Set<number>();
  sizes.forEach((size, c) => {
    const members = rows.slice(starts[c], starts[c + 1]);
    const wanted = Math.min(size, Math.max(size > 1 ? 1 : 0, Math.round((sample * size) / rows.length)));
    for (let i = 0; i < wanted; i++) {
      const other = i + random.int(size - i);
      drawn.add(members[other] as number);
      members[other] = members[i] as number;
    }
  });
  return drawn;
}
