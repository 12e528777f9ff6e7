import assert from "node:assert/strict";
import { test } from "node:test";
import { deviationBars } from "./deviation-bars";

const widthsOf = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*?width="([\d.]+)"[^>]*><title>/g)].map(([, w]) => Number(w));

const rows = [
  { cluster: "Gold", variable: "Orders", mean: 30, overall: 10 },
  { cluster: "Bronze", variable: "Orders", mean: 5, overall: 10 },
];

test("deviations are shares of the mean of all, with the means beside", () => {
  const { wide, data, alt } = deviationBars(rows, { title: "t" });
  const [above, below] = widthsOf(wide) as [number, number];
  assert.ok(Math.abs(above / below - 4) < 0.01);
  assert.ok(wide.includes(">30 (+200\u00a0%)<") && wide.includes(">5 (−50\u00a0%)<"));
  assert.deepEqual(
    data.rows.map((row) => row[4]),
    [2, -0.5],
  );
  assert.match(alt, /Gold, Orders, 30 against 10/);
});

test("per cent of a mean of zero are refused", () => {
  assert.throws(() => deviationBars([{ ...rows[0]!, overall: 0 }], { title: "t" }), /Row 1: .*"Orders" is 0/);
});
