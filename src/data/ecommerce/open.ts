import { type Engine, numbers } from "../engine";
import {
  ECOMMERCE_GENERATOR_VERSION,
  type EcommerceTruth,
  type EcommerceOptions as GenerateOptions,
  generateEcommerce,
  ORIGINAL_CUSTOMERS,
} from "../generate/ecommerce/ecommerce";
import { writeEcommerce } from "../generate/ecommerce/write";
import type { Generated } from "../generated-files";
import { type Ledger, makeLedger } from "../ledger";
import { type Dataset, type DatasetOptions, DEFAULT_SEED, openFiles } from "../opened";
import { checkAcross, rawTable } from "./checks";
import { ECOMMERCE_FILES, ECOMMERCE_LAYOUTS } from "./layouts";
import { ECOMMERCE_VIEWS } from "./views";

const TABLES = Object.keys(ECOMMERCE_FILES) as (keyof typeof ECOMMERCE_FILES)[];

/** E-commerce 2019, open: its tables are views of the engine. */
export interface Ecommerce extends Dataset {
  readonly name: "ecommerce";
  /**
   * The engine's views: `sales(line, customer, transaction, date, product, category, quantity, unit_price,
   * delivery_fee, coupon)`, `customers(customer, gender, region, tenure)` with `female` and `male` and tenure in months,
   * `discounts(month, month_number, category, coupon_code, rate)` with months `Jan` to `Dec` and per cent, `marketing(date,
   * offline_cost, online_cost)`, `taxes(category, gst)`, and the order lines: `order_lines(line, customer, order_id,
   * order_time, product, category, quantity, unit_price, total_purchase, delivery_fee, coupon, date, month, weekday)`.
   * An order is a customer with a transaction id; the delivery fee is the order's, repeated on each of its lines;
   * month is 1 to 12, weekday 0 is Monday. Amounts are exact DECIMALs in the shop's currency.
   */
  readonly tables: readonly string[];
  /** What became of the rows of sales: none is dropped. */
  readonly ledger: Ledger;
  /** What was planted in generated rows. Draws them again, about 0.2 s. Real data have no such function. */
  truth?(): EcommerceTruth;
}

/** Which rows of E-commerce 2019 to open. */
export interface EcommerceOptions extends DatasetOptions {
  /** How many customers to generate, from 20 to 50,000; 1,468 by default, as many as the original has. */
  readonly customers?: number | undefined;
  /** How many times as many units a generated line with a used coupon holds, 1 to 5; 1, no effect, by default. */
  readonly couponEffect?: number | undefined;
}

/** The generated files. @example generatedEcommerce({ seed: 1, customers: 100 }).files // the five names */
export function generatedEcommerce(options: GenerateOptions): Generated {
  const { seed, customers, couponEffect = 1 } = options;
  return {
    label: `ecommerce-v${ECOMMERCE_GENERATOR_VERSION}-seed${seed}-customers${customers}-coupons${couponEffect}`,
    files: Object.values(ECOMMERCE_FILES),
    write: (folder) => writeEcommerce(folder, generateEcommerce(options)),
  };
}

/**
 * Opens E-commerce 2019: five files, checked cell by cell and across. 52,924 lines take about 0.5 s.
 * @throws DataError when real files are asked for or partly there but missing, or break their layouts or a check
 * across; RangeError when what to generate is out of range.
 * @example const shop = await openEcommerce({ source: "generated", customers: 100 });
 */
export async function openEcommerce(options: EcommerceOptions = {}): Promise<Ecommerce> {
  const { customers = ORIGINAL_CUSTOMERS, seed = DEFAULT_SEED, couponEffect = 1 } = options;
  const generate = { customers, seed, couponEffect };
  const dataset = await openFiles(
    {
      name: "ecommerce",
      files: TABLES.map((table) => {
        return { file: ECOMMERCE_FILES[table], table: rawTable(table), layout: ECOMMERCE_LAYOUTS[table] };
      }),
      generated: () => generatedEcommerce(generate),
      async prepare(engine, paths) {
        await checkAcross(engine, paths);
        for (const [view, sql] of ECOMMERCE_VIEWS) await engine.execute(`CREATE VIEW ${view} AS ${sql}`);
      },
    },
    options,
  );
  const truth = () => generateEcommerce(generate).truth;
  return {
    ...dataset,
    name: "ecommerce",
    tables: [...ECOMMERCE_VIEWS.keys()],
    ledger: await ledgerOf(dataset.engine),
    ...(dataset.source === "generated" && { truth }),
  };
}

async function ledgerOf(engine: Engine): Promise<Ledger> {
  const count = async (sql: string) =>
    numbers(await engine.query(`SELECT count(*) AS n FROM ${sql}`), "n")[0]!;
  const rows = await count(rawTable("sales"));
  const known = await count("sales JOIN customers ON sales.customer = customers.customer");
  const taxed = await count(`sales JOIN customers ON sales.customer = customers.customer
    JOIN taxes ON sales.category = taxes.category`);
  return makeLedger("as-published", rows, [
    { step: "unknown customer", reason: "the customer is not in the list of customers", kept: known },
    { step: "unknown category", reason: "the category has no row of tax", kept: taxed },
  ]);
}
