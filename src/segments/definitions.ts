import type { VariableDefinition } from "./variables";

/** Names of the variables that are defined here. */
export type StandardVariable =
  | "length"
  | "recency"
  | "lastGap"
  | "usualGap"
  | "frequency"
  | "monetary"
  | "items"
  | "variety"
  | "volume"
  | "periodicity"
  | "lines"
  | "reordered";

const define = <Name extends StandardVariable>(
  name: Name,
  label: string,
  definition: string,
  unit: string,
  better: "more" | "fewer",
): VariableDefinition<Name> => ({ name, label, definition, unit, better });

/**
 * The variables of the RFM family. Two that are often both called recency have two names here: `recency` is counted from
 * the last order to a reference date, `lastGap` is the time between the last two orders and knows nothing of today.
 *
 * @see Peker, Kocyigit & Eren (2017), "LRFMP model for customer segmentation in the grocery retail industry", Marketing
 * Intelligence & Planning 35(4), for length and periodicity; Mahfuza et al. (2022), "LRFMV: An efficient customer
 * segmentation model for superstores", PLOS ONE 17(12), for volume
 */
export const definitions = {
  length: define("length", "Length", "days from the first order to the last", "days", "more"),
  recency: define(
    "recency",
    "Recency",
    "whole days from the last order to the reference date",
    "days",
    "fewer",
  ),
  lastGap: define("lastGap", "Last gap", "days between the last two orders", "days", "fewer"),
  usualGap: define("usualGap", "Usual gap", "median of the days between successive orders", "days", "fewer"),
  frequency: define("frequency", "Frequency", "orders placed", "orders", "more"),
  lines: define("lines", "Order lines", "lines of all orders", "lines", "more"),
  monetary: define("monetary", "Monetary", "sum of the lines' amounts", "currency", "more"),
  items: define("items", "Items", "units bought", "items", "more"),
  volume: define(
    "volume",
    "Volume",
    "units bought on a day with an order, on average",
    "items a day",
    "more",
  ),
  variety: define("variety", "Variety", "different products bought", "products", "more"),
  periodicity: define(
    "periodicity",
    "Periodicity",
    "standard deviation of the days between successive orders: small means regular",
    "days",
    "fewer",
  ),
  reordered: define("reordered", "Reordered", "items that the customer had bought before", "items", "more"),
} as const satisfies { readonly [Name in StandardVariable]: VariableDefinition<Name> };

/** The families of variables by their usual letters, of dated order lines. */
export const families = {
  RFM: ["recency", "frequency", "monetary"],
  LRFM: ["length", "recency", "frequency", "monetary"],
  LRFMV: ["length", "recency", "frequency", "monetary", "volume"],
  LRFMP: ["length", "recency", "frequency", "monetary", "periodicity"],
} as const satisfies Readonly<Record<string, readonly StandardVariable[]>>;
