import assert from "node:assert/strict";
import { test } from "node:test";
import { bestCampaign, profitAt, profitCurve } from "../models/evaluation/profit";
import { plain, sixtyRows } from "../models/evaluation/testing";
import { profitPlot } from "./profit-plot";

const tally = plain(sixtyRows());
const campaign = { cost: 1, margin: 3 };
const curve = profitCurve(tally, campaign);

test("without a choice the best share is marked, and said to be known in hindsight", () => {
  const { alt, wide } = profitPlot([{ name: "Trees", curve }], { title: "t" });
  const { share, profit } = bestCampaign(tally, campaign);
  assert.equal(alt, `Trees: best: contact ${(share * 100).toFixed(1)}\u00a0%, profit £${profit}.`);
  assert.match(wide, /known in hindsight only/);
});

test("a share chosen beforehand is marked with its own profit", () => {
  const { alt, wide } = profitPlot([{ name: "Trees", curve, chosen: 0.8 }], {
    title: "t",
    format: { currency: "₩" },
  });
  const profit = profitAt(tally, 0.8, campaign);
  assert.equal(alt, `Trees: chosen: contact 80.0\u00a0%, profit ₩${Number(profit.toFixed(2))}.`);
  assert.doesNotMatch(wide, /hindsight/);
});

test("the zero line stands where a profit of nothing is", () => {
  const { wide } = profitPlot([{ name: "Trees", curve }], { title: "t" });
  const zero = Number(/<path d="M[\d.]+,([\d.]+)H[\d.]+"[^>]*stroke-width="1.5"/.exec(wide)![1]);
  const start = Number(/<path d="M[\d.]+,([\d.]+)L[^"]*"[^>]*stroke-width="2"/.exec(wide)![1]);
  assert.equal(zero, start);
});

test("nobody and everybody may be chosen, more than that may not", () => {
  const altOf = (chosen: number) => profitPlot([{ name: "a", curve, chosen }], { title: "t" }).alt;
  assert.match(altOf(0), /contact 0\.0\u00a0%, profit £0\./);
  assert.match(
    altOf(1),
    new RegExp(`contact 100\\.0\u00a0%, profit ${curve.profits.at(-1)! < 0 ? "−" : ""}£`),
  );
  assert.throws(() => altOf(1.1), /"a": the chosen share 1\.1 is not from 0 to 1/);
});

test("profits of a hundred or more are told in whole pounds, lesser ones with pence", () => {
  const told = (margin: number) => {
    const large = profitCurve(tally, { cost: 0.35, margin });
    return /£([\d,.]+)\.$/.exec(profitPlot([{ name: "a", curve: large }], { title: "t" }).alt)![1]!;
  };
  assert.equal(told(33.21), Math.round(bestCampaign(tally, { cost: 0.35, margin: 33.21 }).profit).toString());
  assert.equal(told(1.21), bestCampaign(tally, { cost: 0.35, margin: 1.21 }).profit.toFixed(2));
});
