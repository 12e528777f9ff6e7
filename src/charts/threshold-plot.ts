import type { ThresholdCurve } from "../models/evaluation/precision-recall";
import { fixed } from "../theme/format";
import { textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { roundStep } from "./drawing/axis";
import { type Chart, type Drawing, makeChart } from "./drawing/chart";
import { compose } from "./drawing/compose";
import { type CurveOptions, cell, curveTable, requireCurves } from "./drawing/curve-input";
import { drawCurves } from "./drawing/curves";
import { withFoot, withKey } from "./drawing/key";
import { lineKey } from "./drawing/line-key";
import { px, stroke, words } from "./drawing/svg";
import type { Point } from "./drawing/thin-line";

/** Precision, recall and F1 by threshold, with the model's name. */
export interface ThresholdEntry {
  readonly name: string;
  readonly curve: ThresholdCurve;
  /** The threshold that was chosen beforehand, on other rows: marked instead of the best one of these rows. */
  readonly chosen?: number;
}

const measures = [
  { key: "precision", name: "Precision", colour: light("s1") },
  { key: "recall", name: "Recall", colour: light("s2") },
  { key: "f1", name: "F1", colour: light("s3") },
] as const;

/**
 * Precision, recall and F1 by threshold, a panel a model on one axis. Marked is the threshold that was chosen beforehand
 * or, where none was, the one of the best F1, which flatters, as it is known in hindsight. O(points).
 *
 * @throws Error if two models have one name, or a chosen threshold is not a finite number.
 * @example thresholdPlot([{ name: "Boosted trees", curve: thresholdCurve(tally), chosen: 0.17 }], { title: "F1 by threshold" })
 */
export function thresholdPlot(
  models: readonly ThresholdEntry[],
  options: Omit<CurveOptions, "colours">,
): Chart {
  requireCurves(models);
  const marked = models.map(markOf);
  const { data, remarks } = curveTable(
    ["Threshold", ...measures.map(({ name }) => name), "Share chosen"],
    models.map(({ name, curve }) => ({
      name,
      along: curve.thresholds,
      row: (i) =>
        [curve.thresholds, curve.precision, curve.recall, curve.f1, curve.shares].map((c) => cell(c[i]!)),
    })),
  );
  const hindsight = models.some(({ chosen }) => chosen === undefined)
    ? ["The best threshold is known in hindsight only: its F1 flatters."]
    : [];
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${models.map(({ name }, m) => `${name}: ${marked[m]!.said}`).join("; ")}.`,
    data,
    draw: (width) => draw(models, marked, [...hindsight, ...remarks], width),
  });
}

type Mark = { readonly x: number; readonly y: number; readonly line: string; readonly said: string };

function markOf({ name, curve, chosen }: ThresholdEntry): Mark {
  const { thresholds, precision, recall, f1 } = curve;
  if (chosen !== undefined && !Number.isFinite(chosen))
    throw new Error(`"${name}": the chosen threshold ${chosen} is not a finite number.`);
  let i = 0;
  if (chosen === undefined) {
    for (let k = 1; k < f1.length; k++) if (f1[k]! > f1[i]!) i = k;
  } else i = thresholds.findLastIndex((threshold) => threshold >= chosen);
  const x = chosen ?? thresholds[i]!;
  const how = chosen === undefined ? "best" : "chosen";
  const line = `${how} threshold ${fixed(x, 3)}`;
  if (i < 0) return { x, y: 0, line, said: `${line} chooses nobody` };
  return {
    x,
    y: f1[i]!,
    line,
    said: `${line}, F1 ${fixed(f1[i], 3)} (precision ${fixed(precision[i], 3)}, recall ${fixed(recall[i], 3)})`,
  };
}

function draw(
  models: readonly ThresholdEntry[],
  marked: readonly Mark[],
  remarks: readonly string[],
  width: number,
): Drawing {
  const all = [
    ...models.flatMap(({ curve }) => [curve.thresholds[0]!, curve.thresholds.at(-1)!]),
    ...marked.map(({ x }) => x),
  ];
  const [least, most] = [Math.min(0, ...all), Math.max(...all)];
  const step = roundStep((most - least || 1) / 10);
  const x = {
    low: least,
    high: Math.ceil(most / step - 1e-9) * step,
    title: "Threshold: chosen from this score on",
  };
  // Three stand in one line, four two by two.
  const columns = width < 500 ? 1 : models.length === 3 ? 3 : Math.min(2, models.length);
  const own = Math.floor((width - (columns - 1) * 16) / columns);
  const key = lineKey(
    measures.map(({ name, colour }, dash) => ({ name, colour, dash })),
    width - 8,
  );
  const panels = models.map(({ name, curve }, m) => {
    const { x: at, y, line } = marked[m]!;
    const { svg } = drawCurves(
      {
        square: false,
        key: false,
        x,
        y: { low: 0, high: 1, format: "percent", title: "" },
        curves: measures.map(({ key, name: measure, colour }, dash) => {
          return { name: measure, points: steps(curve.thresholds, curve[key], x.low), colour, dash };
        }),
        under: ({ atX, top, bottom }) => stroke(`M${px(atX(at))},${top}V${bottom}`, light("ink"), 1, [4, 3]),
        over: ({ atX, top, left, right }) => {
          const size = textWidth(line, 12) / 2;
          const middle = Math.min(Math.max(atX(at), left + size), right - size);
          return words(middle, top - 7, line, { anchor: "middle" });
        },
        marks: [{ x: at, y, text: `F1 ${fixed(y, 3)}`, colour: light("s3") }],
      },
      own,
    );
    const height = Number(/\sheight="([\d.]+)"/.exec(svg)![1]);
    return { svg, width: own, height, ...(models.length > 1 && { title: name }) };
  });
  const drawn = withKey(
    compose(panels, columns, width, key.height + 8),
    `<g transform="translate(4,6)">${key.svg}</g>`,
  );
  return { svg: withFoot(drawn, remarks, width, "remark") };
}

/** From each threshold down to the next nothing more is chosen: level up to it, from the lowest threshold on. */
function steps(thresholds: Float64Array, heights: Float64Array, low: number): Point[] {
  const points: Point[] = [];
  for (let i = thresholds.length - 1; i >= 0; i--) {
    const from = thresholds[i + 1] ?? Math.min(low, thresholds[i]!);
    points.push([from, heights[i]!], [thresholds[i]!, heights[i]!]);
  }
  return points;
}
