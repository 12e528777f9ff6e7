import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { DataError } from "../data-error";
import { openDataset } from "../dataset";
import { withFolder } from "../testing";
import { type Changes, GOOD, withLine, writeSmall } from "./testing";

const [PRIOR, TRAIN] = ["order_products__prior.csv", "order_products__train.csv"] as const;

interface Broken {
  readonly what: string;
  readonly changes: Changes;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly says: RegExp;
}

const broken = (
  what: string,
  file: string,
  line: number,
  row: string,
  column: string,
  value: string,
  says: RegExp,
): Broken => {
  return { what, changes: withLine(file, line, row), file, line, column, value, says };
};
const CASES: readonly Broken[] = [
  broken(
    "a line of no order",
    PRIOR,
    3,
    "99,2,2,0",
    "order_id",
    "99",
    /99 is not one of orders\.csv with eval_set = 'prior'/,
  ),
  broken(
    "a prior line of a test order",
    PRIOR,
    5,
    "13,3,1,0",
    "order_id",
    "13",
    /13 is not one of orders\.csv with/,
  ),
  broken("a train line of a prior order", TRAIN, 2, "21,3,1,1", "order_id", "21", /with eval_set = 'train'/),
  broken("a line of no product", PRIOR, 4, "12,77,1,1", "product_id", "77", /77 is not one of products\.csv/),
  broken(
    "a train line of no product",
    TRAIN,
    3,
    "22,78,2,0",
    "product_id",
    "78",
    /78 is not one of products\.csv/,
  ),
  broken(
    "a product of no aisle",
    "products.csv",
    2,
    "1,Plain Bread,9,1",
    "aisle_id",
    "9",
    /9 is not one of aisles\.csv/,
  ),
  broken(
    "a product of no department",
    "products.csv",
    4,
    "3,Tonic,2,5",
    "department_id",
    "5",
    /5 is not one of departments\.csv/,
  ),
  broken("an order twice", "orders.csv", 5, "11,2,prior,1,0,0,", "order_id", "11", /11 stands twice/),
  broken("a product twice", "products.csv", 4, "2,Tonic,2,2", "product_id", "2", /2 stands twice/),
  broken("an aisle twice", "aisles.csv", 3, "1,soft drinks", "aisle_id", "1", /1 stands twice/),
  broken("a department twice", "departments.csv", 3, "1,beverages", "department_id", "1", /1 stands twice/),
  broken(
    "an order number left out",
    "orders.csv",
    4,
    "13,1,test,4,6,23,30.0",
    "order_number",
    "4",
    /do not run 1, 2, 3/,
  ),
  broken(
    "an order number twice",
    "orders.csv",
    4,
    "13,1,test,2,6,23,30.0",
    "order_number",
    "2",
    /do not run 1, 2, 3/,
  ),
  broken(
    "a first order with a gap",
    "orders.csv",
    2,
    "11,1,prior,1,2,08,3.0",
    "days_since_prior_order",
    "3",
    /first order has a gap/,
  ),
  broken(
    "a later order without a gap",
    "orders.csv",
    3,
    "12,1,prior,2,3,8,",
    "days_since_prior_order",
    "",
    /gap is empty although/,
  ),
  broken(
    "a gap above 30",
    "orders.csv",
    3,
    "12,1,prior,2,3,8,31.0",
    "days_since_prior_order",
    "31.0",
    /not whole days from 0 to 30/,
  ),
  broken(
    "a gap of half a day",
    "orders.csv",
    3,
    "12,1,prior,2,3,8,1.5",
    "days_since_prior_order",
    "1.5",
    /not whole days/,
  ),
  broken(
    "an hour of 24",
    "orders.csv",
    2,
    "11,1,prior,1,2,24,",
    "order_hour_of_day",
    "24",
    /not an hour from 0 to 23/,
  ),
  broken(
    "a weekday of 7",
    "orders.csv",
    2,
    "11,1,prior,1,7,8,",
    "order_dow",
    "7",
    /not a weekday from 0 to 6/,
  ),
  broken(
    "a set of another name",
    "orders.csv",
    6,
    "22,2,Train,2,0,10,7",
    "eval_set",
    "Train",
    /not one of prior, train and test/,
  ),
  broken("a mark of 2", PRIOR, 2, "11,1,1,2", "reordered", "2", /not 0 or 1/),
  broken(
    "a cart that starts at 0",
    PRIOR,
    2,
    "11,1,0,0",
    "add_to_cart_order",
    "0",
    /not the place in the cart, from 1/,
  ),
  broken(
    "a line left out",
    PRIOR,
    3,
    "11,2,3,0",
    "add_to_cart_order",
    "3",
    /do not run 1, 2, 3 …: a line is missing/,
  ),
  broken("a line twice", PRIOR, 3, "11,1,1,0", "add_to_cart_order", "1", /do not run 1, 2, 3 .*stands twice/),
  {
    what: "a prior order without lines",
    changes: { [PRIOR]: GOOD[PRIOR]!.slice(0, 4) },
    file: "orders.csv",
    line: 5,
    column: "order_id",
    value: "21",
    says: /prior order 21 has no lines in order_products__prior\.csv.*cut off/,
  },
  broken("a product twice in a cart", PRIOR, 3, "11,1,2,0", "product_id", "1", /1 stands twice in the cart/),
  broken("a first order that repeats", PRIOR, 2, "11,1,1,1", "reordered", "1", /first order holds nothing/),
  broken(
    "two aisles of one name",
    "aisles.csv",
    3,
    "2,bread",
    "aisle",
    "bread",
    /The name bread stands twice/,
  ),
  broken(
    "two departments of one name",
    "departments.csv",
    3,
    "2,bakery",
    "department",
    "bakery",
    /The name bakery stands twice/,
  ),
  broken("an id of 0", PRIOR, 2, "0,1,1,0", "order_id", "0", /not an id: a whole number from 1/),
  broken("a product without a name", "products.csv", 2, "1,,1,1", "product_name", "", /must not be empty/),
];

describe("each broken key and cell is named with file, line, column and value", () => {
  for (const { what, changes, file, line, column, value, says } of CASES) {
    test(what, () =>
      withFolder(async (dir) => {
        await writeSmall(dir, changes);
        await assert.rejects(openDataset("instacart", { dir, cache: false }), (error) => {
          assert.ok(error instanceof DataError, String(error));
          assert.deepEqual(
            { file: error.file, line: error.line, column: error.column, value: error.value },
            { file: join(dir, "instacart", file), line, column, value },
          );
          assert.match(error.message, says);
          assert.match(error.message, /What to do: .*npm run data -- instacart/);
          return true;
        });
      }),
    );
  }
});

test("places with the count, sum and maximum of a whole cart but one twice are found", () =>
  withFolder(async (dir) => {
    const rows = ["11,1,1,0", "11,2,1,0", "11,3,4,0", "11,4,4,0", "12,2,1,1", "21,3,1,0"];
    const products = ["1,Bread,1,1", "2,Rolls,1,1", "3,Tonic,2,2", "4,Water,2,2"];
    await writeSmall(dir, {
      [PRIOR]: [GOOD[PRIOR]![0]!, ...rows],
      "products.csv": [GOOD["products.csv"]![0]!, ...products],
    });
    await assert.rejects(openDataset("instacart", { dir, cache: false }), (error) => {
      assert.ok(error instanceof DataError, String(error));
      assert.deepEqual([error.line, error.value], [3, "1"]);
      return true;
    });
  }));
