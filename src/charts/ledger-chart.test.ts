import assert from "node:assert/strict";
import { test } from "node:test";
import { ledgerChart } from "./ledger-chart";

const ledger = { rowsIn: 541_909, kept: 541_901, steps: [{ reason: "service description", dropped: 8 }] };

test("a loss too thin to see is drawn two pixels wide, and its share is not called zero", () => {
  const { wide, data } = ledgerChart(ledger, { title: "t" });
  const loss = /<rect [^>]*fill="var\(--sb-s2[^>]*>/.exec(wide)![0];
  assert.equal(Number(/width="([\d.]+)"/.exec(loss)![1]), 2);
  assert.ok(wide.includes("&lt; 0.01\u00a0%"));
  assert.deepEqual(
    data.rows.map(([, rows]) => rows),
    [541_909, -8, 541_901],
  );
});

test("a ledger that does not add up is refused", () => {
  assert.throws(
    () => ledgerChart({ ...ledger, kept: 5 }, { title: "t" }),
    /541909 rows in, but 5 kept \+ 8 dropped/,
  );
});
