import { type BootstrapOptions, bootstrap, type Interval } from "../stats/interval";

/** What customers bought by category: one row a customer and category. */
export interface CategoryCounts {
  readonly customer: readonly string[];
  readonly category: readonly string[];
  /** Order lines, or whatever is counted; from 0. */
  readonly n: ArrayLike<number>;
}

/** One category in one group of customers. */
export interface GroupShare {
  readonly group: string;
  readonly category: string;
  /** Order lines of the group in the category. */
  readonly n: number;
  /** Customers of the group who have any. */
  readonly customers: number;
  /** Share of the group's lines. */
  readonly share: Interval;
  /** Share of the group's lines over the share of all customers' lines: 1 is as everybody. */
  readonly lift: Interval;
}

/** Customers that a group needs for intervals to mean something, and for no resample to be without any. */
const fewest = 20;

/** Options of {@link groupShares}. */
export interface GroupShareOptions extends BootstrapOptions {
  /** Customers that a category needs among all to be told; rarer ones count only in the whole. Default 30. */
  readonly least?: number;
}

/**
 * How groups of customers share their order lines out over categories, and how that differs from all customers, with
 * intervals from resamples of customers: lines of one customer are alike, so that intervals over lines would be far too
 * narrow. O(resamples × rows).
 *
 * @param groupOf the group of each customer; rows of other customers are left out
 * @param groups the groups in the order wanted
 * @returns group by group, in the order of `groups`, the greatest share first
 * @throws RangeError when columns differ in length, a count is not from 0, or a group has fewer than 20 customers, of
 * whom resamples say little
 * @example groupShares(aislesOfCustomers, gradeOf, ["VIP", "At risk"], { seed: 1 })[0]?.lift.estimate
 */
export function groupShares(
  counts: CategoryCounts,
  groupOf: ReadonlyMap<string, string>,
  groups: readonly string[],
  { least = 30, ...options }: GroupShareOptions = {},
): GroupShare[] {
  const rows = indexed(counts, groupOf, groups, least);
  const size = groups.length * rows.categories.length;
  const intervals = bootstrap(rows.customers, (weights) => sharesAndLifts(rows, weights), options);
  return groups.flatMap((group, g) =>
    rows.categories
      .map((category, c): GroupShare => {
        const at = g * rows.categories.length + c;
        return {
          group,
          category,
          n: rows.lines[at] as number,
          customers: rows.buyers[at] as number,
          share: intervals[at] as Interval,
          lift: intervals[size + at] as Interval,
        };
      })
      .sort((a, b) => b.share.estimate - a.share.estimate || (a.category < b.category ? -1 : 1)),
  );
}

/** The rows by number: of customers, their groups and categories; rare categories count in the totals only. */
interface Indexed {
  readonly categories: readonly string[];
  readonly groups: number;
  readonly customers: number;
  readonly groupOf: Int32Array;
  readonly totals: Float64Array;
  readonly customer: Int32Array;
  readonly category: Int32Array;
  readonly n: Float64Array;
  readonly lines: Float64Array;
  readonly buyers: Float64Array;
}

function indexed(
  { customer, category, n }: CategoryCounts,
  groupOf: ReadonlyMap<string, string>,
  groups: readonly string[],
  least: number,
): Indexed {
  if (customer.length !== category.length || customer.length !== n.length)
    throw new RangeError(
      `${customer.length} customers, ${category.length} categories and ${n.length} counts`,
    );
  const kept: number[] = [];
  const ids = new Map<string, number>();
  const buyers = new Map<string, number>();
  for (const [i, id] of customer.entries()) {
    if (!groups.includes(groupOf.get(id) ?? "")) continue;
    if (!((n[i] as number) >= 0)) throw new RangeError(`row ${i} counts ${n[i]}: take numbers from 0`);
    kept.push(i);
    if (!ids.has(id)) ids.set(id, ids.size);
    if ((n[i] as number) > 0) buyers.set(category[i] as string, (buyers.get(category[i] as string) ?? 0) + 1);
  }
  const categories = [...buyers].filter(([, of]) => of >= least).map(([name]) => name);
  const places = new Map(categories.map((name, c) => [name, c]));
  const group = Int32Array.from([...ids.keys()], (id) => groups.indexOf(groupOf.get(id) as string));
  for (const [g, name] of groups.entries()) {
    const members = group.reduce((sum, of) => sum + (of === g ? 1 : 0), 0);
    if (members < fewest)
      throw new RangeError(
        `group "${name}" has ${members} customers: leave out groups of fewer than ${fewest}`,
      );
  }
  const totals = new Float64Array(ids.size);
  for (const i of kept) {
    const at = ids.get(customer[i] as string) as number;
    totals[at] = (totals[at] as number) + (n[i] as number);
  }
  const told = kept.filter((i) => places.has(category[i] as string));
  const rows = {
    categories,
    groups: groups.length,
    customers: ids.size,
    groupOf: group,
    totals,
    customer: Int32Array.from(told, (i) => ids.get(customer[i] as string) as number),
    category: Int32Array.from(told, (i) => places.get(category[i] as string) as number),
    n: Float64Array.from(told, (i) => n[i] as number),
  };
  const cell = (i: number) =>
    (group[rows.customer[i] as number] as number) * categories.length + (rows.category[i] as number);
  const [lines, having] = [0, 1].map(() => new Float64Array(groups.length * categories.length)) as [
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < told.length; i++) {
    lines[cell(i)] = (lines[cell(i)] as number) + (rows.n[i] as number);
    if ((rows.n[i] as number) > 0) having[cell(i)] = (having[cell(i)] as number) + 1;
  }
  return { ...rows, lines, buyers: having };
}

/** Shares group by group, category by category, then the lifts in the same order. */
function sharesAndLifts(rows: Indexed, weights: Float64Array): Float64Array {
  const width = rows.categories.length;
  const size = rows.groups * width;
  const out = new Float64Array(2 * size);
  const [whole, all] = [new Float64Array(rows.groups), new Float64Array(width)];
  for (let i = 0; i < rows.customers; i++) {
    const g = rows.groupOf[i] as number;
    whole[g] = (whole[g] as number) + (weights[i] as number) * (rows.totals[i] as number);
  }
  for (let i = 0; i < rows.n.length; i++) {
    const [who, c] = [rows.customer[i] as number, rows.category[i] as number];
    const lines = (weights[who] as number) * (rows.n[i] as number);
    const at = (rows.groupOf[who] as number) * width + c;
    out[at] = (out[at] as number) + lines;
    all[c] = (all[c] as number) + lines;
  }
  const total = whole.reduce((a, b) => a + b, 0);
  for (let at = 0; at < size; at++) {
    const share = (out[at] as number) / (whole[Math.floor(at / width)] as number);
    out[at] = share;
    out[size + at] = share / ((all[at % width] as number) / total);
  }
  return out;
}
