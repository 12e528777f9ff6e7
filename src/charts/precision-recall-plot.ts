import type { ThresholdCurve } from "../models/evaluation/precision-recall";
import type { Interval } from "../stats/interval";
import { percent } from "../theme/format";
import { type Chart, makeChart } from "./drawing/chart";
import {
  type CurveOptions,
  cell,
  curveTable,
  figureText,
  type NamedCurve,
  requireCurves,
} from "./drawing/curve-input";
import { drawCurves } from "./drawing/curves";
import { distinct } from "./drawing/rows";
import { seriesColours } from "./drawing/series";
import type { Point } from "./drawing/thin-line";

/** A precision-recall curve with its name, and intervals where they are known. */
export interface PrecisionRecallEntry extends NamedCurve<ThresholdCurve> {
  /** The average precision with its interval, such as `scoreIntervals` gives. */
  readonly averagePrecision?: Interval;
}

/**
 * Precision-recall curves in a square, with each curve's average precision, which is the area beneath the steps that are
 * drawn, and the prevalence: the precision of choosing everybody, which is that of chance. Curves of test rows of
 * different prevalence have a line each, as they cannot be compared. O(points).
 *
 * @throws Error if two curves have one name, there are more than eight, or an average precision is not that of its curve.
 * @see Saito & Rehmsmeier (2015), "The precision-recall plot is more informative than the ROC plot when evaluating binary
 * classifiers on imbalanced datasets"
 * @example precisionRecallPlot([{ name: "Boosted trees", curve: thresholdCurve(tally) }], { title: "Who reorders" })
 */
export function precisionRecallPlot(curves: readonly PrecisionRecallEntry[], options: CurveOptions): Chart {
  requireCurves(curves);
  const colours = seriesColours(
    curves.map(({ name }) => name),
    options.colours,
  );
  const said = curves.map(({ name, curve, averagePrecision }) =>
    figureText("AP", stepsBeneath(curve), averagePrecision, name),
  );
  const shares = curves.map(({ curve }) => percent(curve.precision.at(-1)));
  const guides = distinct(shares).map((share) => {
    const level = curves[shares.indexOf(share)]!.curve.precision.at(-1)!;
    const points: Point[] = [
      [0, level],
      [1, level],
    ];
    return { name: `Prevalence ${share}, as chance`, points };
  });
  const { data, remarks } = curveTable(
    ["Recall", "Precision", "Threshold"],
    curves.map(({ name, curve: { recall, precision, thresholds } }) => ({
      name,
      along: recall,
      row: (i) => [cell(recall[i]!), cell(precision[i]!), cell(thresholds[i]!)],
    })),
  );
  const axis = { low: 0, high: 1, format: "percent" } as const;
  return makeChart({
    title: options.title,
    alt:
      options.alt ??
      `${curves.map(({ name }, i) => `${name}: ${said[i]}`).join("; ")}. Prevalence: ${distinct(shares).join(", ")}.`,
    data,
    draw: (width) =>
      drawCurves(
        {
          x: { ...axis, title: "Recall (share of the positives chosen)" },
          y: { ...axis, title: "Precision (share of the chosen that are positive)" },
          curves: curves.map(({ name, curve, band }, i) => ({
            name,
            figures: said[i]!,
            points: steps(curve),
            colour: colours.get(name)!,
            dash: i,
            band,
          })),
          guides,
          remarks: [
            ...(curves.some(({ band }) => band) ? ["Bands: intervals at each recall."] : []),
            ...remarks,
          ],
        },
        width,
      ),
  });
}

/**
 * Level from the recall before to each threshold's own: between thresholds a straight line would flatter. What is chosen
 * before the first hit has a precision of 0 and no width, and is left out.
 */
function steps({ recall, precision }: ThresholdCurve): Point[] {
  return Array.from(recall).flatMap((x, i): Point[] => {
    const before = recall[i - 1] ?? 0;
    if (x === 0) return [];
    const end: Point = [x, precision[i]!];
    return x > before ? [[before, precision[i]!], end] : [end];
  });
}

/** The area beneath the steps: the average precision. */
function stepsBeneath({ recall, precision }: ThresholdCurve): number {
  let area = 0;
  for (let i = 0; i < recall.length; i++) area += (recall[i]! - (recall[i - 1] ?? 0)) * precision[i]!;
  return area;
}
