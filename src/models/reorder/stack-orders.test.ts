import assert from "node:assert/strict";
import { test } from "node:test";
import { stackOrders } from "./stack-orders";
import { takeOrders } from "./take-orders";

const pairs = {
  features: { names: ["x"], columns: [Float32Array.of(10, 11, 12)] },
  labels: Uint8Array.of(1, 0, 1),
  customers: Int32Array.of(4, 4, 7),
  products: Int32Array.of(1, 2, 5),
  starts: Uint32Array.of(0, 2, 3),
};

test("orders stand one table after the other, and starts go on", () => {
  const stacked = stackOrders([
    takeOrders(pairs, () => true),
    takeOrders(pairs, (customer) => customer === 4),
  ]);
  assert.deepEqual([...stacked.starts], [0, 2, 3, 5]);
  assert.deepEqual([...stacked.orderCustomers], [4, 7, 4]);
  assert.deepEqual([...stacked.labels], [1, 0, 1, 1, 0]);
  assert.deepEqual([...stacked.customers], [4, 4, 7, 4, 4]);
  assert.deepEqual([...stacked.products], [1, 2, 5, 1, 2]);
  assert.deepEqual(Array.from(stacked.features.columns[0]!), [10, 11, 12, 10, 11]);
});

test("no tables are refused", () => {
  assert.throws(() => stackOrders([]), /no tables/);
});
