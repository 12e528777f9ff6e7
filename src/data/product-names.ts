import { type Engine, texts } from "./engine";

/**
 * The name of each product: the description it has on most lines, on equal numbers the first in the alphabet. Shops
 * rename products; grouping by description would split them. O(lines), in the engine.
 *
 * @param from a table of order lines with `product` and `description`
 * @returns names by product; a product whose every description is missing is named by its code
 * @throws Error when the table or a column is not there
 * @example (await productNames(shop.engine, lines.table)).get("85123A") // "WHITE HANGING HEART T-LIGHT HOLDER"
 */
export async function productNames(engine: Engine, from: string): Promise<Map<string, string>> {
  const found = await engine.query(`
    SELECT product, description
    FROM (
      SELECT product, description,
        row_number() OVER (PARTITION BY product ORDER BY count(description) DESC, description) AS place
      FROM ${from}
      GROUP BY product, description
    ) AS named
    WHERE place = 1
    ORDER BY product`);
  const names = texts(found, "description");
  return new Map(texts(found, "product").map((product, i) => [product ?? "", names[i] ?? product ?? ""]));
}
