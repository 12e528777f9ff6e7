import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { alternatingFactors } from "./als-factors";
import { customerFactors, how, sparse, table } from "./testing-als";

function directLoss(
  table: readonly (readonly number[])[],
  { customers, items }: { customers: Float64Array; items: Float64Array },
  { factors, regularization, alpha }: { factors: number; regularization: number; alpha: number },
): number {
  let loss = 0;
  table.forEach((row, customer) => {
    row.forEach((value, item) => {
      let product = 0;
      for (let a = 0; a < factors; a++)
        product += customers[customer * factors + a]! * items[item * factors + a]!;
      loss += (1 + alpha * value) * ((value > 0 ? 1 : 0) - product) ** 2;
    });
  });
  return loss + regularization * [...customers, ...items].reduce((sum, value) => sum + value ** 2, 0);
}

function near(found: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(found.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(found[i]! - value) < 2e-12, `at ${i}: ${found[i]}, not ${value}`);
  });
}

// NumPy, from these starts: Y[i] = solve(X'D(C[:, i])X + 0.5 I, X'D(C[:, i])P[:, i]) with C = 1 + 3R and P = R > 0, then
// X[u] likewise from Y; the loss over the full 6 x 5 table. PyPI's implicit 0.7.3 (float64, use_cg=False, on the
// transposed table with the values C where R > 0 and these item_factors) gives the same in all 12 places after 3 sweeps.
test("one sweep from given starts, and three, are those of NumPy and of implicit", async () => {
  const one = await alternatingFactors(sparse(table), { ...how, iterations: 1 });
  near(
    one.items,
    [
      0.470711297071, -0.889121338912, 2.37757783263, 0.477745043395, -0.685424159086, 1.294690078274,
      1.183342495877, 1.207394172622, 1.238530255871, 0.3605642912,
    ],
  );
  near(
    one.customers,
    [
      0.026025187141, -0.065603005682, 0.423278447567, 0.083534733895, -0.168163889153, 0.423899221771,
      0.355900967686, 0.386375383579, 0.478471926831, -0.445346985633, 0, 0,
    ],
  );
  const three = await alternatingFactors(sparse(table), how);
  near(
    three.items,
    [
      1.113557870759, 0.895832545229, 1.780659065173, -0.054123343484, 0.034786079778, 1.372715398493,
      0.823705935046, 0.626248916833, 1.018320082087, -0.229554762574,
    ],
  );
  near(
    three.customers,
    [
      0.17556755949, 0.742374840824, 0.568720434704, -0.331864485795, 0.138017751449, 0.724726442032,
      0.576413554527, 0.306888896803, 0.542596731326, 0.20359341434, 0, 0,
    ],
  );
  near(
    three.losses.map((loss) => loss / 10),
    [3.168771233452, 1.899239100961, 1.069649926243],
  );
});

test("the loss is that of the definition, and no sweep lets it rise", async () => {
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 })), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
    );
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(0.01, 1, 30),
      fc.constantFrom(0.1, 1, 40),
      async (drawn, factors, regularization, alpha) => {
        const starts = Float64Array.from({ length: drawn.length * factors }, (_, i) => Math.sin(i + 1));
        const options = { factors, regularization, alpha, iterations: 4, customerFactors: starts };
        const found = await alternatingFactors(sparse(drawn), options);
        const direct = directLoss(drawn, found, options);
        assert.ok(Math.abs(found.losses.at(-1)! - direct) <= 1e-9 * (1 + direct));
        found.losses.forEach((loss, sweep) => {
          if (sweep > 0) assert.ok(loss <= found.losses[sweep - 1]! * (1 + 1e-12) + 1e-12);
        });
      },
    ),
    { numRuns: 200, seed: 4 },
  );
});

test("customers in another order, with their starts, have the same factors", async () => {
  const order = [3, 0, 5, 4, 1, 2];
  const found = await alternatingFactors(sparse(table), how);
  const moved = await alternatingFactors(sparse(order.map((customer) => table[customer]!)), {
    ...how,
    customerFactors: Float64Array.from(order.flatMap((c) => [...customerFactors.subarray(2 * c, 2 * c + 2)])),
  });
  near(moved.items, [...found.items]);
  near(
    moved.customers,
    order.flatMap((c) => [...found.customers.subarray(2 * c, 2 * c + 2)]),
  );
});

test("progress is told after each sweep, and an error of the one told ends the search", async () => {
  const told: [number, number, number][] = [];
  const found = await alternatingFactors(sparse(table), { ...how, onProgress: (...now) => told.push(now) });
  assert.deepEqual(
    told,
    found.losses.map((loss, i) => [i + 1, 3, loss]),
  );
  const stop = () => {
    throw new Error("stopped by the reader");
  };
  await assert.rejects(
    alternatingFactors(sparse(table), { ...how, onProgress: stop }),
    /stopped by the reader/,
  );
});

test("others may use the thread at least after each half of a sweep", async () => {
  let turns = 0;
  let over = false;
  const turn = () => {
    turns++;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  await alternatingFactors(sparse(table), how);
  over = true;
  assert.ok(turns >= 6, `${turns} turns`);
});

test("factors that nothing tells apart are refused, with what to do", async () => {
  const alike = { ...how, regularization: 0, customerFactors: new Float64Array(12).fill(1) };
  await assert.rejects(alternatingFactors(sparse(table), alike), {
    name: "RangeError",
    message: /cannot be told apart: take a greater regularization, or fewer factors/,
  });
});

test("the starts are left as they were", async () => {
  const before = [...customerFactors];
  await alternatingFactors(sparse(table), how);
  assert.deepEqual([...customerFactors], before);
});
