import type { Random } from "../../stats/random";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The first day of generated data and the number of days, as in the original. */
export const FIRST_DAY = Date.UTC(2010, 11, 1);
export const DAYS = 374;

/** How much busier than usual a month (January first), a weekday (Monday first) and an hour is. */
export interface Season {
  readonly month: readonly number[];
  readonly weekday: readonly number[];
  readonly hour: readonly number[];
}

/** The planted seasons. */
export const SEASON: Season = {
  month: [0.8, 0.75, 0.95, 0.8, 1, 0.98, 0.95, 0.95, 1.3, 1.4, 1.8, 1.1],
  weekday: [1, 1.1, 1.05, 1.15, 0.9, 0, 0.65],
  hour: [
    0, 0, 0, 0, 0, 0, 0.02, 0.06, 0.5, 1.3, 2, 1.9, 2.4, 2.1, 1.8, 1.6, 0.9, 0.5, 0.12, 0.05, 0.01, 0, 0, 0,
  ],
};

/** Items drawn in proportion to weights; O(log n) a draw. @throws RangeError when no weight is above zero. */
export function weighted(weights: ArrayLike<number>): (random: Random) => number {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum += weights[i]!;
  if (!(sum > 0)) throw new RangeError("Weights to draw by must add up to more than zero.");
  return (random) => upperBound(sums, random.next() * sum);
}

/** The index of the first entry above `value` in ascending `sums`. */
function upperBound(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How busy days are, added up; closed on Saturdays and from 24 December to 3 January. A day's mean is 1. */
function addedUpDays(): Float64Array {
  const weights = Float64Array.from({ length: DAYS }, (_, day) => {
    const date = new Date(FIRST_DAY + day * DAY);
    const [month, dayOfMonth] = [date.getUTCMonth(), date.getUTCDate()];
    const closed = (month === 11 && dayOfMonth >= 24) || (month === 0 && dayOfMonth <= 3);
    return closed ? 0 : SEASON.month[month]! * SEASON.weekday[(date.getUTCDay() + 6) % 7]!;
  });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / DAYS;
  let sum = 0;
  return weights.map((weight) => {
    sum += weight / mean;
    return sum;
  });
}

const CUMULATIVE = addedUpDays();
const hourOf = weighted(SEASON.hour);

/**
 * Customers live in even time, from 0 to {@link DAYS}, where every day is as busy as another; this turns
 * a moment of it into the calendar's UTC milliseconds, so that seasons come out without touching the
 * customers' mean intervals. The time of day is drawn. O(log days).
 * @example calendarTime(0, random) // a time on 2010-12-01
 */
export function calendarTime(even: number, random: Random): number {
  const day = upperBound(CUMULATIVE, even);
  return FIRST_DAY + day * DAY + (hourOf(random) * 60 + random.int(60)) * MINUTE;
}
