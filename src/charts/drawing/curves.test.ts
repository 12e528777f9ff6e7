import assert from "node:assert/strict";
import { test } from "node:test";
import { light } from "../../theme/variables";
import { type CurvePlot, drawCurves } from "./curves";

const axis = { title: "x", low: 0, high: 1 };
const plot: CurvePlot = {
  x: axis,
  y: { ...axis, title: "y" },
  curves: [
    {
      name: "Trees",
      points: [
        [0, 0],
        [1, 1],
      ],
      colour: light("s1"),
      dash: 0,
    },
  ],
};
const sizeOf = (svg: string) =>
  ["width", "height"].map((side) => Number(new RegExp(` ${side}="([\\d.]+)"`).exec(svg)![1]));

test("the key stands at the right of a square where there is room, else above it", () => {
  const keyAt = (width: number) =>
    /<g transform="translate\(([\d.]+),([\d.]+)\)">/.exec(drawCurves(plot, width).svg)!;
  assert.ok(Number(keyAt(720)[1]) > 430);
  assert.equal(Number(keyAt(340)[1]), 4);
  const [width, height] = sizeOf(drawCurves(plot, 340).svg);
  assert.ok(width === 340 && height! > 300);
});

test("a band lies between its ends", () => {
  const band = {
    at: [0, 1],
    intervals: [0.2, 0.8].map((estimate) => ({ estimate, low: estimate - 0.1, high: estimate + 0.1 })),
  };
  const { svg } = drawCurves({ ...plot, curves: [{ ...plot.curves[0]!, band }] }, 720);
  const area = /<path d="M([\d.,L]+)Z" fill="[^"]+" fill-opacity="0.18"/.exec(svg)![1]!;
  const [a, b, c, d] = area.split("L").map((point) => point.split(",").map(Number));
  assert.ok(a![0] === d![0] && b![0] === c![0]);
  // Between the same values of x, low stands below high by a fifth of the axis.
  const whole = Number(/<path d="M[\d.]+,([\d.]+)L[^"]*" fill="none"/.exec(svg)![1]);
  const top = Number(/<path d="M[\d.]+,[\d.]+L[\d.]+,([\d.]+)" fill="none"/.exec(svg)![1]);
  assert.ok(Math.abs((a![1]! - d![1]!) / (whole - top) - 0.2) < 1e-3);
});

test("words of marks stand beside their marks, not on each other", () => {
  const marks = [0.5, 0.51].map((x) => ({ x, y: x, text: `at ${x}`, colour: light("s2") }));
  const { svg } = drawCurves({ ...plot, marks }, 340);
  const places = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>at /g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  assert.equal(places.length, 2);
  const [[ax, ay], [bx, by]] = places as [[number, number], [number, number]];
  assert.ok(Math.abs(ay - by) >= 14 || Math.abs(ax - bx) >= 40);
});
