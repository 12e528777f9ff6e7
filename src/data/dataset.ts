import { type Ecommerce, type EcommerceOptions, openEcommerce } from "./ecommerce/open";
import { type Instacart, type InstacartOptions, openInstacart } from "./instacart/open";
import { type OnlineRetail, type OnlineRetailOptions, openOnlineRetail } from "./online-retail/open";

/** The data sets by name, and what opening each of them takes. */
export interface Datasets {
  ecommerce: { readonly opened: Ecommerce; readonly options: EcommerceOptions };
  "online-retail": { readonly opened: OnlineRetail; readonly options: OnlineRetailOptions };
  readonly instacart: { readonly opened: Instacart; readonly options: InstacartOptions };
}

/** The name of a data set that can be opened. */
export type DatasetName = keyof Datasets;

type Openers = {
  readonly [N in DatasetName]: (options: Datasets[N]["options"]) => Promise<Datasets[N]["opened"]>;
};

const OPENERS: Openers = {
  ecommerce: openEcommerce,
  "online-retail": openOnlineRetail,
  instacart: openInstacart,
};

/**
 * Opens a data set by name: the real files when they lie in the data folder, else generated rows of the
 * same shape. O(bytes) once, seconds at most on files of under a gigabyte; from the cache a fraction.
 * @throws DataError when a real file is asked for or partly there but missing, or breaks its layout;
 * it names file, line, column, value and what to do.
 * @throws RangeError when there is no such data set, or what to generate is out of range.
 * @example
 * const shop = await openDataset("online-retail");
 * (await shop.query(`SELECT country, count(*) AS n FROM ${shop.raw} GROUP BY country`)).print();
 */
export async function openDataset<N extends DatasetName>(
  name: N,
  options: Datasets[N]["options"] = {},
): Promise<Datasets[N]["opened"]> {
  if (!Object.hasOwn(OPENERS, name)) {
    throw new RangeError(`There is no data set "${name}"; there are: ${Object.keys(OPENERS).join(", ")}.`);
  }
  return OPENERS[name](options);
}
