import assert from "node:assert/strict";
import { test } from "node:test";
import { candidatesOf } from "./candidates";
import { withLines } from "./testing";
import { vipTask } from "./vip-task";

test("candidates are those who are no VIPs yet, with what becomes of them", async () => {
  await withLines(async (engine) => {
    const task = await vipTask(engine, {
      from: "lines",
      cut: "2011-03-01T00:00Z",
      end: "2011-04-01T00:00Z",
      share: 0.4,
    });
    const candidates = candidatesOf(task);
    assert.deepEqual(candidates.customers, ["a", "b"]);
    assert.deepEqual([...candidates.rows], [0, 1]);
    assert.deepEqual([...candidates.labels], [1, 0]);
    assert.deepEqual([...candidates.of([0.9, 0.5, 0.1])], [0.9, 0.5]);
    assert.throws(() => candidates.of([1, 2]), /2 values for 3 customers/);
  });
});
