/** A moment, as a number and as SQL. */
export interface Moment {
  /** UTC milliseconds since 1970. */
  readonly ms: number;
  /** A TIMESTAMP literal. */
  readonly sql: string;
}

/**
 * Reads a UTC time.
 *
 * @throws RangeError when the text is no UTC time with date, time and Z
 * @example utcMoment("2011-09-09T00:00Z").sql // "TIMESTAMP '2011-09-09 00:00:00.000'"
 */
export function utcMoment(text: string): Moment {
  const ms = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) || Number.isNaN(ms))
    throw new RangeError(`"${text}" is no UTC time: write it as 2011-09-09T00:00Z.`);
  return { ms, sql: `TIMESTAMP '${new Date(ms).toISOString().slice(0, 23).replace("T", " ")}'` };
}
