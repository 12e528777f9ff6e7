import type { Ratings } from "../ratings";

/** A table of ratings, 0 for none, as the sparse ratings of its cells. */
export function sparse(table: readonly (readonly number[])[]): Ratings {
  const starts = [0];
  const cells = table.flatMap((row) => {
    const own = row.flatMap((value, item) => (value > 0 ? [{ item, value }] : []));
    starts.push(starts.at(-1)! + own.length);
    return own;
  });
  return {
    customers: table.length,
    items: table[0]!.length,
    starts: Uint32Array.from(starts),
    itemOf: Uint32Array.from(cells, ({ item }) => item),
    values: Float64Array.from(cells, ({ value }) => value),
  };
}

/** Orders of six customers with five items. */
export const table = [
  [2, 0, 1, 0, 0],
  [0, 3, 0, 0, 1],
  [1, 0, 4, 0, 0],
  [0, 1, 0, 2, 0],
  [1, 1, 0, 0, 0],
  [0, 0, 0, 0, 0],
];
/** Two factors of each customer to start from. */
export const customerFactors = Float64Array.of(
  0.1,
  -0.2,
  0.3,
  0.1,
  -0.1,
  0.2,
  0.2,
  0.2,
  0.05,
  -0.1,
  0.1,
  0.1,
);
/** Three sweeps over {@link table}. */
export const how = { factors: 2, regularization: 0.5, alpha: 3, iterations: 3, customerFactors };
