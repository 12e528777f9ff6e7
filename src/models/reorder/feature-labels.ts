/**
 * Short names in words for the features of reorder prediction that charts show most; a feature that is not here is called
 * by its own name. `REORDER_FEATURES` says exactly what each is.
 *
 * @example reorderLabel("uxp_streak") // "orders in a row that held it"
 */
export function reorderLabel(name: string): string {
  return LABELS.get(name) ?? name;
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ["uxp_times_bought", "orders that held it"],
  ["uxp_times_ratio", "share of orders that held it"],
  ["uxp_reorder_ratio", "share of orders since the first"],
  ["uxp_last_five", "of the last five orders"],
  ["uxp_ratio_last_five", "of the last five orders, share"],
  ["uxp_decayed_orders", "orders that held it, recent ones more"],
  ["uxp_decayed_days", "orders that held it, recent days more"],
  ["uxp_decayed_share", "share of orders, recent ones more"],
  ["uxp_orders_since_last", "orders since last bought"],
  ["uxp_days_since_last", "days since last bought"],
  ["uxp_orders_since_first", "orders since first bought"],
  ["uxp_mean_gap_days", "usual days between purchases"],
  ["uxp_max_gap_orders", "longest pause in orders"],
  ["uxp_max_gap_days", "longest pause in days"],
  ["uxp_since_to_usual", "pause by the usual pause"],
  ["uxp_since_to_max", "pause by the longest pause"],
  ["uxp_streak", "orders in a row that held it"],
  ["uxp_last_streak", "last run of orders in a row"],
  ["uxp_line_share", "share of the customer's lines"],
  ["uxp_avg_cart_position", "place in the customer's carts"],
  ["uxp_hour_affinity", "bought at such hours"],
  ["uxp_weekday_affinity", "bought on such weekdays"],
  ["u_avg_prd", "products in a basket"],
  ["u_num_of_orders", "customer's orders"],
  ["u_reorder_ratio", "customer's share of reorders"],
  ["u_reorders_per_order", "customer's reorders an order"],
  ["u_last_reorders", "reorders in the last order"],
  ["u_last_basket", "products in the last order"],
  ["u_none_rate", "orders without a reorder"],
  ["u_distinct_products", "products to choose from"],
  ["u_distinct_share", "customer's share of first purchases"],
  ["u_mean_gap", "days between orders"],
  ["p_reorder_ratio", "product's share of reorders"],
  ["p_reorder_chance", "product's buyers who return"],
  ["p_one_shot_share", "product's buyers who do not return"],
  ["p_rate_after_first", "product's rate after the first"],
  ["p_num_of_times", "product's sales"],
  ["p_buyers", "product's buyers"],
  ["p_avg_cart_position", "product's place in carts"],
  ["aisle_reorder_ratio", "aisle's share of reorders"],
  ["department_reorder_ratio", "department's share of reorders"],
  ["o_days_since_prior", "days since the last order"],
  ["o_gap_to_usual", "days since the last order by the usual"],
]);
