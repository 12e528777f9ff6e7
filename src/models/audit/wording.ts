/** A whole number with its thousands grouped. @example whole(134530) // "134,530" */
export function whole(n: number): string {
  const digits = String(Math.abs(n)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return n < 0 ? `−${digits}` : digits;
}

/** A number of things. @example counted(1, "customer") // "1 customer" */
export function counted(n: number, thing: string): string {
  return `${whole(n)} ${thing}${n === 1 ? "" : "s"}`;
}

/** A share as per cent; unless told, with decimals enough not to be rounded to none or all. @example shareText(0.1071) // "10.7 %" */
export function shareText(share: number, digits?: number): string {
  const edge = Math.min(Math.abs(share), Math.abs(1 - share));
  return `${(share * 100).toFixed(digits ?? (edge === 0 || edge >= 0.0005 ? 1 : edge >= 5e-6 ? 3 : 6))} %`;
}

/** A p value, as far as it is worth printing. @example pText(0.00001) // "p < 0.0001" */
export function pText(p: number): string {
  return p < 0.0001 ? "p < 0.0001" : `p = ${p.toFixed(p < 0.01 ? 4 : 2)}`;
}

/** Names in quotes, the first few of many. @example listed(["a", "b", "c"], 2) // "a", "b" and 1 more */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`);
  return shown.join(", ") + (names.length > most ? ` and ${names.length - most} more` : "");
}

/**
 * A number for a sentence of a finding: in three digits or all whole ones, thousands grouped, the same on every machine.
 *
 * @example plainNumber(3719942.57) // "3,719,943"
 * @example plainNumber(0.30912) // "0.309"
 */
export function plainNumber(x: number): string {
  if (!Number.isFinite(x)) return String(x);
  const digits = x === 0 ? 0 : Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x)))));
  const [whole = "", decimals = ""] = Math.abs(x).toFixed(digits).split(".");
  const kept = decimals.replace(/0+$/, "");
  const text = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (kept === "" ? "" : `.${kept}`);
  return x < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/**
 * The words with commas and an "and"; what comes from data is better quoted, as `listed` does it.
 *
 * @example andList(["days", "lines", "£"]) // "days, lines and £"
 */
export function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
