import { fisherExact } from "../../../stats/fisher-exact";
import { upperGamma } from "../../../stats/gamma";
import type { CustomerIds } from "../../splits/splits";
import type { Finding } from "../finding";
import { shareText, whole } from "../wording";
import { customersOf } from "./customers-on-both-sides";

export const PREVALENCE = "prevalence of the test";

/** How many rows have label 1, of how many. */
export interface Labelled {
  readonly positives: number;
  readonly rows: number;
}

/** A test drawn by chance differs from its data more than this in fewer than one case of a thousand. */
const LEVEL = 0.001;
/** Differences of the odds up to this matter little, however sure they are. */
const SMALL_ODDS_RATIO = 1.1;
const LARGE_ODDS_RATIO = 2;

/**
 * A test whose share of label 1 is not that of the data it is to speak for, as after resampling. Silent where a test drawn
 * by chance would differ as much in more than one case of a thousand, so this is the rate of false alarms; and where the
 * odds differ by no more than a tenth. Where rows of a customer go together, give `p` by {@link customerDrawP}. O(√rows).
 *
 * @param of.test the test's labels
 * @param of.all those of all rows that the test may be drawn from, itself included
 * @param of.p how often a drawn test differs as much; by default Fisher's exact test, right for rows drawn one by one
 * @param of.forecast whether the test is later than what is learnt from: then its share may drift, which is a note
 * @throws RangeError when counts are no whole numbers, there are no rows, or more positives than rows
 * @example auditPrevalence({ test: { positives: 500, rows: 1000 }, all: { positives: 978, rows: 10_000 } })[0]?.severity // "error"
 */
export function auditPrevalence(of: {
  readonly test: Labelled;
  readonly all: Labelled;
  readonly p?: number;
  readonly forecast?: boolean;
}): Finding[] {
  const { test, all, forecast = false } = of;
  for (const part of [test, all]) requireLabelled(part);
  const oddsRatio = oddsOf(test) / oddsOf(all);
  const apart = Math.max(oddsRatio, 1 / oddsRatio);
  if (apart <= SMALL_ODDS_RATIO) return [];
  const p = of.p ?? drawP(test, all);
  if (p >= LEVEL) return [];
  const [own, theirs] = [test, all].map(({ positives, rows }) => shareText(positives / rows));
  return [
    {
      check: PREVALENCE,
      severity: apart >= LARGE_ODDS_RATIO ? "error" : forecast ? "note" : "warning",
      what: `The test has ${own} of label 1, the data ${theirs}: precision, accuracy and F1 of this test are not what the model would have on the data.`,
      where: "test",
      figure: `${whole(test.positives)} of ${whole(test.rows)} rows against ${whole(all.positives)} of ${whole(all.rows)}`,
      advice:
        "Test on rows as they come, neither resampled nor picked by label; resample only what is learnt from.",
    },
  ];
}

const oddsOf = ({ positives, rows }: Labelled) => (positives + 0.5) / (rows - positives + 0.5);

/** Fisher's test: of a part drawn from all, or of two samples where the one cannot be a part of the other. */
function drawP(test: Labelled, all: Labelled): number {
  const isPart = test.positives <= all.positives && test.rows - test.positives <= all.rows - all.positives;
  const whole = isPart ? all : { positives: all.positives + test.positives, rows: all.rows + test.rows };
  return fisherExact({ both: test.positives, a: whole.positives, b: test.rows, n: whole.rows }, "two-sided");
}

/**
 * How often a test of as many customers, drawn by chance with all their rows, has a share of label 1 at least as far from
 * that of all: rows of a customer go together, so that shares vary more than those of rows drawn one by one. By the normal
 * approximation of the ratio of sums, good for some 30 customers on either side. O(rows).
 *
 * @returns from 0 to 1; 1 where shares cannot differ
 * @throws RangeError when a list has another length
 * @see Cochran (1977), "Sampling Techniques", section 6.3
 * @example customerDrawP(labels, customers, test)
 */
export function customerDrawP(labels: ArrayLike<number>, customers: CustomerIds, test: Uint32Array): number {
  if (labels.length !== customers.length)
    throw new RangeError(
      `${labels.length} labels for the customers of ${customers.length} rows: give one a row.`,
    );
  let positives = 0;
  for (let row = 0; row < labels.length; row++) positives += labels[row]!;
  const share = positives / labels.length;
  const excess = new Map<number | string, number>();
  for (let row = 0; row < labels.length; row++)
    excess.set(customers[row]!, (excess.get(customers[row]!) ?? 0) + labels[row]! - share);
  const drawn = customersOf(customers, test);
  const n = excess.size;
  let sum = 0;
  for (const row of test) sum += labels[row]! - share;
  let squares = 0;
  for (const value of excess.values()) squares += value * value;
  const variance = drawn.size * (1 - drawn.size / n) * (squares / (n - 1));
  if (!(variance > 0)) return 1;
  return upperGamma(0.5, (sum * sum) / variance / 2);
}

function requireLabelled({ positives, rows }: Labelled): void {
  const whole = Number.isSafeInteger(positives) && Number.isSafeInteger(rows);
  if (!whole || rows < 1 || positives < 0 || positives > rows)
    throw new RangeError(
      `${positives} of ${rows} rows of label 1: give whole numbers, 0 to all of at least one row.`,
    );
}
