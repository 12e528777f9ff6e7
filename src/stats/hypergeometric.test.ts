import assert from "node:assert/strict";
import { test } from "node:test";
import { logHypergeometric } from "./hypergeometric";

test("probabilities equal those of exact fractions", () => {
  // by hand: C(a, k) C(n − a, b − k) / C(n, b)
  const known = [
    [1, 2, 2, 4, 2 / 3],
    [0, 3, 4, 10, 1 / 6],
    [3, 3, 4, 10, 1 / 30],
    [5, 5, 5, 5, 1],
    [0, 0, 3, 9, 1],
    [2, 2, 9, 9, 1],
  ] as const;
  for (const [k, a, b, n, probability] of known) {
    assert.ok(Math.abs(Math.exp(logHypergeometric(k, a, b, n)) - probability) < 1e-14, `${k} ${a} ${b} ${n}`);
  }
});

test("probabilities of all counts add up to one, for small numbers and for millions", () => {
  for (const [a, b, n] of [
    [7, 9, 12],
    [40, 500, 900],
    [3000, 4000, 3_000_000],
    [90_000, 50_000, 1_000_000],
  ] as const) {
    let sum = 0;
    for (let k = 0; k <= Math.min(a, b); k++) sum += Math.exp(logHypergeometric(k, a, b, n));
    assert.ok(Math.abs(sum - 1) < 1e-11, `${a} ${b} ${n}: ${sum}`);
  }
});

test("what cannot be has no probability", () => {
  assert.equal(logHypergeometric(3, 2, 5, 9), -Infinity);
  assert.equal(logHypergeometric(0, 6, 6, 9), -Infinity);
});
