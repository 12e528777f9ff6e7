import type { RocCurve } from "../models/evaluation/roc";
import type { Interval } from "../stats/interval";
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
import { seriesColours } from "./drawing/series";

/** A ROC curve with its name, and intervals where they are known. */
export interface RocEntry extends NamedCurve<RocCurve> {
  /** The area under the curve with its interval, such as `scoreIntervals` gives. */
  readonly auc?: Interval;
}

/**
 * ROC curves in a square, with the line of chance, and each curve's AUC, which is read off the curve itself. O(points).
 *
 * @throws Error if two curves have one name, there are more than eight, or an AUC is not that of its curve.
 * @example rocPlot([{ name: "Boosted trees", curve: rocCurve(tally), auc, band }], { title: "Who reorders, by model" })
 */
export function rocPlot(curves: readonly RocEntry[], options: CurveOptions): Chart {
  requireCurves(curves);
  const colours = seriesColours(
    curves.map(({ name }) => name),
    options.colours,
  );
  const said = curves.map(({ name, curve, auc }) => figureText("AUC", areaUnder(curve), auc, name));
  const { data, remarks } = curveTable(
    ["False positive rate", "True positive rate", "Threshold"],
    curves.map(({ name, curve: { falsePositiveRate: x, truePositiveRate: y, thresholds } }) => ({
      name,
      along: x,
      row: (i) => [cell(x[i]!), cell(y[i]!), cell(thresholds[i]!)],
    })),
  );
  const axis = { low: 0, high: 1, format: "percent" } as const;
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${curves.map(({ name }, i) => `${name}: ${said[i]}`).join("; ")}. Chance: AUC 0.5.`,
    data,
    draw: (width) =>
      drawCurves(
        {
          x: { ...axis, title: "False positive rate (share of the negatives chosen)" },
          y: { ...axis, title: "True positive rate (share of the positives chosen)" },
          curves: curves.map(({ name, curve, band }, i) => ({
            name,
            figures: said[i]!,
            points: Array.from(curve.falsePositiveRate, (x, k) => [x, curve.truePositiveRate[k]!] as const),
            colour: colours.get(name)!,
            dash: i,
            band,
          })),
          guides: [
            {
              name: "Chance",
              points: [
                [0, 0],
                [1, 1],
              ],
            },
          ],
          remarks: [
            ...(curves.some(({ band }) => band) ? ["Bands: intervals at each false positive rate."] : []),
            ...remarks,
          ],
        },
        width,
      ),
  });
}

/** The area under a curve by trapezoids. */
function areaUnder({ falsePositiveRate: x, truePositiveRate: y }: RocCurve): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
  return area;
}
