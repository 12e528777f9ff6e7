import assert from "node:assert/strict";
import { test } from "node:test";
import { contributions } from "./als-contributions";
import { alternatingFactors } from "./als-factors";
import { customerFactors, how, sparse, table } from "./testing-als";

const ratings = sparse(table);

// NumPy, from the factors after three sweeps: Y[2] @ inv(Y'DY + 0.5 I) @ Y[j] * C[4, j] for the items j = 0 and 1 of
// customer 4, with C = 1 + 3R and D = diag(C[4]).
test("what a customer's items add to a score is what NumPy finds", async () => {
  const factors = await alternatingFactors(ratings, { ...how, iterations: 3, customerFactors });
  const [first, second, ...more] = contributions(factors, ratings, how)(4, 2);
  assert.deepEqual(more, []);
  assert.ok(Math.abs(first! - 0.7075847318905789) < 1e-11, `${first}`);
  assert.ok(Math.abs(second! - -0.4092341038113528) < 1e-11, `${second}`);
});

test("the parts sum to the product of the factors, in whatever order they are asked for", async () => {
  const factors = await alternatingFactors(ratings, { ...how, iterations: 2, customerFactors });
  const parts = contributions(factors, ratings, how);
  for (let item = 0; item < 5; item++) {
    for (let customer = 0; customer < 6; customer++) {
      const product = [0, 1].reduce(
        (sum, a) => sum + factors.customers[customer * 2 + a]! * factors.items[item * 2 + a]!,
        0,
      );
      const sum = parts(customer, item).reduce((total, part) => total + part, 0);
      assert.ok(
        Math.abs(sum - product) < 1e-12,
        `customer ${customer}, item ${item}: ${sum}, not ${product}`,
      );
    }
  }
});
