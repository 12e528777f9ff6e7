import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { light } from "../../theme/variables";
import { ramp, rampKey } from "./ramp";

test("a greater value never has a lighter step, and the ends have the first and the last", () => {
  const order = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => light(`q${i}` as "q1"));
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(values, (list) => {
      const scale = ramp(list);
      const steps = [...list].sort((a, b) => a - b).map((value) => order.indexOf(scale.fill(value)));
      assert.ok(steps.every((step, i) => step >= (steps[i - 1] ?? 0)));
      if (scale.high > scale.low) assert.equal(scale.fill(scale.high), order[8]);
    }),
    { seed: 1 },
  );
  assert.equal(ramp([0, 9]).fill(0), order[0]);
});

test("a ramp starts at zero, or at the least value below it", () => {
  assert.equal(ramp([5, 9]).low, 0);
  assert.equal(ramp([-5, 9]).low, -5);
  assert.equal(ramp([0, 0]).fill(0), light("q1"));
});

test("text is dark on the four light steps and light on the others", () => {
  const scale = ramp([0, 9]);
  const inks = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((value) => scale.ink(value));
  assert.deepEqual(inks, [
    ...Array<string>(4).fill(light("onLow")),
    ...Array<string>(5).fill(light("onHigh")),
  ]);
});

test("the key names its ends and what it measures, above where there is no room beside, as text", () => {
  const wide = rampKey(ramp([0, 9]), "Orders <b>", String, 720);
  assert.equal(wide.height, 20);
  for (const text of [">0<", ">9<", ">Orders &lt;b&gt;<"]) assert.ok(wide.svg.includes(text), text);
  assert.equal(rampKey(ramp([0, 9]), "What is measured is long to tell", String, 340).height, 38);
});
