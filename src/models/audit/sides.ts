/** The two sides of a split: numbers of rows, from 0. What the functions of `splits.ts` give has both. */
export interface Sides {
  readonly train: ArrayLike<number>;
  readonly test: ArrayLike<number>;
}

/**
 * The rows of both sides as plain lists, checked against a table. O(rows).
 *
 * @throws RangeError naming the first row that the table does not have, or when a side is empty
 * @example sideRows({ train: [0, 1], test: [2] }, 3).test // [2]
 */
export function sideRows({ train, test }: Sides, rows: number): { train: number[]; test: number[] } {
  const listOf = (side: ArrayLike<number>, name: string) => {
    if (side.length === 0) throw new RangeError(`The ${name} side of the split has no rows.`);
    const list = Array.from(side);
    const bad = list.find((row) => !(Number.isInteger(row) && row >= 0 && row < rows));
    if (bad !== undefined)
      throw new RangeError(
        `The ${name} side names row ${bad}, but the table has ${rows} rows: number them from 0.`,
      );
    return list;
  };
  return { train: listOf(train, "train"), test: listOf(test, "test") };
}
