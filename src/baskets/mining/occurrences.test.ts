import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { transactionsOf } from "../transactions";
import { layOut } from "./occurrences";

test("baskets hold their frequent items by rank behind walls, the most frequent first", () => {
  const lists = [
    ["tea", "cup", "milk"],
    ["cup"],
    ["tea", "cup"],
    ["rare", "tea", "milk"],
    ["milk", "rare 2"],
  ];
  const { ranks, itemOf, counts, cells, places, heads } = layOut(transactionsOf(lists), 2);
  // cup, milk and tea are in three baskets each: the order of item numbers decides.
  assert.deepEqual([ranks, [...itemOf], [...counts]], [3, [0, 1, 4], [3, 3, 3]]);
  assert.deepEqual([...cells], [3, 0, 1, 2, 3, 0, 2, 3, 1, 2]);
  assert.deepEqual([...heads], [0, 2, 4, 7]);
  assert.deepEqual([...places], [1, 5, 2, 8, 3, 6, 9]);
});

test("walking back from a place meets the more frequent items of one basket, long or short", () => {
  const labels = Array.from({ length: 90 }, (_, i) => `${i}`);
  fc.assert(
    fc.property(
      fc.array(fc.subarray(labels), { maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
      (lists, least) => {
        const transactions = transactionsOf(lists);
        const { ranks, itemOf, cells, places, heads } = layOut(transactions, least);
        const rankOf = new Map(Array.from(itemOf, (item, rank) => [transactions.names[item], rank]));
        const baskets = lists
          .map((list) => list.flatMap((label) => rankOf.get(label) ?? []).sort((a, b) => a - b))
          .filter((basket) => basket.length > 1);
        for (let rank = 0; rank < ranks; rank++) {
          const walks = Array.from(places.subarray(heads[rank], heads[rank + 1]), (place) => {
            assert.equal(cells[place], rank);
            return [...cells.subarray(cells.lastIndexOf(ranks, place) + 1, place)];
          });
          const holders = baskets.filter((basket) => basket.includes(rank));
          assert.deepEqual(
            walks,
            holders.map((basket) => basket.filter((other) => other < rank)),
          );
        }
      },
    ),
  );
});
