/** Data sets: opening, cleaning, exporting: what a notebook imports from this room. */

export { auditRaw } from "./audit";
export { type CleaningVariant, type CleanLines, clean } from "./clean";
export { openDataset } from "./dataset";
export { sqlText } from "./duckdb";
export { auditEcommerce } from "./ecommerce/audit";
export {
  type EcommerceCustomers,
  ecommerceCustomers,
  usualLines,
} from "./ecommerce/customers";
export { ecommerceLabels } from "./ecommerce/labels";
export type { Ecommerce } from "./ecommerce/open";
export { exportTable } from "./export/export-table";
export { instacartUserTable } from "./generate/instacart/user-table";
export { exclusiveProducts } from "./instacart/exclusive-products";
export type { Instacart } from "./instacart/open";
export { type GroupLift, liftsByGroup } from "./lifts-by-group";
export type { OnlineRetail } from "./online-retail/open";
export type { Dataset } from "./opened";
export { productLabels } from "./product-labels";
export { productNames } from "./product-names";
export { type GroupRatio, ratiosByGroup } from "./ratios-by-group";
