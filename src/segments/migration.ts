import { type Interval, wilson } from "../stats/interval";
import { membersOf } from "./sum-shares";

/** Customers in segments at one date. */
export interface SegmentedCustomers {
  readonly customer: readonly string[];
  /** Index in `names` of each customer's segment. */
  readonly segmentOf: ArrayLike<number>;
  readonly names: readonly string[];
}

/** Customers who went from one segment to another; those without a segment at a date have its `absent` name there. */
export interface MigrationLink {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
}

/** Who moved where between two dates. */
export interface Migration {
  /** Names of the rows: the segments before, and `absent.before` if somebody came from there. */
  readonly from: readonly string[];
  /** Names of the columns: the segments after, and `absent.after` if somebody went there. */
  readonly to: readonly string[];
  /** Customers by row and column. */
  readonly counts: readonly (readonly number[])[];
  /** The cells that are not empty, row after row: what a flow chart draws. */
  readonly links: readonly MigrationLink[];
  /** For each segment of the same name before and after: the share of its customers that stayed, with Wilson's interval. */
  readonly stayed: readonly { readonly segment: string; readonly share: Interval }[];
}

/** What customers are called who are in no segment at one of the dates. */
export interface AbsentNames {
  readonly before: string;
  readonly after: string;
}

/**
 * Follows customers from their segments at one date to those at another. O(n + segments²).
 *
 * @param absent names for customers who are only in the other list; by default "No customer yet" and "Gone"
 * @throws RangeError when a customer comes twice in one list, lists and segments differ in length, an index names no
 * segment, or a segment has an absent name
 * @example migration(march, june).links // [{ from: "Champions", to: "At risk", customers: 12 }, …]
 */
export function migration(
  before: SegmentedCustomers,
  after: SegmentedCustomers,
  absent: AbsentNames = { before: "No customer yet", after: "Gone" },
): Migration {
  const [was, is] = [placesOf(before, "before"), placesOf(after, "after")];
  for (const [side, name] of [
    [before, absent.before],
    [after, absent.after],
  ] as const) {
    if (side.names.includes(name))
      throw new RangeError(`"${name}" is a segment: give the absent another name`);
  }
  const counts = Array.from({ length: before.names.length + 1 }, () =>
    new Array<number>(after.names.length + 1).fill(0),
  );
  const count = (row: number, column: number) => {
    const cells = counts[row] as number[];
    cells[column] = (cells[column] as number) + 1;
  };
  for (const [id, row] of was) count(row, is.get(id) ?? after.names.length);
  for (const [id, column] of is) if (!was.has(id)) count(before.names.length, column);

  const came = (counts.at(-1) as number[]).some((n) => n > 0);
  const went = counts.some((row) => (row.at(-1) as number) > 0);
  const from = came ? [...before.names, absent.before] : [...before.names];
  const to = went ? [...after.names, absent.after] : [...after.names];
  const kept = from.map((_, r) => to.map((_, c) => counts[r]?.[c] as number));
  return {
    from,
    to,
    counts: kept,
    links: kept.flatMap((row, r) =>
      row.flatMap((customers, c) =>
        customers > 0 ? [{ from: from[r] as string, to: to[c] as string, customers }] : [],
      ),
    ),
    stayed: before.names.flatMap((segment, r) => {
      const all = (counts[r] as number[]).reduce((a, b) => a + b, 0);
      const column = after.names.indexOf(segment);
      return all > 0 && column >= 0 ? [{ segment, share: wilson(counts[r]?.[column] as number, all) }] : [];
    }),
  };
}

/** The segment of each customer, by id. */
function placesOf({ customer, segmentOf, names }: SegmentedCustomers, when: string): Map<string, number> {
  membersOf(customer, segmentOf, names.length);
  const places = new Map<string, number>();
  customer.forEach((id, i) => {
    if (places.has(id)) throw new RangeError(`customer ${id} comes twice ${when}: give each one segment`);
    places.set(id, segmentOf[i] as number);
  });
  return places;
}
