import { createRandom, type Random } from "../../../stats/random";
import { weighted } from "../calendar";
import { type CustomerType, SPREADS } from "./types";

/** How busier than others each weekday (the file's 0 to 6) and each hour is. */
export const WEEK = {
  weekday: [1.25, 1.2, 0.95, 0.88, 0.86, 0.93, 0.93],
  hour: [
    0.3, 0.15, 0.1, 0.08, 0.08, 0.15, 0.4, 1.2, 2.4, 3.4, 3.9, 3.9, 3.7, 3.8, 3.9, 3.8, 3.6, 3, 2.4, 1.9, 1.4,
    1.05, 0.8, 0.5,
  ],
} as const;

/** An order before its products are drawn. */
export interface OrderPlan {
  readonly weekday: number;
  readonly hour: number;
  /** Days since the customer's order before, capped at 30; -1 for the first. */
  readonly gap: number;
  /** How many products it holds. */
  readonly size: number;
}

/** A customer before products are drawn. */
export interface UserPlan {
  /** Index of the customer's type. */
  readonly type: number;
  readonly orders: readonly OrderPlan[];
  /** Which set the last order belongs to; lines of test orders are not published. */
  readonly last: "train" | "test";
}

const [FEWEST_ORDERS, MOST_ORDERS, CAP, WINDOW, LARGEST] = [4, 100, 30, 365, 145];
/** 131,209 of the original's 206,209 customers have their last order in the train set. */
const TRAIN_SHARE = 131_209 / 206_209;

const weekdayOf = weighted(WEEK.weekday);
const hourOf = weighted(WEEK.hour);

/**
 * The random stream of one customer and purpose: no customer's draws hang on another's. Streams of one seed and purpose
 * start from different words for every index.
 * @example userStream(1, 0, "plan").next()
 */
export function userStream(seed: number, index: number, purpose: "plan" | "products"): Random {
  const start = Math.imul(seed | 0, 0x9e3779b1) ^ (purpose === "plan" ? 0x2545f491 : 0x6c8e9cf5);
  return createRandom((start + index) | 0);
}

/**
 * Draws who a customer is and when and how much it orders, but no products. Within a year: orders that would come later
 * than 365 days (of capped gaps) after the first are left out, save for the fewest, 4. O(orders).
 * @example planUser(customerTypes(), 1, 0).orders.length
 */
export function planUser(types: readonly CustomerType[], seed: number, index: number): UserPlan {
  const random = userStream(seed, index, "plan");
  const type = pick(types, random.next());
  const { orders, gap, basket } = types[type]!;
  const spread = (middle: number, sd: number) => middle * Math.exp(sd * random.normal());
  const wanted = Math.min(MOST_ORDERS, Math.max(FEWEST_ORDERS, Math.round(spread(orders, SPREADS.orders))));
  const usual = spread(basket, SPREADS.basket) * Math.exp(-(SPREADS.size ** 2) / 2);
  const plans: OrderPlan[] = [];
  let days = 0;
  for (let i = 0; i < wanted; i++) {
    const waited = i === 0 ? -1 : Math.min(CAP, Math.round(spread(gap, SPREADS.gap)));
    days += Math.max(0, waited);
    if (days > WINDOW && i >= FEWEST_ORDERS) break;
    const size = Math.min(LARGEST, Math.max(1, Math.round(spread(usual, SPREADS.size))));
    plans.push({ weekday: weekdayOf(random), hour: hourOf(random), gap: waited, size });
  }
  return { type, orders: plans, last: random.next() < TRAIN_SHARE ? "train" : "test" };
}

function pick(types: readonly CustomerType[], at: number): number {
  let sum = 0;
  for (const [i, { share }] of types.entries()) {
    sum += share;
    if (at < sum) return i;
  }
  return types.length - 1;
}
