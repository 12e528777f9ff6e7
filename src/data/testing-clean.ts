import type { CleaningVariant } from "./clean";

/** A raw row of a small test table: day of March 2011, price in pence. */
export interface RawLine {
  readonly line: number;
  readonly invoice: string;
  readonly code: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly day: number;
  readonly pence: number;
  readonly customer: string | null;
}

/** The cleaning as a plain loop over rows, to hold the SQL against. O(rows²); for tests. */
export function bruteClean(raw: readonly RawLine[], variant: CleaningVariant) {
  const keptAfter: number[] = [];
  let rows = [...raw];
  const keep = (test: (row: RawLine) => boolean) => {
    rows = rows.filter(test);
    keptAfter.push(rows.length);
  };
  keep((row) => row.customer !== null && row.description !== null);
  const before = rows;
  const copies = (row: RawLine) => before.filter((other) => identity(other) === identity(row));
  keep((row) => (variant === "keep-none" ? copies(row).length === 1 : copies(row)[0] === row));
  keep((row) => row.code.replace(/[^0-9]/g, "").length >= 2);
  keep((row) => row.description !== "Next Day Carriage" && row.description !== "High Resolution Image");
  keep((row) => row.pence > 0);
  const pairs = variant === "netted" ? cancelledLines(rows) : null;
  const cancelLines = rows.filter((row) => row.quantity < 0).length;
  if (pairs !== null) {
    const bought = new Set(pairs.map((pair) => pair.bought));
    keep((row) => !bought.has(row));
  }
  if (variant !== "with-returns") keep((row) => row.quantity > 0);
  const netting = pairs && {
    cancelLines,
    matched: pairs.length,
    value: pairs.reduce((sum, { bought }) => sum + bought.quantity * bought.pence, 0) / 100,
  };
  return {
    keptAfter,
    lines: rows.map((row) => row.line),
    netting,
    pairs: pairs === null ? null : pairs.map(({ cancel, bought }) => [cancel.line, bought.line]),
  };
}

function identity(row: RawLine): string {
  return JSON.stringify({ ...row, line: 0 });
}

/** Each cancellation, one after another in time, with the latest earlier purchase like it that is free. */
function cancelledLines(rows: readonly RawLine[]): { cancel: RawLine; bought: RawLine }[] {
  const inTime = [...rows].sort((a, b) => a.day - b.day || a.line - b.line);
  const taken = new Set<RawLine>();
  return inTime.flatMap((cancel, i) => {
    if (cancel.quantity >= 0) return [];
    const bought = inTime
      .slice(0, i)
      .reverse()
      .find(
        (row) =>
          !taken.has(row) &&
          row.customer === cancel.customer &&
          row.code === cancel.code &&
          row.pence === cancel.pence &&
          row.quantity === -cancel.quantity,
      );
    if (bought === undefined) return [];
    taken.add(bought);
    return [{ cancel, bought }];
  });
}
