import { createRandom } from "../../stats/random";

/** Rows to learn from and rows to test on, and how far customers stand on both sides. */
export interface RowSplit {
  /** Numbers of rows, ascending. */
  readonly train: Uint32Array;
  /** Numbers of rows, ascending; none of them is in `train`. */
  readonly test: Uint32Array;
  /** Rows on neither side. */
  readonly unused: number;
  /** How many customers have rows to learn from, to be tested on, and both: those a model may know by heart. */
  readonly customers: { readonly train: number; readonly test: number; readonly both: number };
}

/** How rows or customers are drawn for the test. */
export interface DrawOptions {
  /** Share of the customers (or rows) that are tested on, between 0 and 1; default 0.3, rounded up to a whole one. */
  readonly testShare?: number;
  /** Seed of the draw; default 1. */
  readonly seed?: number;
}

/** The customer of each row: a number or a text, of one kind throughout. */
export type CustomerIds = ArrayLike<number> | ArrayLike<string>;

/**
 * Splits rows by customer: each customer's rows all go to one side. Which one depends on the seed and on who the
 * customers are, not on the order of the rows. O(rows + customers × log customers).
 *
 * @throws RangeError when a side would be empty, a row's customer is NaN, or the share is not between 0 and 1
 * @example splitByCustomer(["a", "a", "b"], { testShare: 0.5 }).customers // { train: 1, test: 1, both: 0 }
 */
export function splitByCustomer(customers: CustomerIds, options: DrawOptions = {}): RowSplit {
  const tested = drawCustomers(customers, options);
  return sides(customers, (row) => (tested.has(customers[row]!) ? "test" : "train"));
}

/**
 * Splits rows by time: those before a moment are learnt from, those at it or later are tested on. Customers of both times
 * stand on both sides. O(rows).
 *
 * @param times when each row's outcome was known, in any unit
 * @param at in the same unit
 * @throws RangeError when a side would be empty, a time or a customer is NaN, or times and customers differ in count
 * @example splitByTime([7, 7, 8], [10, 20, 20], 15).customers // { train: 1, test: 2, both: 1 }
 */
export function splitByTime(customers: CustomerIds, times: ArrayLike<number>, at: number): RowSplit {
  requireTimes(customers, times, at);
  return sides(customers, (row) => (times[row]! < at ? "train" : "test"));
}

/**
 * Splits rows by customer and by time: drawn customers are tested on their rows at the moment or later, the others'
 * rows before it are learnt from, and all other rows are not used. A model then knows neither the customers nor the time
 * it is tested on. O(rows + customers × log customers).
 *
 * @param times when each row's outcome was known, in any unit
 * @param at in the same unit
 * @throws RangeError as {@link splitByCustomer} and {@link splitByTime}
 * @example splitByCustomerAndTime(customers, times, Date.UTC(2011, 8, 9), { testShare: 0.5 }).unused
 */
export function splitByCustomerAndTime(
  customers: CustomerIds,
  times: ArrayLike<number>,
  at: number,
  options: DrawOptions = {},
): RowSplit {
  requireTimes(customers, times, at);
  const tested = drawCustomers(customers, options);
  return sides(customers, (row) => {
    const late = times[row]! >= at;
    if (late !== tested.has(customers[row]!)) return "unused";
    return late ? "test" : "train";
  });
}

/**
 * Splits rows by chance, whoever's they are, as published studies do (scikit-learn's `train_test_split`: the same
 * counts, not the same rows). Customers stand on both sides, so a score on such a test says little about customers a
 * model has not seen: only to reproduce a published figure. O(rows).
 *
 * @throws RangeError as {@link splitByCustomer}
 * @example rowSplitAsPublished(customers, { testShare: 0.3, seed: 42 }).customers.both
 */
export function rowSplitAsPublished(customers: CustomerIds, options: DrawOptions = {}): RowSplit {
  const tested = new Uint8Array(customers.length);
  for (const row of drawn(customers.length, options, "rows")) tested[row] = 1;
  return sides(customers, (row) => (tested[row] === 1 ? "test" : "train"));
}

function sides(customers: CustomerIds, sideOf: (row: number) => "train" | "test" | "unused"): RowSplit {
  const train: number[] = [];
  const test: number[] = [];
  const learnt = new Set<number | string>();
  const tested = new Set<number | string>();
  for (let row = 0; row < customers.length; row++) {
    if (Number.isNaN(customers[row]))
      throw new RangeError(`Row ${row} has no customer: leave such rows out first.`);
    const side = sideOf(row);
    if (side === "unused") continue;
    (side === "train" ? train : test).push(row);
    (side === "train" ? learnt : tested).add(customers[row]!);
  }
  if (train.length === 0 || test.length === 0) {
    throw new RangeError(
      `The split leaves ${train.length} rows to learn from and ${test.length} to test on, of ${customers.length}: ` +
        "each side needs some; split at another moment or take another share.",
    );
  }
  let both = 0;
  for (const customer of tested) if (learnt.has(customer)) both++;
  return {
    train: Uint32Array.from(train),
    test: Uint32Array.from(test),
    unused: customers.length - train.length - test.length,
    customers: { train: learnt.size, test: tested.size, both },
  };
}

function drawCustomers(customers: CustomerIds, options: DrawOptions): ReadonlySet<number | string> {
  const ids = [...new Set<number | string>(Array.from<number | string>(customers))];
  // In an order of their own, so that the draw does not hang on the order of the rows.
  ids.sort((a, b) => (a < b ? -1 : 1));
  return new Set(Array.from(drawn(ids.length, options, "customers"), (i) => ids[i]!));
}

/** Numbers below n, a sample without replacement by Fisher and Yates' shuffle. */
function drawn(n: number, { testShare = 0.3, seed = 1 }: DrawOptions, what: string): Uint32Array {
  if (!(testShare > 0 && testShare < 1))
    throw new RangeError(`A test share of ${testShare} is not between 0 and 1.`);
  const count = Math.ceil(testShare * n);
  if (count === n)
    throw new RangeError(`A test share of ${testShare} of ${n} ${what} leaves none to learn from.`);
  const random = createRandom(seed);
  const numbers = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + random.int(n - i);
    const picked = numbers[j]!;
    numbers[j] = numbers[i]!;
    numbers[i] = picked;
  }
  return numbers.subarray(0, count);
}

function requireTimes(customers: CustomerIds, times: ArrayLike<number>, at: number): void {
  if (times.length !== customers.length)
    throw new RangeError(
      `${times.length} times for the customers of ${customers.length} rows: give one a row.`,
    );
  if (Number.isNaN(at)) throw new RangeError("The moment to split at is not a number.");
  for (let row = 0; row < times.length; row++)
    if (Number.isNaN(times[row])) throw new RangeError(`The time of row ${row} is not a number.`);
}
