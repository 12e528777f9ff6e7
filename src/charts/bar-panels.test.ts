import assert from "node:assert/strict";
import { test } from "node:test";
import { barPanels } from "./bar-panels";

const widthsOf = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*?width="([\d.]+)"[^>]*><title>/g)].map(([, w]) => Number(w));

test("bars are as long as their values, on one scale in all panels", () => {
  const panels = [
    { title: "a", bars: [{ label: "x", value: 4 }] },
    { title: "b", bars: [{ label: "x", value: 1 }] },
  ];
  const [long, short] = widthsOf(barPanels(panels, { title: "t", valueTitle: "n" }).wide) as [number, number];
  assert.ok(Math.abs(long / short - 4) < 0.01);
  const own = widthsOf(barPanels(panels, { title: "t", valueTitle: "n", shared: false }).wide);
  assert.ok(Math.abs(own[0]! - own[1]!) < 0.5);
});

test("a bar that is no number or stands twice is refused by panel and name", () => {
  const one = (bars: { label: string; value: number }[]) => () =>
    barPanels([{ title: "VIP", bars }], { title: "t", valueTitle: "n" });
  assert.throws(one([{ label: "x", value: Number.NaN }]), /Panel "VIP", bar "x": NaN/);
  assert.throws(
    one([
      { label: "x", value: 1 },
      { label: "x", value: 2 },
    ]),
    /Panel "VIP": the bar "x" stands in rows 1 and 2/,
  );
});
