import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom, xoshiro128 } from "./random";

test("xoshiro128** gives the words of its reference implementation", () => {
  // From the state 1, 2, 3, 4, by the authors' public-domain C code (xoshiro128starstar.c).
  const words = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  const next = xoshiro128([1, 2, 3, 4]);
  assert.deepEqual(
    words.map(() => next()),
    words,
  );
});

test("the same seed gives the same stream, and neighbouring seeds give others", () => {
  const stream = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
  assert.deepEqual(stream(42), stream(42));
  assert.notDeepEqual(stream(42), stream(43));
});

const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);
const mean = (x: Float64Array) => x.reduce((a, b) => a + b, 0) / x.length;
const variance = (x: Float64Array) => {
  const centre = mean(x);
  return mean(x.map((v) => (v - centre) ** 2));
};

test("whole numbers are uniform", () => {
  const random = createRandom(5);
  const counts = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 60_000; i++) counts[random.int(6)]!++;
  const chi2 = counts.reduce((sum, k) => sum + (k - 10_000) ** 2 / 10_000, 0);
  assert.ok(chi2 < 20.5, `chi-square ${chi2} on 5 degrees, 99.9 % point 20.5`);
});

test("normal and Poisson numbers have their mean and variance", () => {
  const random = createRandom(9);
  const normals = draws(50_000, random.normal);
  assert.ok(Math.abs(mean(normals)) < 0.02 && Math.abs(variance(normals) - 1) < 0.03);
  for (const m of [0.3, 12]) {
    const counts = draws(50_000, () => random.poisson(m));
    assert.ok(Math.abs(mean(counts) - m) < 0.02 * Math.sqrt(m) + 0.01, `mean ${mean(counts)} of ${m}`);
    assert.ok(Math.abs(variance(counts) / m - 1) < 0.04, `variance ${variance(counts)} of ${m}`);
  }
  assert.equal(random.poisson(0), 0);
});

test("bad arguments are refused", () => {
  assert.throws(() => createRandom(1.5), /1\.5 is not a whole number/);
  assert.throws(() => createRandom(1).int(0), /below 0/);
  for (const n of [-1, 1.5, 2 ** 32 + 1, Number.NaN]) assert.throws(() => createRandom(1).int(n), /below/);
  for (const mean of [-1, Number.NaN, 2e6])
    assert.throws(() => createRandom(1).poisson(mean), /Poisson mean/);
  for (const seed of [Number.NaN, Infinity, 2 ** 53])
    assert.throws(() => createRandom(seed), /not a whole number/);
  assert.throws(() => createRandom(1).choice([]), /no items/);
  assert.throws(() => xoshiro128([0, 0, 0, 0]), /zeros/);
});
