/** A table of numbers, a column a feature; NaN is a missing value. */
export interface Features {
  /** The features' names, none twice. */
  readonly names: readonly string[];
  /** A column for each name, all of the same length: the number of rows. */
  readonly columns: readonly ArrayLike<number>[];
}

/**
 * Checks a table of features and counts its rows. O(rows × features).
 *
 * @returns the number of rows
 * @throws RangeError when there are no features or rows, names and columns are not as many, a name stands twice, columns
 * differ in length, or a value is infinite; the message names the column and the row (from 0)
 * @example rowsOf({ names: ["recency"], columns: [[3, Number.NaN]] }) // 2
 */
export function rowsOf({ names, columns }: Features): number {
  if (columns.length === 0) throw new RangeError("There are no features: pass at least one column.");
  if (names.length !== columns.length)
    throw new RangeError(`${names.length} names for ${columns.length} columns: name each column once.`);
  if (new Set(names).size !== names.length) {
    const twice = names.find((name, f) => names.indexOf(name) !== f);
    throw new RangeError(`Two features are called "${twice}": give each its own name.`);
  }
  const rows = columns[0]!.length;
  if (rows === 0) throw new RangeError("The features have no rows: at least one is needed.");
  for (const [f, column] of columns.entries()) {
    if (column.length !== rows)
      throw new RangeError(
        `Feature "${names[f]}" has ${column.length} rows, "${names[0]}" has ${rows}: they must be the same rows.`,
      );
    for (let row = 0; row < rows; row++) {
      const value = column[row]!;
      if (value === Infinity || value === -Infinity)
        throw new RangeError(
          `Feature "${names[f]}" is ${value} in row ${row}: take a finite number, or NaN where it is missing.`,
        );
    }
  }
  return rows;
}

/**
 * The given rows of a table, in the given order; a row may be taken twice. O(rows taken × features).
 *
 * @param rows numbers of rows, from 0
 * @throws RangeError naming the first row that the table does not have
 * @example takeRows(features, split.test)
 */
export function takeRows(features: Features, rows: ArrayLike<number>): Features {
  const length = features.columns[0]?.length ?? 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (!(Number.isInteger(row) && row >= 0 && row < length))
      throw new RangeError(`There is no row ${row}: the table has rows 0 to ${length - 1}.`);
  }
  const columns = features.columns.map((column) => {
    const taken = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i]!]!;
    return taken;
  });
  return { names: features.names, columns };
}

/**
 * The named features of a table, in the given order; columns are shared, not copied.
 *
 * @throws RangeError naming the first feature that the table does not have
 * @example takeFeatures(features, ["recency", "frequency"])
 */
export function takeFeatures(features: Features, names: readonly string[]): Features {
  const columns = names.map((name) => {
    const column = features.columns[features.names.indexOf(name)];
    if (column === undefined)
      throw new RangeError(`There is no feature "${name}": take some of ${features.names.join(", ")}.`);
    return column;
  });
  return { names: [...names], columns };
}

/**
 * Checks that a table has the features that something was learnt from, in the same order.
 *
 * @param whose what knows them, as messages call it
 * @throws RangeError naming the first place where they differ
 * @example requireSameNames(model.names, features.names, "the model")
 */
export function requireSameNames(expected: readonly string[], names: readonly string[], whose: string): void {
  for (let f = 0; f < Math.max(expected.length, names.length); f++) {
    if (expected[f] === names[f]) continue;
    const shown = (name: string | undefined) => (name === undefined ? "nothing" : `"${name}"`);
    throw new RangeError(
      `Feature ${f + 1} is ${shown(names[f])}, ${whose} knows ${shown(expected[f])}: pass the same features in the same order.`,
    );
  }
}
