import assert from "node:assert/strict";
import { test } from "node:test";
import { gainAt, gainCurve, liftAt } from "../models/evaluation/gain";
import { plain, sixtyRows } from "../models/evaluation/testing";
import { gainPlot } from "./gain-plot";

const tally = plain(sixtyRows());
const curve = gainCurve(tally);

test("gain and lift at the share are those of the scores", () => {
  for (const at of [0.2, 0.33, 1]) {
    const { alt } = gainPlot([{ name: "Trees", curve }], { title: "t", at });
    const told = `${(gainAt(tally, at) * 100).toFixed(1)}\u00a0%, lift ${liftAt(tally, at).toFixed(2)}.`;
    assert.ok(alt.endsWith(told), `${alt} against ${told}`);
  }
});

test("perfect order is drawn where the prevalence is known: up to all at the prevalence", () => {
  const { wide } = gainPlot([{ name: "Trees", curve }], { title: "t", prevalence: 0.25 });
  const lines = [...wide.matchAll(/<path d="(M[^"]*)"[^>]*stroke-width="1.5" stroke-dasharray/g)].map(
    ([, d]) => [...d!.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
  );
  const [chance, perfect] = lines;
  const [from, to] = [chance![0]!, chance![1]!];
  assert.ok(Math.abs((perfect![1]![0] - from[0]) / (to[0] - from[0]) - 0.25) < 1e-3);
  assert.equal(perfect![1]![1], to[1]);
  assert.doesNotMatch(gainPlot([{ name: "Trees", curve }], { title: "t" }).wide, /Perfect order/);
});

test("shares and prevalences out of range are refused", () => {
  assert.throws(() => gainPlot([{ name: "a", curve }], { title: "t", at: 20 }), /A share of 20 is reached/);
  assert.throws(() => gainPlot([{ name: "a", curve }], { title: "t", prevalence: 1 }), /A prevalence of 1 /);
});
