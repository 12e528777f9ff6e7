import { itemRows, rowsWith } from "./count-rows";
import type { PairCounts } from "./measures";
import type { Transactions } from "./transactions";

/**
 * How often both sides of one rule are found in baskets, whatever its support. O(items).
 *
 * @param antecedent labels of the left side
 * @param consequent labels of the right side
 * @throws RangeError when a side is empty, an item stands on both, or there is no such item
 * @example confidence(countRule(transactions, ["milk"], ["bread"]))
 */
export function countRule(
  transactions: Transactions,
  antecedent: readonly string[],
  consequent: readonly string[],
): PairCounts {
  if (antecedent.length === 0 || consequent.length === 0)
    throw new RangeError("A rule needs an item on each side.");
  const numbers = [antecedent, consequent].map((labels) =>
    labels.map((label) => {
      const item = transactions.names.indexOf(label);
      if (item < 0)
        throw new RangeError(`There is no item "${label}": give one of the ${transactions.names.length}.`);
      return item;
    }),
  );
  const [left, right] = numbers as [number[], number[]];
  if (left.some((item) => right.includes(item))) throw new RangeError("An item stands on both sides.");
  const held = itemRows(transactions);
  const count = (items: readonly number[]) => rowsWith(held, items).length;
  return { n: transactions.rows, a: count(left), b: count(right), both: count([...left, ...right]) };
}
