/** A column of ids as the engine gives it: numbers (NULL is NaN) or text. */
export type IdColumn = ArrayLike<number> | ArrayLike<string | null>;

/** The different values of a column, numbered from 0. */
export interface Numbering {
  readonly values: readonly (number | string)[];
  /** The number of each row's value. */
  readonly ids: Uint32Array;
}

/**
 * Numbers the different values of a column from 0, in the order in which they first appear. O(rows); whole numbers
 * that lie close together are looked up in an array, others in a Map.
 *
 * @throws RangeError naming the row (counted from 1) of the first value that is missing (null, undefined or NaN)
 * @example numberValues("item", ["milk", "bread", "milk"]) // values ["milk", "bread"], ids 0, 1, 0
 */
export function numberValues(name: string, column: IdColumn): Numbering {
  const values: (number | string)[] = [];
  const ids = new Uint32Array(column.length);
  const find = lookup(column);
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    if (value === null || value === undefined || Number.isNaN(value)) {
      throw new RangeError(`Row ${i + 1} has no ${name}: leave such rows out, or name them, first.`);
    }
    const id = find(value, values.length);
    if (id === values.length) values.push(value);
    ids[i] = id;
  }
  return { values, ids };
}

/**
 * Numbers the different values of a column from 0 in ascending order: text by code units, numbers by value. O(rows +
 * values × log values).
 *
 * @throws RangeError as {@link numberValues}
 * @example numberAscending("item", ["milk", "bread", "milk"]) // values ["bread", "milk"], ids 1, 0, 1
 */
export function numberAscending(name: string, column: IdColumn): Numbering {
  const { values, ids } = numberValues(name, column);
  const order = values.map((_, id) => id).sort((a, b) => (values[a]! < values[b]! ? -1 : 1));
  const place = new Uint32Array(values.length);
  order.forEach((id, at) => {
    place[id] = at;
  });
  for (let i = 0; i < ids.length; i++) ids[i] = place[ids[i]!]!;
  return { values: order.map((id) => values[id]!), ids };
}

/** Finds a value's number, or gives it the `next` one. */
type Lookup = (value: number | string, next: number) => number;

function lookup(column: IdColumn): Lookup {
  const range = narrowRange(column);
  if (range === undefined) {
    const known = new Map<number | string, number>();
    return (value, next) => {
      const id = known.get(value);
      if (id !== undefined) return id;
      known.set(value, next);
      return next;
    };
  }
  const known = new Uint32Array(range.width);
  return (value, next) => {
    const place = (value as number) - range.least;
    if (known[place] === 0) known[place] = next + 1;
    return (known[place] as number) - 1;
  };
}

/** The range of a column of whole numbers, if a table over it is no larger than the column itself. */
function narrowRange(column: IdColumn): { least: number; width: number } | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    if (!Number.isSafeInteger(value)) return undefined;
    if ((value as number) < least) least = value as number;
    if ((value as number) > most) most = value as number;
  }
  const width = most - least + 1;
  return width > 0 && width <= column.length ? { least, width } : undefined;
}
