/** Where a feature comes from. */
export type FeatureOrigin =
  /** The twelve of the public kernel that study 002 follows. */
  | "kernel"
  /** Those which the study's deck adds: it gives formulas of most of them, not of uxp_times_ratio. */
  | "deck"
  /** Three more of the same kernel, taken to make the study's twenty: the deck does not name them all. */
  | "completed"
  /** Not the study's: what the strong solutions of the contest use, and what follows from it. */
  | "strong";

/** A feature of a customer and a product he bought before, as of an order. */
export interface ReorderFeature {
  readonly name: string;
  readonly origin: FeatureOrigin;
  /** What it is, its unit, and when it is missing. */
  readonly meaning: string;
  /** SQL over the pair `p`, the customer `u`, the product `q` and the beginning of the labelled order `c`. */
  readonly sql: string;
}

/** A quotient; missing where the divisor is zero. */
const over = (part: string, whole: string) => `CAST(${part} AS DOUBLE) / nullif(${whole}, 0)`;
const of =
  (origin: FeatureOrigin) =>
  (name: string, sql: string, meaning: string): ReorderFeature => ({ name, origin, meaning, sql });
const [kernel, deck, completed, strong] = [of("kernel"), of("deck"), of("completed"), of("strong")];

/** How far back counts lose half their weight: in orders, and in days. */
export const HALF_LIFE = { orders: 5, days: 30 } as const;
const KEPT = 0.5 ** (1 / HALF_LIFE.orders);

const STUDY: readonly ReorderFeature[] = [
  kernel("uxp_times_bought", "p.times", "orders of the customer that held the product"),
  kernel(
    "uxp_reorder_ratio",
    over("p.times", "p.first_back"),
    "of the orders from the first that held it on, the share that did",
  ),
  kernel("uxp_last_five", "p.last_five", "of the last five orders, how many held it"),
  kernel(
    "uxp_ratio_last_five",
    "p.last_five / 5.0",
    "the same by five, also where there were fewer orders, as published",
  ),
  kernel("u_num_of_orders", "u.n_orders", "orders of the customer before this one"),
  kernel("u_avg_prd", over("u.n_lines", "u.n_filled"), "mean products of an order"),
  kernel("dow_u_most", "u.weekday_most", "weekday of most of the customer's lines, the least on ties"),
  kernel("hod_u_most", "u.hour_most", "hour of most of the customer's lines, the least on ties"),
  kernel(
    "u_reorder_ratio",
    over("u.reorders", "u.n_lines"),
    "of the customer's lines, the share bought before",
  ),
  kernel(
    "p_reorder_ratio",
    over("q.reorders", "q.times"),
    "of the product's lines, the share bought before by their customer",
  ),
  kernel("p_num_of_times", "q.times", "lines of the product"),
  kernel("p_avg_cart_position", over("q.cart_sum", "q.times"), "mean place of the product in the cart"),
  deck(
    "uxp_times_ratio",
    over("p.times", "u.n_orders"),
    "of the customer's orders, the share that held the product",
  ),
  deck("log_u_num_of_orders", "ln(u.n_orders)", "natural logarithm of u_num_of_orders"),
  deck(
    "order_time_combined",
    "u.weekday_most + u.hour_most",
    "dow_u_most plus hod_u_most, as published: a sum of unlike units",
  ),
  deck(
    "reorder_diff",
    `${over("u.reorders", "u.n_lines")} - ${over("q.reorders", "q.times")}`,
    "u_reorder_ratio less p_reorder_ratio",
  ),
  deck(
    "uxp_time_to_last_ratio",
    over("p.times", "p.last_five"),
    "uxp_times_bought by uxp_last_five; missing where not bought in the last five",
  ),
  completed(
    "average_days_between_orders",
    over("u.gap_sum", "u.n_lines"),
    "mean gap of the customer's lines in days, -1 on those of the first order, as the deck fills it",
  ),
  completed("u_total_items_bought", "u.n_lines", "lines of the customer"),
  completed(
    "aisle_reorder_ratio",
    over("q.aisle_reorders", "q.aisle_times"),
    "p_reorder_ratio of the product's aisle; the kernel takes the mean label of the aisle instead, test rows included",
  ),
];

