const DAY = 86_400_000;

/**
 * A reference time as UTC milliseconds.
 *
 * @throws RangeError when the text is no UTC time with date, time and Z
 * @example utcTime("2011-12-10T12:50Z")
 */
export function utcTime(reference: string): number {
  const until = Date.parse(reference);
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(reference) || Number.isNaN(until)) {
    throw new RangeError(`reference "${reference}" is no UTC time: write it as 2011-12-10T12:50Z`);
  }
  return until;
}

/**
 * Whole days from each customer's last order to the reference. O(n).
 *
 * @param last times of the last orders, UTC milliseconds
 * @throws RangeError naming a customer who ordered after the reference
 * @example recencyDays(["a"], Float64Array.of(0), utcTime("1970-01-03T00:00Z"), "1970-01-03T00:00Z") // [2]
 */
export function recencyDays(
  customer: readonly string[],
  last: Float64Array,
  until: number,
  reference: string,
): Float64Array {
  return last.map((time, i) => {
    if (time > until) {
      throw new RangeError(
        `customer ${customer[i]} ordered at ${new Date(time).toISOString()}, after the reference ${reference}: ` +
          "recency would be negative; choose a later reference or an earlier table",
      );
    }
    return Math.floor((until - time) / DAY);
  });
}
