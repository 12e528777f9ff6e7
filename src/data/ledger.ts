/** What one cleaning step did. */
export interface LedgerStep {
  /** The step's short name, such as `duplicates`. */
  readonly step: string;
  /** Why rows were dropped, for people. */
  readonly reason: string;
  readonly rowsIn: number;
  readonly dropped: number;
  readonly kept: number;
}

/** Where every row went: rows in = rows kept + rows dropped, step by step. */
export interface Ledger {
  readonly variant: string;
  readonly rowsIn: number;
  readonly kept: number;
  readonly steps: readonly LedgerStep[];
}

/** A step's name and reason with the number of rows left after it. */
export interface StepCount {
  readonly step: string;
  readonly reason: string;
  readonly kept: number;
}

/**
 * A ledger from the rows that went in and those left after each step. O(steps).
 * @throws RangeError when a count is no whole number from 0 up, or a step keeps more rows than went in.
 * @example makeLedger("demo", 10, [{ step: "prices", reason: "price is zero", kept: 9 }]).steps[0].dropped // 1
 */
export function makeLedger(variant: string, rowsIn: number, counts: readonly StepCount[]): Ledger {
  let before = checked("rows in", rowsIn);
  const steps = counts.map(({ step, reason, kept }): LedgerStep => {
    checked(step, kept);
    if (kept > before) {
      throw new RangeError(
        `Step "${step}" of ${variant} keeps ${kept} rows of ${before}: a step may only drop rows.`,
      );
    }
    const entry = { step, reason, rowsIn: before, dropped: before - kept, kept };
    before = kept;
    return entry;
  });
  return { variant, rowsIn, kept: before, steps };
}

function checked(what: string, count: number): number {
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new RangeError(`The count of "${what}" is ${count}, not a whole number from 0 up.`);
}
