import assert from "node:assert/strict";
import { test } from "node:test";
import { reorderOrders } from "./reorder-orders";

const pairs = {
  features: {
    names: [
      "uxp_times_ratio",
      "uxp_decayed_share",
      "uxp_orders_since_last",
      "u_none_rate",
      "p_buyers",
      "o_hour",
    ],
    columns: [
      [0.5, 0.25, 1],
      [0.5, 0.125, 0.75],
      [1, 3, 1],
      [0.25, 0.25, Number.NaN],
      [9, 8, 7],
      [10, 10, 23],
    ],
  },
  labels: Uint8Array.of(0, 1, 0),
  customers: Int32Array.of(4, 4, 7),
  starts: Uint32Array.of(0, 2, 3),
};

test("an order has its customer's features, those of its beginning, and sums over its candidates", () => {
  const { features, labels, customers } = reorderOrders(pairs);
  assert.deepEqual([...labels], [0, 1]);
  assert.deepEqual([...customers], [4, 7]);
  assert.deepEqual(
    features.names.map((name, f) => [name, ...Array.from(features.columns[f]!)]),
    [
      ["u_none_rate", 0.25, Number.NaN],
      ["o_hour", 10, 23],
      ["candidates", 2, 1],
      ["max_times_ratio", 0.5, 1],
      ["max_decayed_share", 0.5, 0.75],
      ["sum_decayed_share", 0.625, 0.75],
      ["bought_last", 1, 1],
    ],
  );
});

test("pairs without the features that are summed are refused by name; those of the customer may be missing", () => {
  const names = pairs.features.names.slice(0, 3);
  const columns = pairs.features.columns.slice(0, 3);
  assert.equal(reorderOrders({ ...pairs, features: { names, columns } }).features.names[0], "candidates");
  const fewer = { names: names.slice(1), columns: columns.slice(1) };
  assert.throws(() => reorderOrders({ ...pairs, features: fewer }), /There is no feature "uxp_times_ratio"/);
});
