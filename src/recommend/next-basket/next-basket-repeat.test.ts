import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { personalTop } from "../personal-top";
import { purchasesOf } from "../purchases";
import { anyLines, shopOf } from "../testing";
import { habitRatings } from "./next-basket-repeat";

const shop = shopOf({ ann: [["tea", "milk"], ["tea"], ["bread", "tea"], ["milk"]], bob: [["tea"]] });

function habitOf(customer: number, recency: Parameters<typeof habitRatings>[1]) {
  const { starts, itemOf, values } = habitRatings(shop, recency);
  const own = [...itemOf.keys()].slice(starts[customer], starts[customer + 1]);
  return own.map((e) => [shop.items[itemOf[e]!], Number(values[e]!.toFixed(12))]);
}

test("the share of orders with the item, the last one weighing most", () => {
  // Weights 1/8, 1/4, 1/2 and 1, which sum to 15/8.
  assert.deepEqual(habitOf(0, { decay: 0.5 }), [
    ["bread", Number((4 / 15).toFixed(12))],
    ["milk", 0.6],
    ["tea", Number((7 / 15).toFixed(12))],
  ]);
  assert.deepEqual(habitOf(1, { decay: 0.5 }), [["tea", 1]]);
});

test("only the last orders within the window count", () => {
  assert.deepEqual(habitOf(0, { decay: 1, window: 2 }), [
    ["bread", 0.5],
    ["milk", 0.5],
    ["tea", 0.5],
  ]);
  assert.deepEqual(habitOf(0, { decay: 0.5, window: 1 }), [["milk", 1]]);
});

test("without decay or window the shares are the frequencies of the personal top", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const history = purchasesOf(lines);
      const { starts, itemOf, values } = habitRatings(history, { decay: 1 });
      const top = personalTop(history);
      for (let c = 0; c < history.customers.length; c++) {
        const orders = history.orderStarts[c + 1]! - history.orderStarts[c]!;
        const counts = new Float64Array(history.items.length).fill(-Infinity);
        for (let e = starts[c]!; e < starts[c + 1]!; e++)
          counts[itemOf[e]!] = Math.round(values[e]! * orders);
        assert.deepEqual(counts, top.scores(c).map(Math.floor));
      }
    }),
    { seed: 6 },
  );
});

test("a decay or a window out of range is refused", () => {
  for (const decay of [0, -1, 1.1, Number.NaN]) {
    assert.throws(() => habitRatings(shop, { decay }), { name: "RangeError", message: /decay is .*above 0/ });
  }
  for (const window of [0, 1.5, Number.NaN]) {
    assert.throws(() => habitRatings(shop, { window }), { name: "RangeError", message: /window is/ });
  }
});
