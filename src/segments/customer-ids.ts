import { type Columns, texts } from "../data/engine";

/**
 * The ids of a query's column `customer`, one a row.
 *
 * @param from the table asked, for the message
 * @throws RangeError when there are no rows, or one has no customer
 * @example customerIds(await engine.query("SELECT 'a' AS customer"), "lines") // ["a"]
 */
export function customerIds(found: Columns, from: string): string[] {
  if (found.rows === 0)
    throw new RangeError(`table ${from} has no order lines: there are no customers to describe`);
  return texts(found, "customer").map((id, i) => {
    if (id === null)
      throw new RangeError(`an order line of ${from} has no customer (group ${i + 1}): clean them first`);
    return id;
  });
}
