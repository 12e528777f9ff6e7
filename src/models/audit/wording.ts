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
