import assert from "node:assert/strict";
import { test } from "node:test";
import { shuffled } from "./shuffled";

test("a shuffle keeps the values and leaves what it was given", () => {
  const given = Uint8Array.of(3, 1, 1, 2);
  const found = shuffled(given, 5);
  assert.deepEqual(found.toSorted(), [1, 1, 2, 3]);
  assert.deepEqual(given, Uint8Array.of(3, 1, 1, 2));
  assert.deepEqual(found, shuffled(given, 5));
  assert.deepEqual(shuffled([], 1), []);
});

test("all six orders of three come equally often", () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 6000; seed++) {
    const order = shuffled("abc", seed).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  // χ² of five degrees of freedom: 20.5 is passed by one in a thousand.
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  assert.ok(chiSquare < 20.5, [...counts].join(" "));
});
