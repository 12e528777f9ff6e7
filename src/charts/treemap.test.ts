import assert from "node:assert/strict";
import { test } from "node:test";
import { treemap } from "./treemap";

const options = { title: "t", label: "name", value: "value" } as const;

test("each row has its tile, its share and its tooltip", () => {
  const rows = [40, 30, 20, 10].map((value, i) => ({ name: `part ${i}`, value }));
  const { wide, data, alt } = treemap(rows, options);
  assert.equal([...wide.matchAll(/<title>part \d: /g)].length, 4);
  assert.deepEqual(
    data.rows.map(([, , share]) => share),
    [0.4, 0.3, 0.2, 0.1],
  );
  assert.equal(alt, "Largest: part 0 with 40, 40.0\u00a0% of the whole.");
});

test("a negative part is refused with its row", () => {
  assert.throws(() => treemap([{ name: "a", value: -1 }], options), /Row 1, column "value": -1 is negative/);
});
