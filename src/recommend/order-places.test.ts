import assert from "node:assert/strict";
import { test } from "node:test";
import { numberAscending } from "../baskets/numbering";
import { numberOrders, placeOrders } from "./order-places";

/** Lines as customer, order id, time; the place of each line's order. */
function placesOf(lines: readonly (readonly [string, string, number])[]) {
  const customer = numberAscending(
    "customer",
    lines.map(([id]) => id),
  );
  const orders = numberOrders(
    customer.ids,
    numberAscending(
      "order",
      lines.map(([, id]) => id),
    ),
  );
  const times = lines.map(([, , time]) => time);
  const places = placeOrders(customer.values.length, orders, times);
  return { ...places, ofLines: Array.from(orders.ids, (order) => places.placeOf[order]) };
}

test("a customer's orders stand by time, whatever their ids", () => {
  const { ofLines, times, orderStarts } = placesOf([
    ["b", "1", 9],
    ["b", "2", 5],
    ["a", "3", 7],
    ["b", "1", 8],
  ]);
  assert.deepEqual(ofLines, [2, 1, 0, 2]);
  assert.deepEqual([...times], [7, 5, 8]);
  assert.deepEqual([...orderStarts], [0, 1, 3]);
});

test("orders of one time stand by their ids, even an id that another customer had first", () => {
  const { ofLines } = placesOf([
    ["a", "1", 0],
    ["b", "2", 5],
    ["b", "1", 5],
    ["b", "3", 5],
  ]);
  assert.deepEqual(ofLines, [0, 2, 1, 3]);
});

test("a time that is not finite is refused by row", () => {
  assert.throws(
    () =>
      placesOf([
        ["a", "1", 0],
        ["a", "2", Infinity],
      ]),
    /Row 2 has the time Infinity/,
  );
});
