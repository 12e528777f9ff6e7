import assert from "node:assert/strict";
import { test } from "node:test";
import { withReal } from "../../test/real-data";
import { clean } from "./clean";
import { openDataset } from "./dataset";
import { productLabels } from "./product-labels";
import { productNames } from "./product-names";

test("products of one name but for blanks get their codes, others keep their names", () => {
  const names = new Map([
    ["p1", "TEA  CUP"],
    ["p2", "__proto__"],
    ["p3", " TEA CUP "],
  ]);
  assert.deepEqual(
    [...productLabels(names)],
    [
      ["p1", "TEA CUP (p1)"],
      ["p2", "__proto__"],
      ["p3", "TEA CUP (p3)"],
    ],
  );
});

test(
  "every product of Online Retail has a label of its own",
  withReal("online-retail/data.csv"),
  async () => {
    const shop = await openDataset("online-retail", { source: "real" });
    try {
      // pandas 3.1: 3,643 stock codes on netted lines, whose most frequent descriptions are 3,625 different ones.
      const names = await productNames(shop.engine, (await clean(shop, "netted")).table);
      assert.deepEqual([names.size, new Set(names.values()).size], [3643, 3625]);
      assert.equal(new Set(productLabels(names).values()).size, 3643);
    } finally {
      await shop.close();
    }
  },
);
