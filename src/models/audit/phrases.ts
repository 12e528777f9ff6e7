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
 * A share as per cent. @example perCent(0.9994, 2) // "99.94 %"
 */
export function perCent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/**
 * The words with commas and an "and"; what comes from data is better quoted, as `listed` does it.
 *
 * @example andList(["days", "lines", "£"]) // "days, lines and £"
 */
export function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
