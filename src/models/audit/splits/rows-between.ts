import { type Features, rowsOf } from "../../features/features";

/** Shares of rows of one label that repeat, or lie exactly between, two rows that are learnt from. */
export interface Betweenness {
  /** Rows looked at. */
  readonly rows: number;
  /** Of these, rows equal to one that is learnt from in every feature. */
  readonly copies: number;
  /**
   * Of these, rows on the straight line between two that are learnt from, at a place that is no simple fraction; rows on
   * lines of one direction count once, since features that are equal by nature draw such a line.
   */
  readonly between: number;
}

/** What is compared with what. */
export interface BetweenOptions {
  readonly features: Features;
  /** Rows that are asked about. */
  readonly asked: ArrayLike<number>;
  /** Rows among which copies and ends of lines are sought. */
  readonly among: ArrayLike<number>;
  /** Nearest rows that may be ends of a line. */
  readonly neighbours: number;
}

const ON_LINE = 1e-6;
/** Rows on a lattice, as of counts, lie between others at halves, thirds and so on by nature. */
const SIMPLE_DENOMINATORS = 24;

/**
 * Counts rows that equal another or lie exactly on a line between two of its nearest others, as SMOTE makes them. Nearest by
 * the features' own units or by their spreads, as either may have been what SMOTE measured by; missing values count as equal
 * to each other. A line counts where its ends differ in two features at least.
 * O(asked × (among × features + neighbours² × features)).
 *
 * @throws RangeError as `rowsOf`
 * @example rowsBetween({ features, asked: test, among: train, neighbours: 30 }).between
 */
export function rowsBetween({ features, asked, among, neighbours }: BetweenOptions): Betweenness {
  rowsOf(features);
  // The rows asked about stand first in tables of their own, which may be far smaller than the features.
  const numbers = Uint32Array.from([...Array.from(asked), ...Array.from(among)]);
  const own = features.columns.map((column) => filled(column, numbers));
  const columns = own.map((column) => scaled(column, asked.length));
  let copies = 0;
  const directions = new Set<string>();
  for (let row = 0; row < asked.length; row++) {
    const others = { numbers, from: asked.length };
    const { nearest, equal } = nearestOf(columns, row, others, neighbours);
    if (equal) copies++;
    else {
      const direction =
        lineThrough(columns, row, nearest) ??
        lineThrough(columns, row, nearestOf(own, row, others, neighbours).nearest);
      if (direction !== undefined) directions.add(direction);
    }
  }
  return { rows: asked.length, copies, between: directions.size };
}

/** A value for what is missing, far from all others. */
const MISSING = -1e9;

/** Some rows of a column. */
function filled(column: ArrayLike<number>, rows: Uint32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i]!]!;
    values[i] = Number.isNaN(value) ? MISSING : value;
  }
  return values;
}

/** A column over its standard deviation from some row on. */
function scaled(column: Float64Array, from: number): Float64Array {
  let [n, sum, squares] = [0, 0, 0];
  for (let i = from; i < column.length; i++) {
    const value = column[i]!;
    if (value === MISSING) continue;
    n++;
    sum += value;
    squares += value * value;
  }
  const spread = Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
  const by = spread > 1e-12 * Math.abs(sum / n) ? spread : 1;
  return column.map((value) => (value === MISSING ? value : value / by));
}

function nearestOf(
  columns: readonly Float64Array[],
  row: number,
  { numbers, from }: { readonly numbers: Uint32Array; readonly from: number },
  k: number,
): { nearest: number[]; equal: boolean } {
  const nearest: number[] = [];
  const distances: number[] = [];
  for (let other = from; other < numbers.length; other++) {
    if (numbers[other] === numbers[row]) continue;
    const limit = nearest.length < k ? Infinity : distances[k - 1]!;
    let distance = 0;
    for (let j = 0; j < columns.length && distance < limit; j++)
      distance += (columns[j]![row]! - columns[j]![other]!) ** 2;
    if (distance === 0) return { nearest, equal: true };
    if (!(distance < limit)) continue;
    let place = Math.min(nearest.length, k - 1);
    while (place > 0 && distance < distances[place - 1]!) {
      distances[place] = distances[place - 1]!;
      nearest[place] = nearest[place - 1]!;
      place--;
    }
    distances[place] = distance;
    nearest[place] = other;
  }
  return { nearest, equal: false };
}

/** The direction of a line between two of the rows on which the row lies. */
function lineThrough(
  columns: readonly Float64Array[],
  row: number,
  nearest: readonly number[],
): string | undefined {
  for (const [i, a] of nearest.entries())
    for (const b of nearest.slice(i + 1)) if (isOnLine(columns, row, a, b)) return directionOf(columns, a, b);
  return undefined;
}

/** The way between two rows as text, the same for every length and either sense. */
function directionOf(columns: readonly Float64Array[], a: number, b: number): string {
  const ways = columns.map((column) => column[b]! - column[a]!);
  const widest = ways.reduce((most, way) => (Math.abs(way) > Math.abs(most) ? way : most), 0);
  return ways.map((way) => (way / widest).toFixed(3).replace(/^-(0\.000)$/, "$1")).join(" ");
}

/** Whether the row is a + t (b − a) in every feature, for one t between 0 and 1 that is no simple fraction. */
function isOnLine(columns: readonly Float64Array[], row: number, a: number, b: number): boolean {
  let place = Number.NaN;
  let widest = 0;
  for (const column of columns) {
    const way = column[b]! - column[a]!;
    if (Math.abs(way) <= widest) continue;
    widest = Math.abs(way);
    place = (column[row]! - column[a]!) / way;
  }
  if (!(place > 0 && place < 1) || isSimple(place)) return false;
  let differing = 0;
  for (const column of columns) {
    const way = column[b]! - column[a]!;
    if (Math.abs(column[a]! + place * way - column[row]!) > ON_LINE * widest) return false;
    // A feature in which the ends are as good as equal says nothing about the line.
    if (Math.abs(way) > 1e3 * ON_LINE * widest) differing++;
  }
  return differing >= 2;
}

function isSimple(place: number): boolean {
  for (let q = 2; q <= SIMPLE_DENOMINATORS; q++)
    if (Math.abs(place * q - Math.round(place * q)) < ON_LINE * q) return true;
  return false;
}
