import assert from "node:assert/strict";
import { test } from "node:test";
import { meanRatings, ratingsByItem, ratingsOf } from "./ratings";
import { shopOf } from "./testing";

const history = shopOf({
  ann: [["tea", "milk"], ["tea"]],
  bob: [["bread"]],
  cy: [["milk"], ["bread", "milk"]],
});
const shown = ({ starts, itemOf, values }: ReturnType<typeof ratingsOf>) =>
  history.customers.map((customer, c) => [
    customer,
    ...[...itemOf.subarray(starts[c], starts[c + 1])].map((item, i) => [
      history.items[item],
      values[starts[c]! + i],
    ]),
  ]);

test("ratings by orders count a customer's orders with the item, those by bought are 1", () => {
  assert.deepEqual(shown(ratingsOf(history, "orders")), [
    ["ann", ["milk", 1], ["tea", 2]],
    ["bob", ["bread", 1]],
    ["cy", ["bread", 1], ["milk", 2]],
  ]);
  const bought = ratingsOf(history, "bought");
  assert.deepEqual([...bought.values], [1, 1, 1, 1, 1]);
  assert.deepEqual(bought.itemOf, ratingsOf(history, "orders").itemOf);
});

const columns = {
  customers: ["cy", "ann", "ann", "bob", "cy", "ann", "cy"],
  items: ["milk", "tea", "milk", "bread", "milk", "tea", "bread"],
  values: [3, 10, 2, 7, 4, 5, 1],
};

test("ratings of columns are means over the rows of a customer and item", () => {
  assert.deepEqual(shown(meanRatings(history, columns)), [
    ["ann", ["milk", 2], ["tea", 7.5]],
    ["bob", ["bread", 7]],
    ["cy", ["bread", 1], ["milk", 3.5]],
  ]);
});

test("ratings of what the history has not, of nothing, or missing ones are refused by row and name", () => {
  const last = (customer: string, item: string, value: number) => ({
    customers: [...columns.customers, customer],
    items: [...columns.items, item],
    values: [...columns.values, value],
  });
  assert.throws(
    () => meanRatings(history, last("bob", "tea", 1)),
    /Row 8: .* no purchase of tea by customer bob/,
  );
  assert.throws(() => meanRatings(history, last("dan", "tea", 1)), /Row 8: .* customer dan/);
  assert.throws(() => meanRatings(history, last("bob", "jam", 1)), /Row 8: .* of jam/);
  for (const value of [0, -1, Number.NaN, Infinity]) {
    assert.throws(() => meanRatings(history, last("bob", "bread", value)), /Row 8 has the value/);
  }
  const { customers, items, values } = columns;
  assert.throws(() => meanRatings(history, { customers, items, values: values.slice(1) }), /one length/);
  const without = {
    customers: customers.slice(0, -1),
    items: items.slice(0, -1),
    values: values.slice(0, -1),
  };
  assert.throws(() => meanRatings(history, without), /No row rates bread, which customer cy has bought/);
});

test("ratings turned about hold the same entries, item after item", () => {
  const { starts, customerOf, values } = ratingsByItem(ratingsOf(history, "orders"));
  assert.deepEqual(
    history.items.map((item, i) => [
      item,
      ...[...customerOf.subarray(starts[i], starts[i + 1])].map((c, at) => [
        history.customers[c],
        values[starts[i]! + at],
      ]),
    ]),
    [
      ["bread", ["bob", 1], ["cy", 1]],
      ["milk", ["ann", 1], ["cy", 2]],
      ["tea", ["ann", 2]],
    ],
  );
});
