/** The two sides of a split: numbers of rows, from 0. What the functions of `splits.ts` give has both. */
export interface Sides {
  readonly train: ArrayLike<number>;
  readonly test: ArrayLike<number>;
}

/**
 * The rows of both sides in arrays of their own, checked against a table. O(rows).
 *
 * @throws RangeError naming the first row that the table does not have, or when a side is empty
 * @example sideRows({ train: [0, 1], test: [2] }, 3).test // 2
 */
export function sideRows({ train, test }: Sides, rows: number): { train: Uint32Array; test: Uint32Array } {
  const arrayOf = (side: ArrayLike<number>, name: string) => {
    if (side.length === 0) throw new RangeError(`The ${name} side of the split has no rows.`);
    const array = new Uint32Array(side.length);
    for (let i = 0; i < side.length; i++) {
      const row = side[i]!;
      if (!(Number.isInteger(row) && row >= 0 && row < rows))
        throw new RangeError(
          `The ${name} side names row ${row}, but the table has ${rows} rows: number them from 0.`,
        );
      array[i] = row;
    }
    return array;
  };
  return { train: arrayOf(train, "train"), test: arrayOf(test, "test") };
}
