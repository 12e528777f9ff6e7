import assert from "node:assert/strict";
import { test } from "node:test";
import { curveFrame } from "./curve-frame";

const axis = { title: "Recall", low: 0, high: 1, format: "percent" } as const;

test("the ends of the axes stand at the ends of the frame, even values between them", () => {
  const frame = curveFrame(axis, { ...axis, title: "Precision" }, { top: 40, right: 400, height: 300 });
  assert.equal(frame.atX(0) - frame.left, frame.right - frame.atX(1));
  assert.equal(frame.bottom - frame.atY(0), frame.atY(1) - frame.top);
  assert.equal(frame.atX(0.5), (frame.left + frame.right) / 2);
  assert.equal(frame.bottom, 340);
  assert.match(frame.svg, />Precision</);
  assert.doesNotMatch(frame.svg, />Recall</);
});

test("a narrow frame has fewer ticks, from end to end", () => {
  const ticks = (right: number) =>
    curveFrame(axis, axis, { right, height: 200 }).svg.match(/anchor="middle"/g)!.length;
  assert.ok(ticks(700) === 11 && ticks(300) === 6 && ticks(180) === 3, [700, 300, 180].map(ticks).join());
});

test("equal ratios are equally far apart on a logarithmic axis", () => {
  const money = { title: "Spent", low: 1, high: 100, log: true };
  const { atX } = curveFrame(money, axis, { right: 400, height: 200 });
  assert.ok(Math.abs(atX(10) * 2 - atX(1) - atX(100)) < 1e-9);
});

test("an axis of one value has it in the middle", () => {
  const { atX, left, right } = curveFrame({ title: "x", low: 5, high: 5 }, axis, { right: 400, height: 200 });
  assert.equal(atX(5), (left + right) / 2);
});
