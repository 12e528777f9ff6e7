import { compact, count, fixed, money, percent } from "../../theme/format";

/**
 * How a chart writes its values: a count, a plain number, a share of 1 as a percentage, pounds, an amount in
 * another currency, or a function (used for labels; axes then show plain numbers).
 */
export type Format =
  | "count"
  | "number"
  | "percent"
  | "money"
  | { currency: string }
  | ((x: number) => string);

/**
 * How values that stand in one chart are written beside their marks: all with equally many decimals, as few as let
 * the least be told from zero; money in whole pounds from 1,000 on, compact from 10,000 on, by the greatest. O(n).
 *
 * @example const write = valueWriter([0.892, 0.0059, 0.0008], "percent"); write(0.0059) // "0.59 %"
 */
export function valueWriter(values: readonly number[], format: Format = "number"): (x: number) => string {
  if (typeof format === "function") return format;
  if (format === "count") return count;
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const most = sizes.reduce((a, b) => Math.max(a, b), 0);
  const least = sizes.reduce((a, b) => Math.min(a, b), most);
  if (format === "percent") return shareWriter(values, most, least);
  const whole = values.every(Number.isInteger);
  if (format === "number") {
    const digits = whole || most >= 10_000 ? 0 : decimals(values, most, least);
    return (x) => fixed(x, digits);
  }
  const currency = currencyOf(format);
  const digits = whole || most >= 1000 ? 0 : 2;
  return (x) =>
    most >= 10_000 && Math.abs(x) >= 999.5
      ? money(x, { currency, compact: true, zeros: true })
      : money(x, { currency, digits });
}

/** One decimal where that tells all apart and the least is half a per cent or more, else two; four for tiny ones. */
function shareWriter(values: readonly number[], most: number, least: number): (x: number) => string {
  const apart = (digits: number) =>
    new Set(values.map((x) => percent(x, digits))).size === new Set(values).size;
  const digits = most > 0 && most < 0.000995 ? 4 : apart(1) && (least === 0 || least >= 0.005) ? 1 : 2;
  const limit = 10 ** -(digits + 2);
  return (x) => (x > 0 && x < limit / 2 ? `< ${percent(limit, digits)}` : percent(x, digits));
}

/** Decimals that give the greatest three digits and the least one, at most six, without zeros that all would end in. */
function decimals(values: readonly number[], most: number, least: number): number {
  const place = (size: number) => Math.floor(Math.log10(size));
  let digits = Math.min(6, Math.max(0, 2 - place(most), -place(least)));
  while (digits > 0 && values.every((x) => x.toFixed(digits).endsWith("0"))) digits--;
  return digits;
}

/**
 * The text of one value that stands alone. @see valueWriter
 *
 * @example valueText(184_170.66, "money") // "£184k"
 */
export function valueText(x: number, format?: Format): string {
  return valueWriter([x], format)(x);
}

/**
 * The text of an axis tick.
 *
 * @example tickText(1500, "money") // "£1.5k"
 */
export function tickText(x: number, format: Format = "number"): string {
  if (typeof format === "function") return format(x);
  if (format === "percent") return `${trimmed(x * 100)}\u00a0%`;
  if (format === "count" || format === "number") return compact(x);
  return money(x, { currency: currencyOf(format), compact: true });
}

/**
 * The same tick text as an expression of Vega, built from fixed text and the format alone.
 *
 * @example tickExpression("percent")
 */
export function tickExpression(format: Format = "number"): string {
  if (format === "percent") return "format(datum.value * 100, ',.6~r') + '\u00a0%'";
  const size = (x: string) =>
    `(abs(${x}) < 1 ? format(${x}, '.3~g') : replace(format(${x}, '.3~s'), 'G', 'bn'))`;
  if (typeof format === "function" || format === "count" || format === "number") return size("datum.value");
  return `(datum.value < 0 ? '−' : '') + ${JSON.stringify(currencyOf(format))} + ${size("abs(datum.value)")}`;
}

function currencyOf(format: "money" | { currency: string }): string {
  return format === "money" ? "£" : format.currency;
}

/** At most three significant digits, without trailing zeros. */
function trimmed(x: number): string {
  const size = Math.abs(x);
  const digits = size >= 100 || size === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size))));
  return fixed(x, digits)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}
