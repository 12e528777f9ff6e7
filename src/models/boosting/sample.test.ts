import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createRandom } from "../../stats/random";
import { bootstrapOf, sampleOf } from "./sample";

test("a sample has its size, ascends and stays below n", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.integer(),
      (n, share, seed) => {
        const drawn = sampleOf(n, share, createRandom(seed));
        assert.equal(drawn.length, Math.max(1, Math.round(n * share)));
        drawn.forEach((x, i) => {
          assert.ok(x > (i === 0 ? -1 : drawn[i - 1]!) && x < n);
        });
      },
    ),
  );
});

test("every number is drawn as often as another", () => {
  const random = createRandom(5);
  const times = new Float64Array(10);
  for (let i = 0; i < 10_000; i++) for (const x of sampleOf(10, 0.3, random)) times[x] = times[x]! + 1;
  // 3,000 expected with a standard deviation of 46: five of them.
  for (const count of times) assert.ok(Math.abs(count - 3000) < 230, `${count}`);
});

test("a bootstrap sample is as long as the rows, ascending, and leaves out about one in e", () => {
  const n = 20_000;
  const rows = bootstrapOf(n, createRandom(4));
  assert.equal(rows.length, n);
  for (let i = 1; i < n; i++) assert.ok(rows[i]! >= rows[i - 1]!);
  assert.ok(rows[0]! >= 0 && rows[n - 1]! < n);
  // A row is left out with the chance (1 - 1/n)^n; five standard deviations of the share are .017.
  assert.ok(Math.abs(1 - new Set(rows).size / n - Math.exp(-1)) < 0.017);
});
