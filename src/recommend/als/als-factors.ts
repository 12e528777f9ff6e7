import { setImmediate } from "node:timers/promises";
import { type Ratings, ratingsByItem } from "../ratings";
import { type Cells, type Regression, rowSolver } from "./als-half-sweep";

/** Milliseconds of work between which others may use this thread. */
const BREATH = 100;

/** Where alternating least squares starts, and how long it goes on. */
export interface FactorOptions extends Regression {
  /** Sweeps: all items, then all customers. */
  readonly iterations: number;
  /** Factors of each customer to start from. */
  readonly customerFactors: Float64Array;
  /** Called after each sweep with how many are done, of how many, and the loss reached. */
  readonly onProgress?: ((done: number, total: number, loss: number) => void) | undefined;
}

/** Customers and items as points of one space: what a customer buys lies his way. */
export interface Factors {
  /** f numbers a customer: the exact least squares given `items`. */
  readonly customers: Float64Array;
  /** f numbers an item. */
  readonly items: Float64Array;
  /** The loss after each sweep; it never rises. */
  readonly losses: readonly number[];
}

/**
 * Factors x of customers and y of items that make the loss Σ c (p − x·y)² + λ (Σ‖x‖² + Σ‖y‖²) small, over all pairs of a
 * customer and an item: p is 1 where the item was bought, else 0; c is 1 + α × the customer's rating of it. O(sweeps × (cells × f² +
 * (rows + columns) × f³)); this thread breathes ten times a second.
 *
 * @throws RangeError when the equations have no single solution
 * @throws whatever `onProgress` throws
 * @see Hu, Koren & Volinsky (2008), "Collaborative filtering for implicit feedback datasets"
 * @example const { items, losses } = await alternatingFactors(ratingsOf(history, "orders"), { ...how, customerFactors });
 */
export async function alternatingFactors(ratings: Ratings, options: FactorOptions): Promise<Factors> {
  const { factors: f, iterations, regularization, onProgress } = options;
  const byItem = ratingsByItem(ratings);
  const rows = cellsOf(ratings);
  const columns = { ...byItem, columns: ratings.customers, columnOf: byItem.customerOf };
  const customers = options.customerFactors.slice();
  const items = new Float64Array(ratings.items * f);
  const losses: number[] = [];
  for (let done = 1; done <= iterations; done++) {
    await solveAll(columns, customers, items, options);
    const loss = (await solveAll(rows, items, customers, options)) + regularization * squares(items);
    losses.push(loss);
    onProgress?.(done, iterations, loss);
  }
  return { customers, items, losses };
}

/** Ratings as cells: a row a customer. */
export function cellsOf({ items, starts, itemOf, values }: Ratings): Cells {
  return { columns: items, starts, columnOf: itemOf, values };
}

async function solveAll(
  cells: Cells,
  columnFactors: Float64Array,
  factors: Float64Array,
  how: Regression,
): Promise<number> {
  const solver = rowSolver(cells, columnFactors, how);
  let loss = 0;
  let breathed = performance.now();
  for (let row = 0; row < cells.starts.length - 1; row++) {
    loss += solver.solve(row, factors, row * how.factors);
    if (row % 64 > 0 || performance.now() - breathed < BREATH) continue;
    await setImmediate();
    breathed = performance.now();
  }
  await setImmediate();
  return loss;
}

function squares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
