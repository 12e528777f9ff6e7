import type { ProfitCurve } from "../models/evaluation/profit";
import { percent } from "../theme/format";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { type CurveOptions, cell, curveTable, type NamedCurve, requireCurves } from "./drawing/curve-input";
import { drawCurves } from "./drawing/curves";
import { type Format, valueWriter } from "./drawing/scale";
import { seriesColours } from "./drawing/series";
import { px, stroke } from "./drawing/svg";
import type { Point } from "./drawing/thin-line";

/** A profit curve with its name, and intervals where they are known. */
export interface ProfitEntry extends NamedCurve<ProfitCurve> {
  /** The share that was chosen beforehand, on other rows: marked instead of the best share of these rows. */
  readonly chosen?: number;
}

/** Options of {@link profitPlot}. */
export interface ProfitOptions extends CurveOptions {
  /** Who is contacted, for the axis. Default: customers. */
  contacted?: string;
  /** How profits are written. Default: pounds. */
  format?: Format;
}

/**
 * Profit curves of a campaign: the profit of contacting the best share of all, with the zero line. Marked is the share
 * that was chosen beforehand or, where none was, the best one, which flatters, as it is known in hindsight. O(points).
 *
 * @throws Error if two curves have one name, there are more than eight, or a chosen share is not from 0 to 1.
 * @example profitPlot([{ name: "Boosted trees", curve: profitCurve(tally, campaign), chosen: 0.18 }], { title: "A campaign" })
 */
export function profitPlot(curves: readonly ProfitEntry[], options: ProfitOptions): Chart {
  requireCurves(curves);
  const { contacted = "customers", format = "money" } = options;
  const colours = seriesColours(
    curves.map(({ name }) => name),
    options.colours,
  );
  const marked = curves.map((entry) => markOf(entry));
  // Of a profit of a hundred or more the pence are noise.
  const digits = marked.some(({ y }) => Math.abs(y) >= 100) ? 1 : 100;
  const write = valueWriter(
    marked.map(({ y }) => Math.round(y * digits) / digits),
    format,
  );
  const said = marked.map(({ x, y, how }) => `${how}: contact ${percent(x)}, profit ${write(y)}`);
  const { data, remarks } = curveTable(
    [`Share of the ${contacted}`, "Profit", "Threshold"],
    curves.map(({ name, curve: { shares, profits, thresholds } }) => ({
      name,
      along: shares,
      row: (i) => [cell(shares[i]!), cell(profits[i]!), cell(thresholds[i]!)],
    })),
  );
  const heights = curves.flatMap(({ curve, band }) => [
    ...ends(curve.profits),
    ...(band?.intervals.flatMap(({ low, high }) => [low, high]) ?? []),
  ]);
  const [low, high] = ends([0, ...heights]);
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${curves.map(({ name }, i) => `${name}: ${said[i]}`).join("; ")}.`,
    data,
    draw: (width) =>
      drawCurves(
        {
          square: false,
          x: {
            low: 0,
            high: 1,
            format: "percent",
            title: `Share of the ${contacted} contacted, highest scores first`,
          },
          y: { low, high: high > low ? high : low + 1, format, title: "Profit" },
          curves: curves.map(({ name, curve, band }, i) => ({
            name,
            figures: said[i]!,
            points: Array.from(curve.shares, (x, k): Point => [x, curve.profits[k]!]),
            colour: colours.get(name)!,
            dash: i,
            band,
          })),
          under: ({ left, right, atY }) => stroke(`M${left},${px(atY(0))}H${right}`, light("ink"), 1.5),
          marks: marked.map(({ x, y }, i) => ({
            x,
            y,
            text: write(y),
            colour: colours.get(curves[i]!.name)!,
          })),
          remarks: [
            ...(curves.some(({ band }) => band) ? ["Bands: intervals at each share."] : []),
            ...(curves.some(({ chosen }) => chosen === undefined)
              ? ["The best share is known in hindsight only: it flatters."]
              : []),
            ...remarks,
          ],
        },
        width,
      ),
  });
}

function markOf({ name, curve: { shares, profits }, chosen }: ProfitEntry): {
  x: number;
  y: number;
  how: string;
} {
  if (chosen === undefined) {
    let best = 0;
    for (let i = 1; i < profits.length; i++) if (profits[i]! > profits[best]!) best = i;
    return { x: shares[best]!, y: profits[best]!, how: "best" };
  }
  if (!(chosen >= 0 && chosen <= 1))
    throw new Error(`"${name}": the chosen share ${chosen} is not from 0 to 1.`);
  const i = Math.max(
    1,
    shares.findIndex((share) => share >= chosen),
  );
  const part = (chosen - shares[i - 1]!) / (shares[i]! - shares[i - 1]!);
  return { x: chosen, y: profits[i - 1]! + part * (profits[i]! - profits[i - 1]!), how: "chosen" };
}

function ends(values: ArrayLike<number>): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return [low, high];
}
