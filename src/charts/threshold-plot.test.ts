import assert from "node:assert/strict";
import { test } from "node:test";
import { confusionAt, f1Of, precisionOf, recallOf } from "../models/evaluation/confusion";
import { bestThreshold, thresholdCurve } from "../models/evaluation/precision-recall";
import { plain, sixtyRows } from "../models/evaluation/testing";
import { thresholdPlot } from "./threshold-plot";

const tally = plain(sixtyRows());
const curve = thresholdCurve(tally);

test("a chosen threshold is told with precision, recall and F1 of the rows from it up", () => {
  // Between two scores, too, and at one of them.
  for (const chosen of [0.3, 0.333, 0.95]) {
    const table = confusionAt(tally, chosen);
    const told = [f1Of, precisionOf, recallOf].map((of) => of(table).toFixed(3));
    const { alt, wide } = thresholdPlot([{ name: "Trees", curve, chosen }], { title: "t" });
    assert.equal(
      alt,
      `Trees: chosen threshold ${chosen.toFixed(3)}, F1 ${told[0]} (precision ${told[1]}, recall ${told[2]}).`,
    );
    assert.ok(wide.includes(`F1 ${told[0]}<`));
    assert.doesNotMatch(wide, /hindsight/);
  }
});

test("without a choice the best threshold is marked, and said to be known in hindsight", () => {
  const { threshold, f1 } = bestThreshold(tally);
  const { alt, wide } = thresholdPlot([{ name: "Trees", curve }], { title: "t" });
  assert.ok(alt.startsWith(`Trees: best threshold ${threshold.toFixed(3)}, F1 ${f1.toFixed(3)} `));
  assert.match(wide, /known in hindsight only/);
});

test("a threshold above all scores chooses nobody", () => {
  const { alt } = thresholdPlot([{ name: "Trees", curve, chosen: 2 }], { title: "t" });
  assert.equal(alt, "Trees: chosen threshold 2.000 chooses nobody.");
  assert.throws(
    () => thresholdPlot([{ name: "Trees", curve, chosen: Number.NaN }], { title: "t" }),
    /"Trees": the chosen threshold NaN/,
  );
});

test("several models stand in panels with their names, on one axis", () => {
  const half = thresholdCurve({ ...tally, thresholds: tally.thresholds.map((x) => x / 2) });
  const { wide } = thresholdPlot(
    [
      { name: "Trees", curve },
      { name: "Logistic", curve: half },
    ],
    { title: "t" },
  );
  assert.ok(wide.includes(">Trees</text>") && wide.includes(">Logistic</text>"));
  const ends = [...wide.matchAll(/<path d="M([\d.]+),[^"]*?L?([\d.]+),[\d.]+"[^>]*stroke-width="2"/g)].map(
    ([, from, to]) => Number(to) - Number(from),
  );
  assert.equal(ends.length, 6);
  assert.ok(Math.abs(ends[0]! / ends[3]! - 2) < 0.02, `${ends}`);
});
