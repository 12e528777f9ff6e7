import { count } from "../theme/format";
import { textWidth } from "../theme/text";
import type { Token } from "../theme/tokens";
import { light } from "../theme/variables";
import { axisTitle, logTicks, thin } from "./drawing/axis";
import { ascending, type Bin, binned, quantileOf } from "./drawing/bins";
import { type Chart, makeChart } from "./drawing/chart";
import { type Format, tickExpression, valueText } from "./drawing/scale";
import { drawVega, type Spec, upright } from "./vega";

/** Options of {@link histogram}. */
export interface HistogramOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What is measured, with its unit. */
  xTitle: string;
  /** What is counted. Default "Count". */
  yTitle?: string;
  /** At most about this many bars. Default 40. */
  bins?: number;
  /** Bars of equal width on a logarithmic axis, for long tails. */
  log?: boolean;
  /** Quantiles to mark, such as `[0.5, 0.9]`. */
  quantiles?: readonly number[];
  format?: Format;
  colour?: Token;
}

/**
 * How often values of each size occur. The values are counted before drawing, so the figure's size does not
 * depend on their number. O(n), O(n log n) with quantiles.
 *
 * @throws Error that names place and value if one is not finite, or not positive with `log`.
 * @example histogram([1.2, 3.4, 2.2], { title: "Price of a line", xTitle: "Price (£)", format: "money" })
 */
export function histogram(values: ArrayLike<number>, options: HistogramOptions): Chart {
  const bins = binned(values, { most: options.bins ?? 40, log: options.log ?? false });
  const sorted = ascending(values);
  const marks = (options.quantiles ?? []).map((p) => ({
    p,
    x: quantileOf(sorted, p),
    name: quantileName(p),
  }));
  const middle = quantileOf(sorted, 0.5);
  const top = bins.reduce<Bin | undefined>((most, bin) => (most && most.n >= bin.n ? most : bin), undefined);
  const say = (x: number) => valueText(x, options.format);
  const alt = top
    ? `${count(values.length)} ${values.length === 1 ? "value" : "values"}, median ${say(middle)}; most (${count(top.n)}) lie from ${say(top.x0)} to ${say(top.x1)}.`
    : "";
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: {
      columns: ["From", "To", options.yTitle ?? "Count"],
      rows: bins.map(({ x0, x1, n }) => [x0, x1, n]),
    },
    draw: (width) => drawVega(toSpec(bins, marks, options, width), width),
  });
}

function quantileName(p: number): string {
  return p === 0.5 ? "median" : `${Number((p * 100).toFixed(2))} % below`;
}

interface Mark {
  readonly x: number;
  readonly name: string;
}

function toSpec(
  bins: readonly Bin[],
  marks: readonly Mark[],
  options: HistogramOptions,
  width: number,
): Spec {
  const [low, high] = [bins[0]!.x0, bins.at(-1)!.x1];
  const most = Math.max(...bins.map(({ n }) => n));
  const ticks = options.log ? thin(logTicks(low, high), width - 50) : undefined;
  const inset = bins.length > 60 ? 0 : 0.5;
  const place = (x: number) =>
    options.log ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low);
  const lines = marks.map((mark, i) => {
    const text = `${mark.name} ${valueText(mark.x, options.format)}`;
    return {
      x: mark.x,
      text,
      side: textWidth(text, 12) + 10 > (1 - place(mark.x)) * (width - 60) ? "right" : "left",
      level: most * (1 + 0.09 * (marks.length - i)),
    };
  });
  const textLayer = (side: "left" | "right", colour: string, extra: object) => ({
    data: { values: lines.filter((line) => line.side === side) },
    mark: {
      type: "text",
      align: side,
      dx: side === "left" ? 5 : -5,
      baseline: "middle",
      fontSize: 12,
      color: colour,
      ...extra,
    },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "level", type: "quantitative" },
      text: { field: "text", type: "nominal" },
    },
  });
  return {
    height: 230,
    data: { values: bins },
    layer: [
      {
        mark: { type: "rect", color: light(options.colour ?? "s1"), xOffset: inset, x2Offset: -inset },
        encoding: {
          x: {
            field: "x0",
            type: "quantitative",

            scale: { type: options.log ? "log" : "linear", domain: [low, high], nice: false },
            axis: {
              title: axisTitle(options.xTitle, width),
              grid: false,
              labelFlush: true,
              labelOverlap: true,
              tickCount: width < 500 ? 4 : 8,
              labelExpr: tickExpression(options.format),
              ...(ticks && { values: ticks }),
            },
          },
          x2: { field: "x1" },
          y2: { datum: 0 },
          y: {
            field: "n",
            type: "quantitative",
            scale: {
              domainMax: most * (1 + 0.09 * (marks.length + (marks.length > 0 ? 0.6 : 0))),
              nice: false,
            },
            axis: {
              title: options.yTitle ?? "Count",
              tickCount: 4,
              tickMinStep: 1,
              labelExpr: tickExpression("count"),
              ...upright,
            },
          },
        },
      },
      ...(lines.length > 0
        ? [
            {
              data: { values: lines },
              mark: { type: "rule", color: light("ink"), strokeDash: [4, 3] },
              encoding: {
                x: { field: "x", type: "quantitative" },
                y: { field: "level", type: "quantitative" },
                y2: { datum: 0 },
              },
            },
            ...(["left", "right"] as const).flatMap((side) => [
              textLayer(side, light("paper"), { stroke: light("paper"), strokeWidth: 4 }),
              textLayer(side, light("ink"), {}),
            ]),
          ]
        : []),
    ],
  };
}
