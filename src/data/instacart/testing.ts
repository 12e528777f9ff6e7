import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The rows of a small, good set of Instacart files, by file name; the first row is the header. For tests. */
export const GOOD: Readonly<Record<string, readonly string[]>> = {
  "orders.csv": [
    "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order",
    "11,1,prior,1,2,08,",
    "12,1,prior,2,3,8,15.0",
    "13,1,test,3,6,23,30.0",
    "21,2,prior,1,0,0,",
    "22,2,train,2,0,10,7",
  ],
  "order_products__prior.csv": [
    "order_id,product_id,add_to_cart_order,reordered",
    "11,1,1,0",
    "11,2,2,0",
    "12,2,1,1",
    "21,3,1,0",
  ],
  "order_products__train.csv": ["order_id,product_id,add_to_cart_order,reordered", "22,3,1,1", "22,1,2,0"],
  "products.csv": [
    "product_id,product_name,aisle_id,department_id",
    "1,Plain Bread,1,1",
    '2,"Rolls, ""Soft"" Crêpe",1,1',
    "3,Tonic 고려,2,2",
  ],
  "aisles.csv": ["aisle_id,aisle", "1,bread", "2,soft drinks"],
  "departments.csv": ["department_id,department", "1,bakery", "2,beverages"],
};

/** Rows that replace those of {@link GOOD}, by file; null leaves the file out. */
export type Changes = Readonly<Record<string, readonly string[] | null>>;

/** Writes the good files with changes into `<dir>/instacart`, as UTF-8 with LF. For tests. */
export async function writeSmall(dir: string, changes: Changes = {}): Promise<void> {
  const folder = join(dir, "instacart");
  await mkdir(folder, { recursive: true });
  for (const [file, rows] of Object.entries({ ...GOOD, ...changes })) {
    if (rows !== null) await writeFile(join(folder, file), rows.map((row) => `${row}\n`).join(""));
  }
}

/** The good rows of a file with one of them replaced: `at` is its physical line. For tests. */
export function withLine(file: string, at: number, row: string): Changes {
  return { [file]: GOOD[file]!.map((good, i) => (i === at - 1 ? row : good)) };
}
