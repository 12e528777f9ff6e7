import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../stats/random";
import { addOuterProducts } from "./als-outer-products";

test("the lower triangle is the weighted sum of outer products, for any number of factors and rows", () => {
  const random = createRandom(9);
  for (let f = 1; f <= 7; f++) {
    const table = Float64Array.from({ length: 6 * f }, () => random.int(9) - 4);
    for (let rows = 0; rows <= 9; rows++) {
      const picked = Uint32Array.from({ length: rows + 3 }, () => random.int(6));
      const weights = Float64Array.from(picked, () => random.int(5));
      const sum = new Float64Array(f * f).fill(1);
      addOuterProducts(sum, f, table, picked, weights, 2, 2 + rows);
      for (let a = 0; a < f; a++) {
        for (let b = 0; b <= a; b++) {
          let direct = 1;
          for (let i = 2; i < 2 + rows; i++)
            direct += weights[i]! * table[picked[i]! * f + a]! * table[picked[i]! * f + b]!;
          assert.equal(sum[a * f + b], direct, `${f} factors, ${rows} rows, at ${a}, ${b}`);
        }
      }
    }
  }
});
