import { labels, numbers, type Rows, requireUnique, toRows } from "./rows";

/** An estimate with its interval. */
export interface IntervalRow {
  /** What is estimated, such as a method. Text from data stays text. */
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The panel it stands in, such as a length of list. */
  readonly group?: string;
}

/** A value to compare with. */
export interface Reference {
  readonly value: number;
  /** What it is, such as "no difference". */
  readonly label: string;
  /** The group it is for. Default: all. */
  readonly group?: string;
}

/** A checked row, and what it is compared with. */
export interface Compared extends Required<IntervalRow> {
  /** `fixed` where it is a value of its own, and not another row's estimate. */
  readonly reference: { readonly value: number; readonly label: string; readonly fixed: boolean } | undefined;
  /** Whether the interval holds a fixed reference. */
  readonly holds: boolean;
}

/**
 * Checks rows with intervals, and finds what each is compared with. O(n × references).
 *
 * @param log whether the values go on a logarithmic axis
 * @throws Error that names row and value if one is not a finite number, is not within its interval, not positive where
 * it must be, or stands twice; and if no row of a group is the reference.
 * @example toIntervals([{ label: "a", value: 2, low: 1, high: 3 }], { value: 1, label: "1" }, false)[0].holds // true
 */
export function toIntervals(
  rows: Rows<IntervalRow>,
  reference: Reference | readonly Reference[] | { readonly row: string } | undefined,
  log: boolean,
): Compared[] {
  const list = toRows(rows);
  const names = labels(list, "label");
  const [values, lows, highs] = [numbers(list, "value"), numbers(list, "low"), numbers(list, "high")];
  const groups = list.map((row) => (row as IntervalRow).group ?? "");
  requireUnique(
    names.map((name, i) => (groups[i] ? `${groups[i]} / ${name}` : name)),
    "The point",
  );
  const fixed =
    reference === undefined || "row" in reference ? [] : [reference].flat().map((one) => one as Reference);
  return values.map((value, i): Compared => {
    const [low, high, group, label] = [lows[i]!, highs[i]!, groups[i]!, names[i]!];
    if (low > value || value > high) {
      throw new Error(
        `Row ${i + 1} (${label}): ${value} does not lie within its interval, ${low} to ${high}.`,
      );
    }
    let found: Compared["reference"];
    if (reference !== undefined && "row" in reference) {
      const at = names.findIndex((name, j) => name === reference.row && groups[j] === group);
      if (at < 0)
        throw new Error(`There is no row "${reference.row}"${group && ` in "${group}"`} to compare with.`);
      found = { value: values[at]!, label: reference.row, fixed: false };
    } else {
      const own = fixed.find((one) => one.group === undefined || one.group === group);
      if (own) found = { value: own.value, label: own.label, fixed: true };
    }
    if (found !== undefined && !Number.isFinite(found.value)) {
      throw new Error(`The reference "${found.label}" is ${found.value}, not a finite number.`);
    }
    if (log && !(low > 0 && (found?.value ?? 1) > 0)) {
      throw new Error(
        `Row ${i + 1} (${label}): what is not above 0 has no place on a logarithmic axis. Leave out log.`,
      );
    }
    const holds = found?.fixed === true && low <= found.value && found.value <= high;
    return { label, value, low, high, group, reference: found, holds };
  });
}
