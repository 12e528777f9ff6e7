import { ALCOHOL_WEEK, REORDER_HASTE } from "./baskets";
import { bundlesOf, type InstacartBundle } from "./bundles";
import { makeInstacartCatalogue } from "./catalogue";
import { DEPARTMENTS, type Department } from "./departments";
import { checkedOptions, type InstacartGenerateOptions } from "./options";
import type { CustomerType } from "./types";
import { instacartUserTable } from "./user-table";
import { WEEK } from "./users";

/** What was planted in generated Instacart data, for tests and lessons to find again. */
export interface InstacartTruth {
  readonly types: readonly CustomerType[];
  /** The index of each customer's type, by customer id minus 1. */
  readonly typeOf: Int32Array;
  readonly departments: readonly Department[];
  /** How busier than others each weekday and hour is. */
  readonly weekday: readonly number[];
  readonly hour: readonly number[];
  /** How many times more alcohol is drawn on each weekday. */
  readonly alcoholWeek: readonly number[];
  /** How much earlier a product bought before goes into the cart, in normal spreads of a product's place. */
  readonly reorderHaste: number;
  /** What is bought together by plan; none unless asked for. */
  readonly bundles: readonly InstacartBundle[];
}

/**
 * What `writeInstacart` plants with the same options. O(orders): no products are drawn.
 * @throws RangeError when the options are out of range.
 * @example instacartTruth({ seed: 1, users: 500 }).types[0].name // "light"
 */
export function instacartTruth(options: InstacartGenerateOptions): InstacartTruth {
  const { users, bundles } = checkedOptions(options);
  const { types, type } = instacartUserTable(options);
  return {
    types,
    typeOf: type,
    departments: DEPARTMENTS,
    weekday: WEEK.weekday,
    hour: WEEK.hour,
    alcoholWeek: ALCOHOL_WEEK,
    reorderHaste: REORDER_HASTE,
    bundles: bundlesOf(makeInstacartCatalogue(users), bundles),
  };
}
