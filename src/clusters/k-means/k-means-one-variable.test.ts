import assert from "node:assert/strict";
import { test } from "node:test";
import { naturalBreaks } from "../../stats/natural-breaks";
import { createRandom } from "../../stats/random";
import { matrixOf } from "../matrix";
import { kMeans } from "./k-means";

test("k-means of one column comes to the same cuts, or to worse ones", async () => {
  const random = createRandom(11);
  const values = Array.from({ length: 800 }, () => 40 * random.int(6) + random.normal() * 3);
  const { labels, inertia } = naturalBreaks(values, 6);
  const found = await kMeans(matrixOf([["score", values]]), { k: 6, seed: 2, restarts: 20 });
  assert.ok(Math.abs(found.inertia / inertia - 1) < 1e-9);
  assert.equal(new Set(values.map((_, i) => `${labels[i]} ${found.labels[i]}`)).size, 6);
  const one = await kMeans(matrixOf([["score", values]]), { k: 9, seed: 1, restarts: 1 });
  assert.ok(one.inertia >= naturalBreaks(values, 9).inertia * (1 - 1e-9));
});
