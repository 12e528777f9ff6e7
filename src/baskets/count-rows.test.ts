import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { itemRows, rowsWith } from "./count-rows";
import { transactionsOf } from "./transactions";

test("the rows that hold some items are those that reading every row finds", () => {
  const letters = "abcdef".split("");
  fc.assert(
    fc.property(
      fc.array(fc.subarray(letters), { maxLength: 80 }),
      fc.subarray(letters, { minLength: 1 }),
      (lists, asked) => {
        const transactions = transactionsOf([letters, ...lists]);
        const wanted = [letters, ...lists].flatMap((list, row) =>
          asked.every((item) => list.includes(item)) ? [row] : [],
        );
        const items = asked.map((item) => letters.indexOf(item));
        assert.deepEqual([...rowsWith(itemRows(transactions), items)], wanted);
      },
    ),
  );
});
