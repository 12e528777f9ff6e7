import assert from "node:assert/strict";
import { test } from "node:test";
import { takeOrders } from "./take-orders";

const pairs = {
  features: { names: ["x"], columns: [Float32Array.of(10, 11, 12, 13, 14, 15)] },
  labels: Uint8Array.of(1, 0, 0, 1, 0, 1),
  customers: Int32Array.of(4, 4, 7, 7, 7, 9),
  products: Int32Array.of(1, 2, 1, 3, 5, 2),
  starts: Uint32Array.of(0, 2, 5, 6),
};

test("orders of wanted customers are taken whole, with their pairs and new starts", () => {
  const taken = takeOrders(pairs, (customer) => customer !== 4);
  assert.deepEqual([...taken.starts], [0, 3, 4]);
  assert.deepEqual([...taken.orderCustomers], [7, 9]);
  assert.deepEqual([...taken.rows], [2, 3, 4, 5]);
  assert.deepEqual([...taken.labels], [0, 1, 0, 1]);
  assert.deepEqual([...taken.customers], [7, 7, 7, 9]);
  assert.deepEqual([...taken.products], [1, 3, 5, 2]);
  assert.deepEqual([...Array.from(taken.features.columns[0]!)], [12, 13, 14, 15]);
});

test("nobody wanted is refused", () => {
  assert.throws(() => takeOrders(pairs, () => false), /None of the 3 orders/);
});
