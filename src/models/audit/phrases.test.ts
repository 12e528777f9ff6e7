import assert from "node:assert/strict";
import { test } from "node:test";
import { andList, perCent, plainNumber } from "./phrases";

test("a number keeps three digits or all whole ones, with thousands grouped", () => {
  assert.deepEqual(
    [3719942.57, 0.30912, -0.01821, 2, 15606.28, 0, 42.7947, 1e-15, Number.POSITIVE_INFINITY].map(
      plainNumber,
    ),
    ["3,719,943", "0.309", "−0.0182", "2", "15,606", "0", "42.8", "0", "Infinity"],
  );
});

test("a share is written in per cent with the digits asked for", () => {
  assert.deepEqual([perCent(0.99942, 2), perCent(0.107), perCent(-0.01, 0)], ["99.94 %", "10.7 %", "-1 %"]);
});

test("words are listed with commas and an and", () => {
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(andList), ["", "a", "a and b", "a, b and c"]);
});
