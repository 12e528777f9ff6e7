import { compact, count, fixed, money, percent } from "../theme/format";

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

/** The text of a value beside a mark: exact for counts, compact for money from 10,000 on. */
export function valueText(x: number, format: Format = "number"): string {
  if (typeof format === "function") return format(x);
  if (format === "count") return count(x);
  if (format === "percent") return percent(x, Math.abs(x) < 0.0995 ? (Math.abs(x) < 0.001 ? 4 : 2) : 1);
  if (format === "number") return Number.isInteger(x) || Math.abs(x) >= 10_000 ? count(x) : trimmed(x);
  const size = Math.abs(x);
  const digits = size >= 1000 || Number.isInteger(x) ? 0 : 2;
  return money(x, { currency: currencyOf(format), compact: size >= 10_000, digits });
}

/** The text of an axis tick. */
export function tickText(x: number, format: Format = "number"): string {
  if (typeof format === "function") return format(x);
  if (format === "percent") return `${trimmed(x * 100)}\u00a0%`;
  if (format === "count" || format === "number") return compact(x);
  return money(x, { currency: currencyOf(format), compact: true });
}

/** The same tick text as an expression of Vega, built from fixed text and the format alone. */
export function tickExpression(format: Format = "number"): string {
  if (format === "percent") return "format(datum.value * 100, '.6~r') + '\u00a0%'";
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
