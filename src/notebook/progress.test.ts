import assert from "node:assert/strict";
import { test } from "node:test";
import { progress } from "./progress";
import { outputsOf } from "./testing-outputs";

test("a progress bar is one display, updated seldom, settled at its end", () => {
  const outputs = outputsOf(() => {
    const bar = progress("Fit <k>", 100_000);
    for (let i = 0; i <= 100_000; i++) bar.update(i);
    bar.finish();
    bar.update(5);
    bar.finish();
  });
  assert.equal(new Set(outputs.map(({ id }) => id)).size, 1);
  assert.deepEqual(
    outputs.map(({ update }) => update),
    [false, ...new Array(outputs.length - 1).fill(true)],
  );
  assert.ok(outputs.length < 100, `${outputs.length} messages`);
  const last = outputs.at(-1)!.bundle;
  assert.equal(last["text/plain"], "Fit <k>: 100,000 of 100,000");
  assert.ok(
    String(last["text/html"]).includes('<progress max="100000" value="100000" aria-label="Fit &lt;k&gt;">'),
  );
});

test("two bars are two displays", () => {
  const outputs = outputsOf(() => {
    progress("a", 1);
    progress("b", 1);
  });
  assert.notEqual(outputs[0]!.id, outputs[1]!.id);
});

test("a total that is none is refused", () => {
  for (const total of [0, -1, Number.NaN]) assert.throws(() => progress("x", total), /not a positive number/);
});
