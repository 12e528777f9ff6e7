/** Numbers of customers (or other things) in rows, variables in columns, in one typed array. */
export interface Matrix {
  /** Names of the columns, such as `recency`. */
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: number;
  /** Row after row: row i, column j stands at `i * columns + j`. */
  readonly values: Float64Array;
}

/**
 * A matrix of named columns, each as long as the others. O(rows × columns).
 *
 * @throws RangeError when there are no columns, or two differ in length
 * @example matrixOf([["recency", customers.recency], ["monetary", customers.monetary]])
 */
export function matrixOf(columns: Iterable<readonly [name: string, values: ArrayLike<number>]>): Matrix {
  const list = [...columns];
  const first = list[0];
  if (first === undefined) throw new RangeError("A matrix needs at least one column.");
  const rows = first[1].length;
  const values = new Float64Array(rows * list.length);
  list.forEach(([name, column], j) => {
    if (column.length !== rows) {
      throw new RangeError(
        `Column "${name}" has ${column.length} rows and column "${first[0]}" ${rows}: give columns of one length.`,
      );
    }
    for (let i = 0; i < rows; i++) values[i * list.length + j] = column[i] as number;
  });
  return { names: list.map(([name]) => name), rows, columns: list.length, values };
}

/**
 * One column of a matrix, as an array of its own. O(rows).
 *
 * @throws RangeError when there is no such column
 * @example columnOf(matrix, "recency")
 */
export function columnOf(matrix: Matrix, name: string): Float64Array {
  const j = matrix.names.indexOf(name);
  if (j < 0) throw new RangeError(`There is no column "${name}"; there are ${matrix.names.join(", ")}.`);
  return Float64Array.from(
    { length: matrix.rows },
    (_, i) => matrix.values[i * matrix.columns + j] as number,
  );
}

/**
 * Checks that every number of a matrix is finite. O(rows × columns).
 *
 * @throws RangeError naming the row (counted from 1), the column and the value of the first that is not
 * @example requireFiniteCells(matrix)
 */
export function requireFiniteCells({ names, columns, values }: Matrix): void {
  for (let p = 0; p < values.length; p++) {
    if (Number.isFinite(values[p])) continue;
    const row = Math.floor(p / columns);
    throw new RangeError(
      `Row ${row + 1} of column "${names[p % columns]}" is ${values[p]}, not a finite number: leave such rows out, or fill them, first.`,
    );
  }
}
