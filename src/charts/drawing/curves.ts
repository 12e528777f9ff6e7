import type { CurveBand } from "../../models/evaluation/curve-bands";
import { textWidth, wrap } from "../../theme/text";
import { light } from "../../theme/variables";
import type { Drawing } from "./chart";
import { type CurveAxis, type CurveFrame, curveFrame } from "./curve-frame";
import { withFoot } from "./key";
import { guideColour, lineKey } from "./line-key";
import { around, type Box, placeLabels } from "./place-labels";
import { dashes } from "./series";
import { picture, px, stroke, through, words } from "./svg";
import { type Point, thinLine } from "./thin-line";

/** A curve in the units of the axes. */
export interface Curve {
  readonly name: string;
  /** Figures that stand below its name in the key. */
  readonly figures?: string;
  readonly points: readonly Point[];
  readonly colour: string;
  readonly dash: number;
  readonly band?: CurveBand | undefined;
}

/** A place to name, in the units of the axes. */
export interface CurveMark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

/** Curves that stand in one frame. */
export interface CurvePlot {
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  readonly curves: readonly Curve[];
  /** Lines to compare with, such as that of chance; dashed and grey. */
  readonly guides?: readonly { readonly name: string; readonly points: readonly Point[] }[];
  readonly marks?: readonly CurveMark[];
  readonly remarks?: readonly string[];
  /** Whether the frame is a square, with the key to its right where there is room. Default true. */
  readonly square?: boolean;
  /** Whether there is a key. Default true. */
  readonly key?: boolean;
  /** More that is drawn in the frame, below the curves. */
  readonly under?: (frame: CurveFrame) => string;
  /** More that is drawn in the frame, above the curves. */
  readonly over?: (frame: CurveFrame) => string;
}

/**
 * Curves with their bands in a frame, and a key to them. Curves are thinned to what can be seen. O(points).
 *
 * @param width of the whole drawing, in pixels
 * @returns the drawing, and where the frame begins, in pixels
 * @example drawCurves({ x, y, curves: [{ name: "Forest", points, colour: light("s1"), dash: 0 }] }, 720).svg
 */
export function drawCurves(plot: CurvePlot, width: number): Drawing & { readonly left: number } {
  const narrow = width < 500;
  const beside = plot.square !== false && !narrow;
  // The last tick of a percentage reaches beyond the frame by half its width.
  const right = beside ? 430 : width - 20;
  const guides = (plot.guides ?? []).map(({ name, points }, i): Curve => {
    return { name, points, colour: guideColour, dash: [2, 6, 3][i % 3]! };
  });
  const entries = plot.key === false ? [] : [...plot.curves, ...guides];
  const key = lineKey(entries, beside ? width - right - 26 : width - 8);
  const top = beside || entries.length === 0 ? 0 : key.height + 4;
  const height = plot.square === false ? 290 : beside ? 410 : right - 10;
  const frame = curveFrame(plot.x, plot.y, { top, right, height });
  const onPage = (points: readonly Point[]) => points.map(([x, y]): Point => [frame.atX(x), frame.atY(y)]);
  const lines = plot.curves.map(({ points }) => thinLine(onPage(points)));
  const title = wrap(plot.x.title, 12, right - frame.left, 3);
  const middle = (frame.left + right) / 2;
  const parts = [
    frame.svg,
    plot.under?.(frame) ?? "",
    ...plot.curves.map(({ band, colour }) => (band ? ribbon(band, frame, colour) : "")),
    ...guides.map(({ points, colour, dash }) =>
      stroke(through(thinLine(onPage(points))), colour, 1.5, dashes[dash]),
    ),
    ...plot.curves.map(({ colour, dash }, i) =>
      stroke(through(lines[i]!), colour, 2, dash === 0 ? [] : dashes[dash % dashes.length]),
    ),
    plot.over?.(frame) ?? "",
    ...markWords(plot.marks ?? [], frame, lines),
    ...title.map((line, i) => words(middle, frame.bottom + 34 + i * 15, line, { anchor: "middle" })),
    `<g transform="translate(${beside ? right + 26 : 4},${beside ? frame.top + 4 : 6})">${key.svg}</g>`,
  ];
  const below = Math.max(frame.bottom + 26 + title.length * 15, beside ? frame.top + key.height : 0);
  return {
    svg: withFoot(picture(width, below, parts), plot.remarks ?? [], width, "remark"),
    full: key.full,
    left: frame.left,
  };
}

/** A band between its lower and upper ends. */
function ribbon({ at, intervals }: CurveBand, frame: CurveFrame, colour: string): string {
  const edge = (end: "low" | "high") =>
    thinLine(intervals.map((interval, i): Point => [frame.atX(at[i]!), frame.atY(interval[end])]));
  const d = `${through([...edge("low"), ...edge("high").reverse()])}Z`;
  return `<path d="${d}" fill="${colour}" fill-opacity="0.18"/>`;
}

/** Rings with words beside them, where they cover least of the lines. */
export function markWords(
  marks: readonly CurveMark[],
  frame: CurveFrame,
  lines: readonly (readonly Point[])[],
): string[] {
  const texts = marks.map(({ text }) => wrap(text, 12, Math.min(220, (frame.right - frame.left) * 0.55), 3));
  const spots = marks.map(({ x, y }, i) => ({
    x: frame.atX(x),
    y: frame.atY(y),
    r: 6,
    width: Math.max(...texts[i]!.map((line) => textWidth(line, 12))) + 4,
    height: texts[i]!.length * 15,
  }));
  const whole: Box = { left: frame.left, top: frame.top, right: frame.right, bottom: frame.bottom };
  const taken = spots.map((spot) => around(spot.x, spot.y, 12, 12));
  const avoid = lines.flatMap(alongLine);
  const placed = placeLabels(spots, whole, taken, { avoid, reach: 160 });
  return marks.map(({ colour }, i) => {
    const { x, y } = spots[i]!;
    const label = placed[i];
    const ring = `<circle cx="${px(x)}" cy="${px(y)}" r="5" fill="${light("paper")}" stroke="${colour}" stroke-width="2.5"/>`;
    if (label === undefined) return ring;
    const { lead } = label;
    const line = lead ? stroke(`M${px(x)},${px(y)}L${px(lead.x)},${px(lead.y)}`, light("muted")) : "";
    const first = label.y - texts[i]!.length * 7.5 + 12;
    const said = words(label.x, first, texts[i]!.join("\n"), { anchor: "middle", halo: true });
    return line + ring + said.replace(light("ink"), colour);
  });
}

/** Points every few pixels along a line, which a label should not cover. */
function alongLine(line: readonly Point[]): { x: number; y: number }[] {
  return line.slice(1).flatMap(([x, y], i) => {
    const [ox, oy] = line[i]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(x - ox, y - oy) / 4));
    return Array.from({ length: steps }, (_v, s) => {
      return { x: ox + ((x - ox) * (s + 1)) / steps, y: oy + ((y - oy) * (s + 1)) / steps };
    });
  });
}
