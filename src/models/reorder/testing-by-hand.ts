import type { ReorderLabel } from "./labelled-order";
import { aisleOf, cutByHand, departmentOf, type SmallOrder } from "./testing";

/** Features of a customer and a product by name; NaN where missing. */
type Row = ReadonlyMap<string, number>;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const ratio = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole);

/** Places of products, for {@link featuresByHand}. */
export interface Places {
  aisleOf(product: number): number;
  departmentOf(product: number): number;
}

/**
 * Every feature of every pair, from its meaning, by loops over the orders: what the engine is held to. For tests.
 * @param wanted customers whose pairs are wanted; all by default
 */
export function featuresByHand(
  orders: readonly SmallOrder[],
  label: ReorderLabel,
  places: Places = { aisleOf, departmentOf },
  wanted: (customer: number) => boolean = () => true,
): { customer: number; product: number; bought: number; row: Row }[] {
  const cut = cutByHand(orders, label);
  const products = productsByHand(cut.map(({ past }) => past));
  const groupRatio = (group: (product: number) => number) => {
    const totals = new Map<number, [number, number]>();
    for (const [product, { times, reorders }] of products) {
      const [t, r] = totals.get(group(product)) ?? [0, 0];
      totals.set(group(product), [t + times, r + reorders]);
    }
    return (product: number) => {
      const [t, r] = totals.get(group(product))!;
      return r / t;
    };
  };
  const [aisleRatio, departmentRatio] = [groupRatio(places.aisleOf), groupRatio(places.departmentOf)];
  return cut.flatMap(({ customer, past, labelled }) => {
    if (labelled === undefined || labelled.cart.length === 0 || past.length === 0 || !wanted(customer))
      return [];
    const bought = [...new Set(past.flatMap(({ cart }) => cart))].sort((a, b) => a - b);
    const u = customerByHand(past, labelled);
    return bought.map((product) => {
      const p = products.get(product)!;
      const row = new Map([
        ...u,
        ...pairByHand(past, labelled, product),
        ["p_reorder_ratio", p.reorders / p.times],
        ["p_num_of_times", p.times],
        ["p_avg_cart_position", p.places / p.times],
        ["p_buyers", p.buyers],
        ["p_reorder_chance", ratio(p.earlyAgain, p.early)],
        ["p_one_shot_share", p.once / p.buyers],
        ["p_rate_after_first", ratio(p.times - p.buyers, p.chances)],
        ["aisle_reorder_ratio", aisleRatio(product)],
        ["department_reorder_ratio", departmentRatio(product)],
      ] as [string, number][]);
      row.set("reorder_diff", row.get("u_reorder_ratio")! - row.get("p_reorder_ratio")!);
      return { customer, product, bought: labelled.cart.includes(product) ? 1 : 0, row };
    });
  });
}

function productsByHand(histories: readonly (readonly SmallOrder[])[]) {
  const zero = { times: 0, reorders: 0, places: 0, buyers: 0, once: 0, early: 0, earlyAgain: 0, chances: 0 };
  const products = new Map<number, typeof zero>();
  for (const past of histories) {
    const own = new Map<number, number[]>();
    for (const [o, { cart }] of past.entries()) {
      for (const [place, product] of cart.entries()) {
        const counts = products.get(product) ?? { ...zero };
        products.set(product, counts);
        counts.times++;
        counts.places += place + 1;
        const held = own.get(product) ?? [];
        own.set(product, held);
        if (held.length > 0) counts.reorders++;
        held.push(o);
      }
    }
    for (const [product, held] of own) {
      const counts = products.get(product)!;
      const after = past.length - 1 - held[0]!;
      counts.buyers++;
      if (held.length === 1) counts.once++;
      if (after > 0) counts.early++;
      if (after > 0 && held.length > 1) counts.earlyAgain++;
      counts.chances += after;
    }
  }
  return products;
}

