import type { GainCurve } from "../models/evaluation/gain";
import { fixed, percent } from "../theme/format";
import { type Chart, makeChart } from "./drawing/chart";
import { type CurveOptions, cell, curveTable, type NamedCurve, requireCurves } from "./drawing/curve-input";
import { drawCurves } from "./drawing/curves";
import { seriesColours } from "./drawing/series";
import type { Point } from "./drawing/thin-line";

/** A curve of cumulative gains with its name, and intervals where they are known. */
export type GainEntry = NamedCurve<GainCurve>;

/** Options of {@link gainPlot}. */
export interface GainOptions extends CurveOptions {
  /** The share of rows that is reached, at which gain and lift are told. Default 0.2. */
  at?: number;
  /** Share of the rows that are positive: draws what nobody could do better. */
  prevalence?: number;
  /** Who is reached, for the axis. Default: customers. */
  reached?: string;
  /** Who is sought, for the axis. Default: positives. */
  sought?: string;
}

/**
 * Curves of cumulative gains: the share of the sought that is found among the best share of all, against chance and, where
 * the prevalence is given, against perfect order. The key tells gain and lift at one share. O(points).
 *
 * @throws Error if two curves have one name, there are more than eight, `at` is not above 0 and up to 1, or the prevalence
 * is not between 0 and 1.
 * @example gainPlot([{ name: "Boosted trees", curve: gainCurve(tally) }], { title: "Half of the VIPs in the best fifth" })
 */
export function gainPlot(curves: readonly GainEntry[], options: GainOptions): Chart {
  requireCurves(curves);
  const { at = 0.2, prevalence, reached = "customers", sought = "positives" } = options;
  if (!(at > 0 && at <= 1)) throw new Error(`A share of ${at} is reached: take one above 0 and up to 1.`);
  if (prevalence !== undefined && !(prevalence > 0 && prevalence < 1))
    throw new Error(`A prevalence of ${prevalence} does not lie between 0 and 1.`);
  const colours = seriesColours(
    curves.map(({ name }) => name),
    options.colours,
  );
  const gains = curves.map(({ curve }) => heightAt(curve, at));
  const top = `best ${percent(at, at * 100 === Math.round(at * 100) ? 0 : 1)}`;
  const said = gains.map((gain) => `${top}: ${percent(gain)}, lift ${fixed(gain / at)}`);
  const { data, remarks } = curveTable(
    [`Share of the ${reached}`, `Share of the ${sought}`],
    curves.map(({ name, curve: { shares, gains: ys } }) => ({
      name,
      along: shares,
      row: (i) => [cell(shares[i]!), cell(ys[i]!)],
    })),
  );
  const axis = { low: 0, high: 1, format: "percent" } as const;
  const perfect: Point[] = [
    [0, 0],
    [prevalence ?? 1, 1],
    [1, 1],
  ];
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${curves.map(({ name }, i) => `${name}: ${said[i]}`).join("; ")}.`,
    data,
    draw: (width) =>
      drawCurves(
        {
          x: { ...axis, title: `Share of the ${reached} reached, highest scores first` },
          y: { ...axis, title: `Share of the ${sought} found` },
          curves: curves.map(({ name, curve, band }, i) => ({
            name,
            figures: said[i]!,
            points: Array.from(curve.shares, (x, k): Point => [x, curve.gains[k]!]),
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
            ...(prevalence === undefined ? [] : [{ name: "Perfect order", points: perfect }]),
          ],
          marks: curves.map(({ name }, i) => ({
            x: at,
            y: gains[i]!,
            text: percent(gains[i]!),
            colour: colours.get(name)!,
          })),
          remarks: [
            ...(curves.some(({ band }) => band) ? ["Bands: intervals at each share."] : []),
            ...remarks,
          ],
        },
        width,
      ),
  });
}

/** The gain at a share, straight between the points of the curve. */
function heightAt({ shares, gains }: GainCurve, at: number): number {
  const i = shares.findIndex((share) => share >= at);
  if (i < 0) return gains.at(-1) ?? Number.NaN;
  if (i === 0) return gains[0]!;
  const part = (at - shares[i - 1]!) / (shares[i]! - shares[i - 1]!);
  return gains[i - 1]! + part * (gains[i]! - gains[i - 1]!);
}
