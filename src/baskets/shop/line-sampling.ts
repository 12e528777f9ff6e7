import { createRandom, type Random } from "../../stats/random";
import { frequentItemsets } from "../frequent-itemsets";
import type { PairCounts } from "../measures";
import { type IdColumn, numberValues } from "../numbering";
import { rules } from "../rules";
import { type Transactions, transactionsOfLines } from "../transactions";

/** Baskets made of a sample of order lines, in a few figures. */
export interface SampledBaskets {
  /** Lines drawn, and their share of all. */
  readonly lines: number;
  readonly share: number;
  readonly seed: number;
  readonly baskets: number;
  /** Mean number of different items in a basket. */
  readonly meanSize: number;
  /** Pairs of items in one basket, summed over baskets: what rules are made of. */
  readonly pairs: number;
  /** Rules between two items that reach the least support (and lift). */
  readonly rules: number;
}

/** What {@link sampledBaskets} draws and counts. */
export interface SampledBasketsOptions {
  /** How many lines to draw, one result for each of these and each seed. */
  readonly sizes: readonly number[];
  readonly seeds: readonly number[];
  readonly minSupport: number;
  readonly minLift?: number;
}

/**
 * What becomes of baskets when order lines are sampled before the baskets are made: a pair of items survives only where
 * both of its lines are drawn, so pairs fall by about the square of the share of lines (less where a basket has an item on
 * several lines). Sample baskets, not lines. O(sizes × seeds × (lines + mining)).
 *
 * @param baskets the basket of each line
 * @param items the item of each line
 * @throws RangeError when the columns differ in length, a cell is missing, or a size is no whole number up to the lines
 * @example await sampledBaskets(orders, products, { sizes: [50_000], seeds: [1, 2, 3], minSupport: 0.02 })
 */
export async function sampledBaskets(
  baskets: IdColumn,
  items: IdColumn,
  { sizes, seeds, minSupport, minLift = 0 }: SampledBasketsOptions,
): Promise<SampledBaskets[]> {
  requireOneItemEach(baskets, items);
  const [basket, item] = [numberValues("basket", baskets).ids, numberValues("item", items).ids];
  const found: SampledBaskets[] = [];
  for (const size of sizes) {
    const draw = lineDrawer(basket.length, size);
    for (const seed of seeds) {
      const lines = draw(createRandom(seed)).sort();
      const drawn = transactionsOfLines(
        lines.map((line) => basket[line] as number),
        lines.map((line) => item[line] as number),
      );
      const sets = await frequentItemsets(drawn, { minSupport, maxLength: 2 });
      found.push({
        lines: size,
        share: size / basket.length,
        seed,
        baskets: drawn.rows,
        meanSize: drawn.items.length / drawn.rows,
        pairs: pairsIn(drawn),
        rules: rules(sets, { minConfidence: 0, minLift, top: 0 }).found,
      });
    }
  }
  return found;
}

/**
 * How often both sides of a rule are found when order lines are sampled before baskets are made, once for each seed: how
 * far a figure from such a sample is a matter of luck. O(lines + seeds × (size + baskets)).
 *
 * @param baskets the basket of each line
 * @param items the item of each line
 * @param rule its two sides by label, up to 30 items in all
 * @throws RangeError when the columns differ in length, a cell is missing, an item is on no line, or the size is no whole
 * number from 1 up to the lines
 * @example sampledRule(customers, names, { antecedent: ["TEA"], consequent: ["CUP"] }, { size: 50_000, seeds: [1, 2] })
 */
export function sampledRule(
  baskets: IdColumn,
  items: IdColumn,
  rule: { readonly antecedent: readonly string[]; readonly consequent: readonly string[] },
  { size, seeds }: { readonly size: number; readonly seeds: readonly number[] },
): PairCounts[] {
  requireOneItemEach(baskets, items);
  const labels = [...rule.antecedent, ...rule.consequent];
  const bit = new Map(labels.map((label, i) => [label, 1 << i]));
  if (bit.size !== labels.length || labels.length > 30)
    throw new RangeError(`A rule of ${labels.length} items: take up to 30, each once.`);
  const { ids, values } = numberValues("basket", baskets);
  const bits = Int32Array.from({ length: items.length }, (_, line) => bit.get(String(items[line])) ?? 0);
  const missing = labels.find((label) => !bits.includes(bit.get(label) as number));
  if (missing !== undefined) throw new RangeError(`No line has the item "${missing}".`);
  const left = (1 << rule.antecedent.length) - 1;
  const both = 2 ** labels.length - 1;
  const right = both - left;
  const draw = lineDrawer(items.length, size);
  return seeds.map((seed) => {
    // One bit more than the items' says that a line of the basket was drawn at all.
    const has = new Int32Array(values.length);
    for (const line of draw(createRandom(seed))) {
      const basket = ids[line] as number;
      has[basket] = (has[basket] as number) | (bits[line] as number) | (1 << 30);
    }
    const count = (mask: number) =>
      has.reduce((n, seen) => n + Number(seen !== 0 && (seen & mask) === mask), 0);
    return { n: count(0), a: count(left), b: count(right), both: count(both) };
  });
}

function requireOneItemEach(baskets: IdColumn, items: IdColumn): void {
  if (baskets.length !== items.length)
    throw new RangeError(`There are ${baskets.length} baskets and ${items.length} items: give one a line.`);
}

/** Draws lines without replacement, in the order of drawing; each call begins anew. */
function lineDrawer(lines: number, wanted: number): (random: Random) => Uint32Array {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > lines)
    throw new RangeError(`A sample of ${wanted} of ${lines} lines: take a whole number from 1 to ${lines}.`);
  const every = new Uint32Array(lines);
  for (let line = 0; line < lines; line++) every[line] = line;
  return (random) => {
    const all = every.slice();
    for (let i = 0; i < wanted; i++) {
      const other = i + random.int(lines - i);
      const line = all[other] as number;
      all[other] = all[i] as number;
      all[i] = line;
    }
    return all.subarray(0, wanted);
  };
}

function pairsIn({ starts, rows }: Transactions): number {
  let pairs = 0;
  for (let row = 0; row < rows; row++) {
    const size = (starts[row + 1] as number) - (starts[row] as number);
    pairs += (size * (size - 1)) / 2;
  }
  return pairs;
}
