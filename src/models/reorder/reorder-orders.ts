import { type Features, takeFeatures, takeRows } from "../features/features";
import type { ReorderPairs } from "./reorder-pairs";

/** Labelled orders, one row each, for a model of "None". */
export interface ReorderOrders {
  readonly features: Features;
  /** 1 where the order holds no product bought before, else 0. */
  readonly labels: Uint8Array;
  /** The ids of the orders' customers. */
  readonly customers: Int32Array;
}

/** What is taken over the candidates of an order, from which feature of theirs. */
const OVER_CANDIDATES = [
  { name: "max_times_ratio", from: "uxp_times_ratio", add: Math.max },
  { name: "max_decayed_share", from: "uxp_decayed_share", add: Math.max },
  { name: "sum_decayed_share", from: "uxp_decayed_share", add: (a: number, b: number) => a + b },
  {
    name: "bought_last",
    from: "uxp_orders_since_last",
    add: (a: number, b: number) => a + (b === 1 ? 1 : 0),
  },
] as const;

/**
 * The orders of reorder pairs as rows, to foretell "None": that nothing is bought again. Features are those of the
 * customer (`u_…`) and of the order's beginning (`o_…`) among those of the pairs, the number of `candidates`, the
 * greatest `max_times_ratio` and `max_decayed_share` of them, `sum_decayed_share`, which is about how many of them an
 * order holds, and `bought_last`, how many the last order held. All are as of the labelled order. O(pairs + orders × features).
 *
 * @throws RangeError when the pairs lack uxp_times_ratio, uxp_decayed_share or uxp_orders_since_last
 * @example const orders = reorderOrders(pairs); await boost(orders.features, orders.labels, { loss: "log loss" });
 */
export function reorderOrders(
  pairs: Pick<ReorderPairs, "features" | "labels" | "customers" | "starts">,
): ReorderOrders {
  const { features, labels, customers, starts } = pairs;
  const orders = starts.length - 1;
  const each = <T>(of: (order: number) => T) => Array.from({ length: orders }, (_, order) => of(order));
  const reduced = OVER_CANDIDATES.map(({ from, add }) => {
    const column = takeFeatures(features, [from]).columns[0]!;
    return each((o) => {
      let value = 0;
      for (let i = starts[o]!; i < starts[o + 1]!; i++) value = add(value, column[i]!);
      return value;
    });
  });
  const own = features.names.filter((name) => name.startsWith("u_") || name.startsWith("o_"));
  const firsts =
    own.length === 0 ? [] : takeRows(takeFeatures(features, own), starts.subarray(0, orders)).columns;
  const candidates = each((o) => starts[o + 1]! - starts[o]!);
  return {
    features: {
      names: [...own, "candidates", ...OVER_CANDIDATES.map(({ name }) => name)],
      columns: [...firsts, candidates, ...reduced].map((column) => Float32Array.from(column)),
    },
    labels: Uint8Array.from(each((o) => (labels.subarray(starts[o], starts[o + 1]).includes(1) ? 0 : 1))),
    customers: Int32Array.from(each((o) => customers[starts[o]!]!)),
  };
}
