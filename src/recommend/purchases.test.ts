import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createRandom } from "../stats/random";
import { type LineColumns, type Purchases, purchasesOf } from "./purchases";
import { anyLines } from "./testing";

/** Purchases written out: each customer's orders with their times and items. */
function written({ customers, items, orderStarts, times, lineStarts, lines }: Purchases) {
  return customers.map((customer, c) => [
    customer,
    ...Array.from({ length: orderStarts[c + 1]! - orderStarts[c]! }, (_, i) => {
      const o = orderStarts[c]! + i;
      return [times[o], ...Array.from(lines.subarray(lineStarts[o], lineStarts[o + 1]), (n) => items[n])];
    }),
  ]);
}

const columns = {
  customers: ["bob", "ann", "bob", "ann", "ann", "ann"],
  orders: [7, 3, 7, 1, 1, 2],
  times: [5, 9, 4, 2, 2, 2],
  items: ["tea", "milk", "jam", "tea", "tea", "jam"],
};

test("orders stand by time, then by id; an item twice in an order counts once; the least time counts", () => {
  assert.deepEqual(written(purchasesOf(columns)), [
    ["ann", [2, "tea"], [2, "jam"], [9, "milk"]],
    ["bob", [4, "jam", "tea"]],
  ]);
});

test("the same order id of two customers is two orders", () => {
  const shared = purchasesOf({
    customers: ["a", "b", "a", "b"],
    orders: ["x", "x", "x", "x"],
    times: [1, 2, 3, 4],
    items: ["p", "p", "q", "q"],
  });
  assert.deepEqual(written(shared), [
    ["a", [1, "p", "q"]],
    ["b", [2, "p", "q"]],
  ]);
});

test("numbers stand by value, text by code units, and names of objects' own are only names", () => {
  const numbers = purchasesOf({
    customers: [10, 9, 100],
    orders: [1, 2, 3],
    times: [0, 0, 0],
    items: ["__proto__", "Z", "a"],
  });
  assert.deepEqual(numbers.customers, [9, 10, 100]);
  assert.deepEqual(numbers.items, ["Z", "__proto__", "a"]);
  const text = purchasesOf({ customers: ["10", "9"], orders: [1, 2], times: [0, 0], items: ["a", "a"] });
  assert.deepEqual(text.customers, ["10", "9"]);
});

test("the order of lines changes nothing", () => {
  fc.assert(
    fc.property(anyLines, fc.integer(), (lines, seed) => {
      const random = createRandom(seed);
      const order = lines.items.map((_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = random.int(i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      const mixed: LineColumns = {
        customers: order.map((i) => lines.customers[i] as string),
        orders: order.map((i) => lines.orders[i] as string),
        times: order.map((i) => lines.times[i]!),
        items: order.map((i) => lines.items[i]!),
      };
      assert.deepEqual(purchasesOf(mixed), purchasesOf(lines));
    }),
  );
});

test("lines given twice change nothing, and every line is found again", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const twice = <T>(column: ArrayLike<T>) => [...Array.from(column), ...Array.from(column)];
      const purchases = purchasesOf(lines);
      assert.deepEqual(
        purchasesOf({
          customers: twice(lines.customers as string[]),
          orders: twice(lines.orders as string[]),
          times: twice(lines.times),
          items: twice(lines.items),
        }),
        purchases,
      );
      const found = written(purchases).flatMap(([customer, ...orders]) =>
        (orders as unknown as [number, ...string[]][]).flatMap(([time, ...items]) =>
          items.map((item) => `${customer} ${time} ${item}`),
        ),
      );
      const given = lines.items.map((item, i) => `${lines.customers[i]} ${lines.times[i]} ${item}`);
      assert.deepEqual(found.sort(), given.sort());
    }),
  );
});

test("no lines are no purchases", () => {
  const none = purchasesOf({ customers: [], orders: [], times: [], items: [] });
  assert.deepEqual([none.customers, none.items, none.lines.length], [[], [], 0]);
  assert.deepEqual([[...none.orderStarts], [...none.lineStarts]], [[0], [0]]);
});

test("columns of other lengths and missing cells are refused by row and column", () => {
  const refused = (change: Partial<LineColumns>, message: RegExp) =>
    assert.throws(() => purchasesOf({ ...columns, ...change }), message);
  refused({ times: [1] }, /1 times and 6 items/);
  refused({ customers: [...columns.customers, "x"] }, /7 customers and 6 items/);
  refused({ items: ["tea", null, "a", "a", "a", "a"] }, /Row 2 has no item/);
  refused({ orders: [1, 1, Number.NaN, 1, 1, 1] }, /Row 3 has no order/);
  refused({ customers: ["a", "a", "a", null, "a", "a"] }, /Row 4 has no customer/);
  refused({ times: [1, 1, 1, 1, Number.NaN, 1] }, /Row 5 has the time NaN/);
});
