import { textWidth, wrap } from "../../theme/text";
import { tickExpression } from "./scale";

const isoDay = /^\d{4}-\d{2}(-\d{2})?$/;

/** How the values of an x column stand on their axis. */
export type Kind = "time" | "number" | "ordinal";

/**
 * The kind of a column: dates and texts such as 2011-12 or 2011-12-09 are times, numbers numbers. O(n).
 *
 * @example kindOf(["2011-12", "2011-12-09"]) // "time"
 */
export function kindOf(values: readonly unknown[]): Kind {
  if (values.length === 0) return "ordinal";
  if (values.every((v) => v instanceof Date || (typeof v === "string" && isoDay.test(v)))) return "time";
  return values.every((v) => typeof v === "number" || typeof v === "bigint") ? "number" : "ordinal";
}

/**
 * A date or ISO text as milliseconds UTC.
 *
 * @throws Error for a date that is none.
 * @example toTime("2011-12-09", 0) // 1323388800000
 */
export function toTime(value: unknown, row: number): number {
  const time = value instanceof Date ? value.getTime() : Date.parse(`${String(value)}`);
  if (Number.isFinite(time)) return time;
  throw new Error(`Row ${row + 1}: ${String(value)} is not a date.`);
}

const day = 86_400_000;

/**
 * Vega's axis for times from `from` to `to` (milliseconds UTC), by day or month; years stand below the first tick
 * and January.
 *
 * @example timeAxis(Date.UTC(2010, 11, 1), Date.UTC(2011, 11, 9), 720, false).tickCount // { interval: "month", step: 1 }
 */
export function timeAxis(from: number, to: number, width: number, monthly: boolean): object {
  const days = (to - from) / day;
  const named = (name: string, january: string) =>
    `[utcFormat(datum.value, '${name}'), datum.index == 0 || ${january} ? utcFormat(datum.value, '%Y') : '']`;
  if (days > 900)
    return { tickCount: { interval: "year", step: 1 }, labelExpr: "utcFormat(datum.value, '%Y')" };
  const room = Math.max(2, Math.floor((width - 40) / 50));
  if (days <= 75 && !monthly) return { tickCount: Math.min(8, room), labelExpr: named("%-d %b", "false") };
  const step = Math.max(1, Math.ceil(days / 30.4 / room));
  return { tickCount: { interval: "month", step }, labelExpr: named("%b", "utcmonth(datum.value) == 0") };
}

/**
 * Vega's axis for numbers: each value where there are few, else round ticks.
 *
 * @example numberAxis([1, 2, 5], 720).values // [1, 2, 5]
 */
export function numberAxis(values: readonly number[], width: number): object {
  const own = [...new Set(values)];
  const ticks = own.length <= (width < 500 ? 8 : 16) ? { values: own } : { tickCount: width < 500 ? 4 : 8 };
  return { ...ticks, labelExpr: tickExpression("number") };
}

/**
 * Ticks of a logarithmic axis: powers of ten, with 2 and 5 between them where there are few.
 *
 * @throws RangeError when the axis does not begin above 0 or does not end
 * @example logTicks(1, 1000) // [1, 10, 100, 1000]
 */
export function logTicks(low: number, high: number): number[] {
  if (!(low > 0 && high < Infinity))
    throw new RangeError(
      `A logarithmic axis from ${low} to ${high}: it needs numbers above 0, leave others out.`,
    );
  const steps = Math.log10(high / low) < 2.2 ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const step of steps) {
      const tick = Number(`${step}e${power}`);
      if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
    }
  }
  return ticks;
}

/**
 * The least of 1, 2, 5 times a power of ten that is not below `step`.
 *
 * @example roundStep(0.3) // 0.5
 */
export function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 5].find((times) => times * power >= step * (1 - 1e-9)) ?? 10);
}

/**
 * Round ticks from `low` to `high`, at most `most` + 1 of them.
 *
 * @example roundTicks(0, 1, 5) // [0, 0.2, 0.4, 0.6, 0.8, 1]
 */
export function roundTicks(low: number, high: number, most: number): number[] {
  if (!(high > low)) return [low];
  const step = roundStep((high - low) / most);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_v, i) => Number(((first + i) * step).toPrecision(12)));
}

/**
 * Every so many of the ticks that each has about 46 pixels of `room`.
 *
 * @example thin([1, 2, 3, 4, 5, 6], 140) // [1, 3, 5]
 */
export function thin(ticks: readonly number[], room: number): number[] {
  const every = Math.ceil(ticks.length / Math.max(2, Math.floor(room / 46)));
  return ticks.filter((_tick, i) => i % every === 0);
}

/** Room that the other axis' labels take beside a drawing. */
const BESIDE = 70;

/**
 * An axis' title, in two lines where one would be wider than the drawing; null for none.
 *
 * @param width of the whole chart, in pixels
 * @example axisTitle("Share of the customers, those who spend most first (%)", 340)
 * // ["Share of the customers, those who spend", "most first (%)"]
 */
export function axisTitle(title: string | undefined, width: number): string | string[] | null {
  if (title === undefined) return null;
  return textWidth(title, 12) <= width - BESIDE ? title : wrap(title, 12, width - BESIDE);
}
