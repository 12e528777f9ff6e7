/** A number as it was printed, with the worth of half its last digit. */
export interface PrintedNumber {
  readonly value: number;
  readonly half: number;
}

/**
 * Reads a printed share or number; with "%" it becomes a share.
 *
 * @throws RangeError when the text is no plain number, with or without "%"
 * @example readPrinted("19.80 %") // { value: 0.198, half: 0.00005 }
 */
export function readPrinted(printed: string, where: string): PrintedNumber {
  const found = /^\s*([−-]?)((?:\d[\d,]*)?(?:\.\d+)?)\s*(%?)\s*$/.exec(printed);
  const [, sign = "", digits = "", unit = ""] = found ?? [];
  if (!/\d/.test(digits)) {
    throw new RangeError(`${where}: "${printed}" is no printed number; give one such as "19.80 %" or "8".`);
  }
  const scale = unit === "%" ? 0.01 : 1;
  const decimals = digits.split(".")[1]?.length ?? 0;
  const value = Number(digits.replaceAll(",", "")) * scale;
  return { value: sign === "" ? value : -value, half: (10 ** -decimals / 2) * scale };
}

/**
 * Whether a number would be printed so. Half a digit more than half a digit is for binary fractions only.
 *
 * @example isPrintedAs(0.20975, { value: 0.2098, half: 0.00005 }) // true
 */
export function isPrintedAs(x: number, { value, half }: PrintedNumber): boolean {
  return Math.abs(x - value) <= half * (1 + 1e-9) + Math.abs(value) * 1e-12;
}
