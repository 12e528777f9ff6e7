import type { Ratings } from "../ratings";
import { cellsOf, type Factors } from "./als-factors";
import { type Regression, rowSolver } from "./als-half-sweep";

/**
 * What each of a customer's items, in their order in the ratings, adds to the customer's product with an item; they sum
 * to it, because the customer's factors are the exact least squares given the items'. O(items of the customer × f² + f³)
 * for a customer's first, then O(items of the customer × f + f²).
 *
 * @see Hu, Koren & Volinsky (2008), "Collaborative filtering for implicit feedback datasets", section 5
 * @example contributions(factors, ratings, how)(customer, item)
 */
export function contributions(
  { items }: Factors,
  ratings: Ratings,
  how: Regression,
): (customer: number, item: number) => Float64Array {
  const { factors: f, alpha } = how;
  const { starts, itemOf, values } = ratings;
  const solver = rowSolver(cellsOf(ratings), items, how);
  let solved = -1;
  return (customer, item) => {
    if (customer !== solved) solver.solve(customer, new Float64Array(f), 0);
    solved = customer;
    // yᵀ(YᵀCY + λI)⁻¹, against which every item of the customer's is weighed.
    const weighed = items.slice(item * f, item * f + f);
    solver.invert(weighed);
    return Float64Array.from(itemOf.subarray(starts[customer], starts[customer + 1]), (own, i) => {
      const confidence = 1 + alpha * values[starts[customer]! + i]!;
      return confidence * dot(weighed, 0, items, own * f, f);
    });
  };
}

/** The product of n numbers of x, from `at` on, with n of y, from `from` on. @example dot(x, 0, y, 8, 4) */
export function dot(x: Float64Array, at: number, y: Float64Array, from: number, n: number): number {
  let sum = 0;
  for (let a = 0; a < n; a++) sum += x[at + a]! * y[from + a]!;
  return sum;
}