function customerByHand(past: readonly SmallOrder[], labelled: SmallOrder): [string, number][] {
  const had = new Set<number>();
  const reorders = past.map(({ cart }) => {
    const again = cart.filter((product) => had.has(product)).length;
    for (const product of cart) had.add(product);
    return again;
  });
  const [n, sizes] = [past.length, past.map(({ cart }) => cart.length)];
  const [items, gaps] = [sum(sizes), past.slice(1).map(({ gap }) => gap!)];
  const most = (of: (order: SmallOrder) => number) => {
    const counts = new Map<number, number>();
    for (const order of past) counts.set(of(order), (counts.get(of(order)) ?? 0) + order.cart.length);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
  };
  const [weekday, hour] = [most((o) => o.weekday), most((o) => o.hour)];
  const spread =
    gaps.length < 2 ? Number.NaN : Math.sqrt(sum(gaps.map((g) => (g - mean(gaps)) ** 2)) / (gaps.length - 1));
  const last = past[n - 1]!;
  return [
    ["u_num_of_orders", n],
    ["u_avg_prd", items / n],
    ["dow_u_most", weekday],
    ["hod_u_most", hour],
    ["u_reorder_ratio", sum(reorders) / items],
    ["log_u_num_of_orders", Math.log(n)],
    ["order_time_combined", weekday + hour],
    ["average_days_between_orders", sum(past.map(({ gap, cart }) => (gap ?? -1) * cart.length)) / items],
    ["u_total_items_bought", items],
    ["u_distinct_products", had.size],
    ["u_distinct_share", had.size / items],
    ["u_none_rate", ratio(reorders.slice(1).filter((r) => r === 0).length, n - 1)],
    ["u_reorders_per_order", ratio(sum(reorders), n - 1)],
    ["u_last_reorders", reorders[n - 1]!],
    ["u_last_basket", last.cart.length],
    ["u_basket_trend", mean(sizes.slice(-3)) / mean(sizes)],
    ["u_mean_gap", ratio(sum(gaps), n - 1)],
    ["u_sd_gap", spread],
    ["u_days", sum(gaps)],
    ["o_days_since_prior", labelled.gap!],
    ["o_weekday", labelled.weekday],
    ["o_hour", labelled.hour],
    ["o_gap_to_usual", ratio(labelled.gap! * (n - 1), sum(gaps))],
  ];
}

function pairByHand(past: readonly SmallOrder[], labelled: SmallOrder, product: number): [string, number][] {
  const n = past.length;
  const held = past.flatMap(({ cart }, o) => (cart.includes(product) ? [o] : []));
  const daysAgo = (o: number) => labelled.gap! + sum(past.slice(o + 1).map(({ gap }) => gap!));
  const [first, last, times] = [held[0]!, held[held.length - 1]!, held.length];
  const pauses = held.slice(1).map((o, i) => o - held[i]!);
  const pauseDays = held.slice(1).map((o, i) => daysAgo(held[i]!) - daysAgo(o));
  let run = 1;
  while (held.includes(last - run)) run++;
  const decayed = sum(held.map((o) => 0.5 ** ((n - 1 - o) / 5)));
  const full = sum(past.map((_, o) => 0.5 ** ((n - 1 - o) / 5)));
  const dial = (of: (order: SmallOrder) => number, size: number) =>
    mean(held.map((o) => Math.cos((2 * Math.PI * (of(past[o]!) - of(labelled))) / size)));
  const lastFive = held.filter((o) => o >= n - 5).length;
  const items = sum(past.map(({ cart }) => cart.length));
  return [
    ["uxp_times_bought", times],
    ["uxp_reorder_ratio", times / (n - first)],
    ["uxp_last_five", lastFive],
    ["uxp_ratio_last_five", lastFive / 5],
    ["uxp_times_ratio", times / n],
    ["uxp_time_to_last_ratio", ratio(times, lastFive)],
    ["uxp_orders_since_last", n - last],
    ["uxp_days_since_last", daysAgo(last)],
    ["uxp_orders_since_first", n - first],
    ["uxp_mean_gap_days", times < 2 ? Number.NaN : mean(pauseDays)],
    ["uxp_max_gap_orders", times < 2 ? Number.NaN : Math.max(...pauses)],
    ["uxp_max_gap_days", times < 2 ? Number.NaN : Math.max(...pauseDays)],
    ["uxp_since_to_usual", times < 2 ? Number.NaN : ratio(daysAgo(last), mean(pauseDays))],
    ["uxp_since_to_max", times < 2 ? Number.NaN : (n - last) / Math.max(...pauses)],
    ["uxp_streak", last === n - 1 ? run : 0],
    ["uxp_last_streak", run],
    ["uxp_decayed_orders", decayed],
    ["uxp_decayed_days", sum(held.map((o) => 0.5 ** (daysAgo(o) / 30)))],
    ["uxp_decayed_share", decayed / full],
    ["uxp_avg_cart_position", mean(held.map((o) => past[o]!.cart.indexOf(product) + 1))],
    ["uxp_hour_affinity", dial((o) => o.hour, 24)],
    ["uxp_weekday_affinity", dial((o) => o.weekday, 7)],
    ["uxp_line_share", times / items],
  ];
}
