import type { Contributions } from "../models/boosting/tree-shap";
import { requireContributions } from "../models/explanation/require-contributions";
import type { Features } from "../models/features/features";
import { quantiles } from "../stats/quantile";
import { count, signed } from "../theme/format";
import { light } from "../theme/variables";
import { type BinnedMean, binnedMeans } from "./drawing/binned-means";
import { type Chart, makeChart } from "./drawing/chart";
import type { CurveFrame } from "./drawing/curve-frame";
import { cell } from "./drawing/curve-input";
import { drawCurves } from "./drawing/curves";
import { type Format, valueText } from "./drawing/scale";
import { symbolPath } from "./drawing/series";
import { squarePaths, squares } from "./drawing/squares";
import { px, stroke } from "./drawing/svg";
import type { Point } from "./drawing/thin-line";

/** Options of {@link shapDependence}. */
export interface DependenceOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the contributions if left out. */
  alt?: string;
  /** Name of the feature. */
  feature: string;
  /** What its values are, with their unit; its name if left out. */
  xTitle?: string;
  format?: Format;
  /** Whether the axis of values is logarithmic; rows of 0 or less then have no place, and are counted. Default false. */
  log?: boolean;
  /** What the contributions measure. Default: log odds. */
  unit?: string;
}

/** Rows drawn one by one at most; more are counted in a grid of squares. */
const mostPoints = 1000;

/** Rows of a feature that are drawn, and those that are not. */
interface Shown {
  readonly values: number[];
  readonly effects: number[];
  readonly remarks: string[];
}

/**
 * How what a feature adds to the margin depends on its value: every row as a point (more than 1,000 are counted in a grid),
 * and the mean in bins of equally many rows. Where a few values are far beyond the others, the axis ends at the 99th
 * percentile, and the chart says so. O(rows log rows).
 *
 * @throws RangeError when there is no such feature, or contributions and features do not fit together
 * @see Lundberg et al. (2020), "From local explanations to global understanding with explainable AI for trees"
 * @example shapDependence(treeShap(model, test), test, { feature: "recency", title: "The longer ago, the less likely",
 *   xTitle: "Days since the last order" })
 */
export function shapDependence(
  contributions: Contributions,
  features: Features,
  options: DependenceOptions,
): Chart {
  const { feature, xTitle = feature, format, log = false, unit = "log odds" } = options;
  requireContributions(contributions, features);
  const f = features.names.indexOf(feature);
  if (f < 0)
    throw new RangeError(`There is no feature "${feature}": take one of ${features.names.join(", ")}.`);
  const [values, effects] = [features.columns[f]!, contributions.columns[f]!];
  const placed = log ? Array.from(values, (value) => (value > 0 ? value : Number.NaN)) : values;
  const means = binnedMeans(placed, effects, 20);
  const shown = rowsShown(values, effects, log, format);
  const text = ({ value, effect }: BinnedMean) =>
    `${signed(effect)} at ${valueText(Number(value.toPrecision(3)), format)}`;
  const by = [...means].sort((a, b) => a.effect - b.effect);
  const alt =
    by.length === 0
      ? ""
      : `${xTitle}: it adds least, ${text(by[0]!)}, and most, ${text(by.at(-1)!)}, on average, to the ${unit}.`;
  const [low, high] = ends(shown.values);
  const [least, most] = ends([...shown.effects, 0]);
  const drawn = means.filter(({ value }) => value >= low && value <= high);
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: {
      columns: [`${xTitle} (middle of the bin)`, `Mean contribution (${unit})`, "Rows"],
      rows: means.map(({ value, effect, rows }) => [cell(value), cell(effect), rows]),
    },
    draw: (width) =>
      drawCurves(
        {
          square: false,
          x: { low, high, log, title: log ? `${xTitle}, logarithmic` : xTitle, ...(format && { format }) },
          y: { low: least, high: most > least ? most : least + 1, title: `SHAP value (${unit})` },
          curves: [
            {
              name: "Mean in bins of equally many rows",
              points: drawn.map(({ value, effect }): Point => [value, effect]),
              colour: light("s2"),
              dash: 0,
            },
          ],
          under: (frame) =>
            stroke(`M${frame.left},${px(frame.atY(0))}H${frame.right}`, light("axis"), 1.5) +
            points(shown, frame, { low, high, log, least, most }, width),
          over: ({ atX, atY }) => {
            const d = drawn.map(({ value, effect }) => symbolPath(0, 3, atX(value), atY(effect))).join("");
            return `<path d="${d}" fill="${light("s2")}"/>`;
          },
          remarks: shown.remarks,
        },
        width,
      ),
  });
}

function rowsShown(
  values: ArrayLike<number>,
  effects: ArrayLike<number>,
  log: boolean,
  format: Format | undefined,
): Shown {
  const known = Array.from(values, (_v, row) => row).filter((row) => !Number.isNaN(values[row]!));
  const placed = log ? known.filter((row) => values[row]! > 0) : known;
  const sizes = placed.map((row) => values[row]!);
  const [low, cut, high] = (sizes.length > 0 ? quantiles(sizes, [0, 0.99, 1]) : [0, 0, 0]) as [
    number,
    number,
    number,
  ];
  const end = !log && cut > low && high - low > 2 * (cut - low) ? cut : high;
  const kept = placed.filter((row) => values[row]! <= end);
  const beyond = placed.length - kept.length;
  const say = (value: number) => valueText(Number(value.toPrecision(3)), format);
  const missing = values.length - known.length;
  const unknown = Array.from(effects).filter((_effect, row) => Number.isNaN(values[row]!));
  const mean = unknown.reduce((sum, effect) => sum + effect, 0) / missing;
  return {
    values: kept.map((row) => values[row]!),
    effects: kept.map((row) => effects[row]!),
    remarks: [
      kept.length > mostPoints
        ? `${count(kept.length)} rows, counted in cells: area is the number of rows.`
        : `${count(kept.length)} rows.`,
      ...(placed.length < known.length
        ? [`${count(known.length - placed.length)} rows of 0 or less have no place on this axis.`]
        : []),
      ...(beyond > 0 ? [`${count(beyond)} rows beyond ${say(end)}, up to ${say(high)}, are not drawn.`] : []),
      ...(missing > 0
        ? [`${count(missing)} rows have no value; there it adds ${signed(mean)} on average.`]
        : []),
    ],
  };
}

function points(
  { values, effects }: Shown,
  frame: CurveFrame,
  { low, high, log, least, most }: { low: number; high: number; log: boolean; least: number; most: number },
  width: number,
): string {
  if (values.length <= mostPoints) {
    const d = values.map((value, i) => symbolPath(0, 2.5, frame.atX(value), frame.atY(effects[i]!))).join("");
    return `<path d="${d}" fill="${light("s1")}" fill-opacity="0.45"/>`;
  }
  const cells = width < 500 ? { across: 34, up: 30 } : { across: 72, up: 32 };
  const found = squares(
    { values, low, high, log },
    { values: effects, low: least, high: most, log: false },
    cells.across,
    cells.up,
  );
  const place = {
    left: frame.atX(low),
    top: frame.atY(most),
    width: frame.atX(high) - frame.atX(low) || 1,
    height: frame.atY(least) - frame.atY(most) || 1,
  };
  return [...squarePaths(found, { ...place, ...cells })]
    .map(([, d]) => `<path d="${d}" fill="${light("s1")}" fill-opacity="0.6"/>`)
    .join("");
}

function ends(values: readonly number[]): [low: number, high: number] {
  return values.reduce<[number, number]>(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity],
  );
}