const STRONG: readonly ReorderFeature[] = [
  strong(
    "uxp_orders_since_last",
    "p.last_back",
    "orders since it was last bought, 1 being the last one before",
  ),
  strong(
    "uxp_days_since_last",
    "p.last_days",
    "days since it was last bought, the gap to this order included",
  ),
  strong("uxp_orders_since_first", "p.first_back", "orders since it was first bought"),
  strong(
    "uxp_mean_gap_days",
    over("p.first_days - p.last_days", "p.times - 1"),
    "mean days between the customer's purchases of it; missing after one",
  ),
  strong(
    "uxp_max_gap_orders",
    "p.max_gap_orders",
    "most orders between two purchases of it; missing after one",
  ),
  strong("uxp_max_gap_days", "p.max_gap_days", "most days between two purchases of it; missing after one"),
  strong(
    "uxp_since_to_usual",
    over("p.last_days * (p.times - 1)", "p.first_days - p.last_days"),
    "uxp_days_since_last by uxp_mean_gap_days: from 1 on it is due",
  ),
  strong(
    "uxp_since_to_max",
    over("p.last_back", "p.max_gap_orders"),
    "uxp_orders_since_last by uxp_max_gap_orders: above 1 the pause is the longest yet",
  ),
  strong(
    "uxp_streak",
    "CASE WHEN p.last_back = 1 THEN p.last_run ELSE 0 END",
    "orders in a row, up to the last one before, that held it",
  ),
  strong("uxp_last_streak", "p.last_run", "orders in a row that held it, up to when it was last bought"),
  strong(
    "uxp_decayed_orders",
    "p.decayed_orders",
    `orders that held it, each half as much as one ${HALF_LIFE.orders} orders later`,
  ),
  strong(
    "uxp_decayed_days",
    "p.decayed_days",
    `orders that held it, each half as much as one ${HALF_LIFE.days} days later`,
  ),
  strong(
    "uxp_decayed_share",
    `p.decayed_orders * ${1 - KEPT} / (1 - power(${KEPT}, u.n_orders))`,
    "uxp_decayed_orders by what it would be had every order held it",
  ),
  strong("uxp_avg_cart_position", over("p.cart_sum", "p.times"), "mean place in this customer's carts"),
  strong(
    "uxp_hour_affinity",
    over("p.hour_cos", "p.times"),
    "mean cosine between the hours it was bought at and this order's, on a dial of a day: 1 alike, -1 opposite",
  ),
  strong(
    "uxp_weekday_affinity",
    over("p.weekday_cos", "p.times"),
    "mean cosine between the weekdays it was bought on and this order's, on a dial of a week",
  ),
  strong("uxp_line_share", over("p.times", "u.n_lines"), "of the customer's lines, those of the product"),
  strong(
    "u_distinct_products",
    "u.n_products",
    "products the customer ever bought: how many are to choose from",
  ),
  strong("u_distinct_share", over("u.n_products", "u.n_lines"), "of the customer's lines, first purchases"),
  strong(
    "u_none_rate",
    over("u.none_orders", "u.n_orders - 1"),
    "of the orders from the second on, those without any product bought before; missing after one",
  ),
  strong(
    "u_reorders_per_order",
    over("u.reorders", "u.n_orders - 1"),
    "mean products bought before, of an order from the second on; missing after one",
  ),
  strong("u_last_reorders", "u.last_reorders", "products bought before in the last order"),
  strong("u_last_basket", "u.last_size", "products of the last order"),
  strong(
    "u_basket_trend",
    `${over("u.three_size", "u.three_orders")} / nullif(${over("u.n_lines", "u.n_filled")}, 0)`,
    "mean products of the last three orders by that of all",
  ),
  strong(
    "u_mean_gap",
    over("u.days", "u.n_orders - 1"),
    "mean days between the customer's orders; missing after one",
  ),
  strong(
    "u_sd_gap",
    "u.sd_gap",
    "standard deviation of the days between the customer's orders; missing after two",
  ),
  strong("u_days", "u.days", "days from the customer's first to the last order before"),
  strong("p_buyers", "q.buyers", "customers who bought the product"),
  strong(
    "p_reorder_chance",
    over("q.early_again", "q.early"),
    "of its buyers with an order after the first purchase, those who bought it again",
  ),
  strong("p_one_shot_share", over("q.once", "q.buyers"), "of its buyers, those who did so in one order"),
  strong(
    "p_rate_after_first",
    over("q.again", "q.chances"),
    "of its buyers' orders after the first purchase, those that held it",
  ),
  strong(
    "department_reorder_ratio",
    over("q.department_reorders", "q.department_times"),
    "p_reorder_ratio of the product's department",
  ),
  strong(
    "o_days_since_prior",
    "c.gap",
    "days since the order before: known when the order is begun; 30 is 30 or more",
  ),
  strong("o_weekday", "c.weekday", "weekday of this order: known when it is begun"),
  strong("o_hour", "c.hour", "hour of this order: known when it is begun"),
  strong(
    "o_gap_to_usual",
    over("c.gap * (u.n_orders - 1)", "u.days"),
    "o_days_since_prior by u_mean_gap; missing where that is missing or 0",
  ),
];

/** All features, study 002's twenty first. */
export const REORDER_FEATURES: readonly ReorderFeature[] = [...STUDY, ...STRONG];

/** The names of study 002's twenty features: twelve of the kernel it follows, five of its deck, three completed here. */
export const STUDY_FEATURES: readonly string[] = STUDY.map(({ name }) => name);
