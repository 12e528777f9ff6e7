/** Order lines, one entry a line in each column; cancellations have quantities below 0. */
export interface SaleLines {
  readonly orders: ArrayLike<string>;
  /** Who bought; lines without a customer match nothing. */
  readonly customers: ArrayLike<string | null>;
  readonly products: ArrayLike<string>;
  readonly quantities: ArrayLike<number>;
  readonly prices: ArrayLike<number>;
  /** When, as numbers that rise. */
  readonly times: ArrayLike<number>;
}

/**
 * Matches each cancelled line with the latest line before it, or of its time, that it reverses exactly: same customer,
 * product and price, opposite quantity; each line is reversed once. O(n log n) in the lines.
 *
 * @returns the cancelling line by the line that it reverses
 * @throws RangeError when the columns differ in length (names the column)
 * @example reversedLines(lines).get(0) // 1, where line 1 takes line 0 back
 */
export function reversedLines(lines: SaleLines): ReadonlyMap<number, number> {
  const { customers, products, quantities, prices, times } = lines;
  for (const [name, column] of Object.entries(lines) as [string, ArrayLike<unknown>][]) {
    if (column.length !== quantities.length) {
      throw new RangeError(
        `${name} has ${column.length} entries and quantities ${quantities.length}: give one a line.`,
      );
    }
  }
  const keyOf = (i: number) =>
    `${JSON.stringify([customers[i], products[i]])} ${prices[i]} ${Math.abs(quantities[i]!)}`;
  const open = new Map<string, number[]>();
  for (let i = 0; i < quantities.length; i++) {
    if (quantities[i]! < 0 && customers[i] !== null) open.set(keyOf(i), []);
  }
  const rows = Array.from({ length: quantities.length }, (_, i) => i).filter((i) => customers[i] !== null);
  // Of lines of one time, what is sold comes first.
  rows.sort(
    (a, b) => times[a]! - times[b]! || Math.sign(quantities[b]!) - Math.sign(quantities[a]!) || a - b,
  );
  const reversed = new Map<number, number>();
  for (const i of rows) {
    const quantity = quantities[i]!;
    if (quantity > 0) open.get(keyOf(i))?.push(i);
    else if (quantity < 0) {
      const sold = open.get(keyOf(i))?.pop();
      if (sold !== undefined) reversed.set(sold, i);
    }
  }
  return reversed;
}
