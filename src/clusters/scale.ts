import { columnOf, type Matrix, requireFiniteCells } from "./matrix";
import { type FittedStep, fitStep, type ScalingStep } from "./scaling";

/** How a column is scaled: one step, or several in order, such as `["log1p", "standard"]`. */
export type Scaling = ScalingStep | readonly ScalingStep[];

/** A scaling that remembers what it was fitted to. */
export interface Scaler {
  /** The fitted steps of each column, in the order of the columns. */
  readonly columns: readonly { readonly name: string; readonly steps: readonly FittedStep[] }[];
  /** Scales rows with the remembered parameters. @throws RangeError when the columns differ from the fitted ones */
  apply(matrix: Matrix): Matrix;
  /** Takes scaled rows back to the units of the fitted ones. @throws RangeError as `apply` */
  invert(matrix: Matrix): Matrix;
}

/**
 * Fits a scaling to a matrix: the same for all columns, or each column's own. Rows seen later are scaled with the same
 * parameters. O(rows × columns × log rows) at most.
 *
 * @param scaling steps for all columns, or by column name; every column must be named then ("none" leaves it as it is)
 * @throws RangeError when the matrix has no rows, a number is not finite or, for log1p, is −1 or less (names row,
 * column and value), or when the names do not fit the columns
 * @example fitScaler(matrix, ["log1p", "standard"]).apply(matrix)
 * @example fitScaler(matrix, { recency: "standard", monetary: ["log1p", "standard"] })
 */
export function fitScaler(matrix: Matrix, scaling: Scaling | Readonly<Record<string, Scaling>>): Scaler {
  if (matrix.rows === 0) throw new RangeError("Scaling needs at least one row; the matrix has none.");
  requireFiniteCells(matrix);
  const columns = stepsByColumn(matrix.names, scaling).map(({ name, steps }) => {
    const column = columnOf(matrix, name);
    const fitted: FittedStep[] = [];
    for (const kind of steps) {
      if (kind === "log1p") requireLogarithms(name, column);
      const step = fitStep(kind, column);
      column.forEach((x, i) => {
        column[i] = step.forward(x);
      });
      fitted.push(step);
    }
    return { name, steps: fitted };
  });
  const through = (rows: Matrix, change: (x: number, steps: readonly FittedStep[]) => number): Matrix => {
    if (rows.names.join("\n") !== matrix.names.join("\n")) {
      throw new RangeError(
        `The scaling was fitted to the columns ${matrix.names.join(", ")}, not to ${rows.names.join(", ")}.`,
      );
    }
    return {
      ...rows,
      values: rows.values.map((x, p) => change(x, columns[p % rows.columns]!.steps)),
    };
  };
  return {
    columns,
    apply: (rows) => through(rows, (x, steps) => steps.reduce((y, step) => step.forward(y), x)),
    invert: (rows) => through(rows, (y, steps) => steps.reduceRight((x, step) => step.inverse(x), y)),
  };
}

function stepsByColumn(
  names: readonly string[],
  scaling: Scaling | Readonly<Record<string, Scaling>>,
): { name: string; steps: readonly ScalingStep[] }[] {
  const listed = (one: Scaling) => (typeof one === "string" ? [one] : one);
  if (isScaling(scaling)) return names.map((name) => ({ name, steps: listed(scaling) }));
  const byName = new Map(Object.entries(scaling));
  for (const name of byName.keys()) {
    if (!names.includes(name)) {
      throw new RangeError(`There is no column "${name}" to scale; there are ${names.join(", ")}.`);
    }
  }
  return names.map((name) => {
    const own = byName.get(name);
    if (own === undefined) {
      throw new RangeError(`Say how column "${name}" is scaled; "none" leaves it as it is.`);
    }
    return { name, steps: listed(own) };
  });
}

function isScaling(scaling: Scaling | Readonly<Record<string, Scaling>>): scaling is Scaling {
  return typeof scaling === "string" || Array.isArray(scaling);
}

function requireLogarithms(name: string, column: Float64Array): void {
  const row = column.findIndex((x) => !(x > -1));
  if (row < 0) return;
  throw new RangeError(
    `Row ${row + 1} of column "${name}" is ${column[row]}: log1p takes numbers above −1; scale this column otherwise.`,
  );
}
