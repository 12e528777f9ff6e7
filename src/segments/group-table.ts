import { sqlText } from "../data/duckdb";
import type { Engine } from "../data/engine";

/** Customers in groups that an engine is to know. */
export interface GroupTable {
  /** Name of the table to make; one of that name is replaced. */
  readonly table: string;
  /** Ids of the customers, as text. */
  readonly customer: readonly string[];
  /** Columns of groups by name: the group of each customer. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** A table with the column `customer`, whose type the ids get. Default `orders`. */
  readonly of?: string;
}

/** Rows in one statement. */
const chunk = 20_000;

/**
 * Puts groups of customers, such as grades, into the engine as a table with the column `customer` and one column of
 * names a grouping, so that queries can join them. O(customers).
 *
 * @throws RangeError when a name is no plain SQL name, lengths differ, there are no customers, or a customer comes twice
 * @example await putGroups(shop.engine, { table: "grades", customer: customers.customer, groups: { grade: names } })
 */
export async function putGroups(
  engine: Engine,
  { table, customer, groups, of = "orders" }: GroupTable,
): Promise<void> {
  const columns = Object.entries(groups);
  for (const name of [table, of, ...columns.map(([name]) => name)]) {
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw new RangeError(`"${name}" is no plain SQL name: a to z, 0 to 9 and _`);
  }
  for (const [name, group] of columns) {
    if (group.length !== customer.length)
      throw new RangeError(`column "${name}" has ${group.length} groups for ${customer.length} customers`);
  }
  if (customer.length === 0 || columns.length === 0)
    throw new RangeError("there are no customers, or no groups, to put into a table");
  const seen = new Set(customer);
  if (seen.size < customer.length)
    throw new RangeError(`${customer.length - seen.size} customers come twice: give each one row`);
  const names = columns.map(([name]) => name).join(", ");
  await engine.execute(`DROP TABLE IF EXISTS ${table}`);
  for (let from = 0; from < customer.length; from += chunk) {
    const rows = customer
      .slice(from, from + chunk)
      .map(
        (id, i) =>
          `(${[id, ...columns.map(([, group]) => group[from + i] as string)].map(sqlText).join(", ")})`,
      );
    const typed = `SELECT c.customer, ${columns.map(([name]) => `v.${name}`).join(", ")}
      FROM (VALUES ${rows.join(", ")}) v (customer, ${names})
      JOIN (SELECT DISTINCT customer FROM ${of}) c ON CAST(c.customer AS VARCHAR) = v.customer`;
    await engine.execute(from === 0 ? `CREATE TABLE ${table} AS ${typed}` : `INSERT INTO ${table} ${typed}`);
  }
}
