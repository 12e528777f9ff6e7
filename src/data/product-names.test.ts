import assert from "node:assert/strict";
import { test } from "node:test";
import { openDuckDB } from "./duckdb";
import { productNames } from "./product-names";

test("a product is named as on most of its lines, a tie goes to the alphabet, no name to the code", async () => {
  const engine = await openDuckDB();
  try {
    await engine.execute(`CREATE TABLE lines AS SELECT * FROM (VALUES
      ('a', 'OLD NAME'), ('a', 'NEW NAME'), ('a', 'NEW NAME'),
      ('b', 'ZEBRA'), ('b', 'APE'),
      ('c', CAST(NULL AS VARCHAR)),
      ('d', CAST(NULL AS VARCHAR)), ('d', CAST(NULL AS VARCHAR)), ('d', 'ONCE')
    ) AS t(product, description)`);
    assert.deepEqual(
      [...(await productNames(engine, "lines"))],
      [
        ["a", "NEW NAME"],
        ["b", "APE"],
        ["c", "c"],
        ["d", "ONCE"],
      ],
    );
  } finally {
    await engine.close();
  }
});
