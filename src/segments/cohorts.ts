import { type Engine, numbers } from "../data/engine";
import type { BootstrapOptions, Interval } from "../stats/interval";
import { ratioOfSums } from "../stats/ratio";
import { customerIds } from "./customer-ids";

/** In which months customers bought. Months are numbered through: year × 12 + month, January 0. */
export interface MonthlyActivity {
  readonly customer: readonly string[];
  /** Of each customer the months with an order, ascending. */
  readonly months: readonly (readonly number[])[];
  /** The last month of the data: later ones are unknown, not empty. */
  readonly last: number;
}

/** The customers who first bought in one month, in one later month. */
export interface CohortCell {
  /** The month of the first order, such as `2019-01`. */
  readonly cohort: string;
  /** Months since then; 0 is the month of the first order itself, in which all of them bought. */
  readonly period: number;
  /** How many of the cohort bought in that month. */
  readonly customers: number;
  /** How many the cohort holds. */
  readonly size: number;
  /** `customers` over `size`, 0 to 1. */
  readonly share: number;
}

/** How many of all cohorts came back so many months after their first order. */
export interface PeriodRetention {
  readonly period: number;
  readonly cohorts: number;
  /** Mean of the cohorts' shares: a cohort of ten speaks as loud as one of a thousand. */
  readonly mean: number;
  /** Customers over customers: each of them speaks as loud as the next. */
  readonly weighted: number;
}

/**
 * The months in which each customer bought. O(lines) in the engine; one row a customer and month reaches the notebook.
 *
 * @param from table of order lines with `customer` and `order_time`
 * @throws RangeError when the table has no lines or a line has no customer
 * @example cohortCells(await monthlyActivity(shop.engine, "order_lines"))
 */
export async function monthlyActivity(engine: Engine, from: string): Promise<MonthlyActivity> {
  const found = await engine.query(`
    SELECT CAST(customer AS VARCHAR) AS customer,
      EXTRACT(YEAR FROM order_time) * 12 + EXTRACT(MONTH FROM order_time) - 1 AS month
    FROM ${from} GROUP BY 1, 2 ORDER BY 1, 2`);
  if (found.rows === 0)
    throw new RangeError(`table ${from} has no order lines: there are no months to count`);
  const month = numbers(found, "month");
  const months = new Map<string, number[]>();
  customerIds(found, from).forEach((customer, i) => {
    const own = months.get(customer);
    if (own) own.push(month[i] as number);
    else months.set(customer, [month[i] as number]);
  });
  const last = month.reduce((a, b) => Math.max(a, b), 0);
  return { customer: [...months.keys()], months: [...months.values()], last };
}

/**
 * The same for some of the customers. O(customers).
 *
 * @example activityOf(activity, (customer) => buyers.has(customer))
 */
export function activityOf(activity: MonthlyActivity, keep: (customer: string) => boolean): MonthlyActivity {
  const kept = activity.customer.flatMap((customer, i) => (keep(customer) ? [i] : []));
  return {
    ...activity,
    customer: kept.map((i) => activity.customer[i] as string),
    months: kept.map((i) => activity.months[i] as readonly number[]),
  };
}

/**
 * The cohort table: who bought first in which month, and how many of them bought again how many months later. Every
 * month from a cohort's first to the last of the data has its cell, also where nobody came. O(customers × months).
 *
 * @example cohortCells(activity)[1] // { cohort: "2019-01", period: 1, customers: 13, size: 215, share: 0.06 }
 */
export function cohortCells({ months, last }: MonthlyActivity): CohortCell[] {
  const cohorts = new Map<number, Map<number, number>>();
  for (const own of months) {
    const first = own[0] as number;
    const counts = cohorts.get(first) ?? new Map<number, number>();
    cohorts.set(first, counts);
    for (const month of own) counts.set(month - first, (counts.get(month - first) ?? 0) + 1);
  }
  return [...cohorts]
    .sort(([a], [b]) => a - b)
    .flatMap(([first, counts]) => {
      const size = counts.get(0) as number;
      const cohort = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, "0")}`;
      return Array.from({ length: last - first + 1 }, (_, period): CohortCell => {
        const customers = counts.get(period) ?? 0;
        return { cohort, period, customers, size, share: customers / size };
      });
    });
}

/**
 * Retention by months since the first order, over all cohorts that are old enough. O(cells).
 *
 * @example retentionByPeriod(cells)[1]?.weighted // 0.095
 */
export function retentionByPeriod(cells: readonly CohortCell[]): PeriodRetention[] {
  const periods = [...new Set(cells.map(({ period }) => period))].sort((a, b) => a - b);
  return periods.map((period) => {
    const own = cells.filter((cell) => cell.period === period);
    const sum = (of: (cell: CohortCell) => number) => own.reduce((total, cell) => total + of(cell), 0);
    return {
      period,
      cohorts: own.length,
      mean: sum(({ share }) => share) / own.length,
      weighted: sum(({ customers }) => customers) / sum(({ size }) => size),
    };
  });
}

/**
 * How often customers bought in a month after their first: months with an order over months there were, the first month
 * left out, with a bootstrap interval over customers. O(resamples × customers).
 *
 * @throws RangeError when no customer has a later month in the data
 * @example returnRate(activity, { seed: 1 }) // { estimate: 0.12, low: 0.11, high: 0.13 }
 */
export function returnRate({ months, last }: MonthlyActivity, options: BootstrapOptions = {}): Interval {
  const later = months.filter((own) => (own[0] as number) < last);
  if (later.length === 0)
    throw new RangeError("no customer has a month after the first: nobody could return");
  return ratioOfSums(
    later.map((own) => own.length - 1),
    later.map((own) => last - (own[0] as number)),
    options,
  );
}
