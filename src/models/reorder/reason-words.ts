/** Says what a feature's value means. */
type Words = (value: number) => string;

const plural = (n: number, one: string) => `${tidy(n)} ${one}${n === 1 ? "" : "s"}`;
const share = (value: number) => `${(100 * value).toFixed(0)} %`;
/** Whole numbers whole, with commas; others with one decimal. */
const tidy = (value: number) =>
  Number.isInteger(value) ? String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",") : value.toFixed(1);
const ago = (orders: number) => (orders === 1 ? "in the last order" : `${tidy(orders)} orders ago`);

/**
 * What features of reorder prediction mean in words, for the reasons of `reasonsOf`; a feature that is not here is called by
 * its name.
 *
 * @example REORDER_WORDS.uxp_streak?.(3) // "in 3 orders in a row"
 */
export const REORDER_WORDS: Readonly<Record<string, Words>> = {
  uxp_times_bought: (n) => `bought in ${plural(n, "order")}`,
  uxp_times_ratio: (x) => `in ${share(x)} of all orders`,
  uxp_reorder_ratio: (x) => `in ${share(x)} of the orders since first bought`,
  uxp_last_five: (n) => `in ${tidy(n)} of the last five orders`,
  uxp_ratio_last_five: (x) => `in ${share(x)} of the last five orders`,
  uxp_decayed_orders: (x) => `${tidy(x)} orders, recent ones counting more`,
  uxp_decayed_days: (x) => `${tidy(x)} orders, the last weeks counting more`,
  uxp_decayed_share: (x) => `in ${share(x)} of orders, recent ones counting more`,
  uxp_orders_since_last: (n) => `last bought ${ago(n)}`,
  uxp_days_since_last: (n) => `last bought ${plural(n, "day")} ago`,
  uxp_orders_since_first: (n) => `first bought ${ago(n)}`,
  uxp_mean_gap_days: (n) => `bought every ${plural(n, "day")}`,
  uxp_max_gap_orders: (n) => `longest pause ${plural(n, "order")}`,
  uxp_max_gap_days: (n) => `longest pause ${plural(n, "day")}`,
  uxp_since_to_usual: (x) => `pause ${tidy(x)} times the usual one`,
  uxp_since_to_max: (x) => `pause ${tidy(x)} times the longest one`,
  uxp_streak: (n) => (n === 0 ? "not in the last order" : `in ${plural(n, "order")} in a row`),
  uxp_last_streak: (n) => `last time in ${plural(n, "order")} in a row`,
  uxp_line_share: (x) => `${(100 * x).toFixed(1)} % of all the customer's lines`,
  uxp_avg_cart_position: (n) => `mean place in the cart ${tidy(n)}`,
  uxp_hour_affinity: (x) => `bought at ${x > 0.5 ? "such" : x < -0.5 ? "opposite" : "various"} hours`,
  uxp_weekday_affinity: (x) => `bought on ${x > 0.5 ? "such" : x < -0.5 ? "opposite" : "various"} weekdays`,
  u_avg_prd: (n) => `baskets of ${plural(n, "product")}`,
  u_num_of_orders: (n) => plural(n, "earlier order"),
  u_reorder_ratio: (x) => `${share(x)} of the customer's lines are reorders`,
  u_reorders_per_order: (n) => `${plural(n, "reorder")} an order`,
  u_last_reorders: (n) => `${plural(n, "reorder")} in the last order`,
  u_last_basket: (n) => `${plural(n, "product")} in the last order`,
  u_mean_gap: (n) => `${plural(n, "day")} between orders`,
  u_sd_gap: (n) => `gaps between orders vary by ${plural(n, "day")}`,
  u_none_rate: (x) => `${share(x)} of the orders without a reorder`,
  u_distinct_products: (n) => `${plural(n, "product")} to choose from`,
  u_distinct_share: (x) => `${share(x)} of the customer's lines are first purchases`,
  p_reorder_ratio: (x) => `${share(x)} of the product's lines are reorders`,
  p_reorder_chance: (x) => `${share(x)} of its buyers buy it again`,
  p_one_shot_share: (x) => `${share(x)} of its buyers tried it in one order only`,
  p_rate_after_first: (x) => `in ${share(x)} of its buyers' later orders`,
  p_num_of_times: (n) => `sold ${plural(n, "time")}`,
  p_avg_cart_position: (n) => `mean place in everybody's carts ${tidy(n)}`,
  aisle_reorder_ratio: (x) => `${share(x)} of the aisle's lines are reorders`,
  o_days_since_prior: (n) => `${plural(n, "day")} since the last order`,
  o_gap_to_usual: (x) => `${tidy(x)} times the usual days since the last order`,
};
