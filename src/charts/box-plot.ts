import * as Plot from "@observablehq/plot";
import { count } from "../theme/format";
import { fullTexts, shorten, textWidth } from "../theme/text";
import type { Token } from "../theme/tokens";
import { light } from "../theme/variables";
import { logTicks, roundTicks, thin } from "./drawing/axis";
import { ascending, quantileOf } from "./drawing/bins";
import { type Chart, makeChart } from "./drawing/chart";
import { requireUnique } from "./drawing/rows";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { drawPlot } from "./plot";

/** Options of {@link boxPlot}. */
export interface BoxPlotOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What is measured, with its unit. */
  valueTitle: string;
  format?: Format;
  /** A logarithmic axis, for long tails. */
  log?: boolean;
  colour?: Token;
}

interface Box {
  readonly group: string;
  readonly n: number;
  readonly least: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly most: number;
}

/**
 * Least value, quartiles, median and greatest value of each group (Tukey's five numbers; quantiles of type 7),
 * computed before drawing. Groups without values are left out. O(n log n).
 *
 * @throws Error that names group, place and value if one is not finite, or not positive with `log`.
 * @example boxPlot([{ group: "VIP", values: [8567, 4018] }], { title: "Revenue a customer", valueTitle: "£" })
 */
export function boxPlot(
  groups: readonly { readonly group: string; readonly values: ArrayLike<number> }[],
  options: BoxPlotOptions,
): Chart {
  requireUnique(
    groups.map(({ group }) => group),
    "The group",
  );
  const boxes = groups
    .filter(({ values }) => values.length > 0)
    .map(({ group, values }) => toBox(group, values, options));
  const say = medianWriter(boxes, options.format);
  const sorted = [...boxes].sort((a, b) => b.median - a.median);
  const name = (box: Box | undefined) => (box ? `${box.group} (${say(box.median)})` : "none");
  return makeChart({
    title: options.title,
    alt: options.alt ?? `Highest median: ${name(sorted[0])}; lowest: ${name(sorted.at(-1))}.`,
    data: {
      columns: ["Group", "Count", "Least", "Lower quartile", "Median", "Upper quartile", "Greatest"],
      rows: boxes.map(({ group, n, least, q1, median, q3, most }) => [group, n, least, q1, median, q3, most]),
    },
    draw: (width) => draw(boxes, options, width),
  });
}

function medianWriter(boxes: readonly Box[], format?: Format): (x: number) => string {
  return valueWriter(
    boxes.map(({ median }) => median),
    format,
  );
}

function toBox(group: string, values: ArrayLike<number>, { log }: BoxPlotOptions): Box {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value) || (log && value <= 0)) {
      throw new Error(
        `Group "${group}", value ${i + 1}: ${value} has no place on a ${log ? "logarithmic" : "linear"} axis.`,
      );
    }
  }
  const sorted = ascending(values);
  const [least, q1, median, q3, most] = [0, 0.25, 0.5, 0.75, 1].map((p) => quantileOf(sorted, p)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { group, n: values.length, least, q1, median, q3, most };
}

function draw(boxes: readonly Box[], options: BoxPlotOptions, width: number) {
  const narrow = width < 500;
  const groups = boxes.map(({ group }) => group);
  const room = Math.min(width * 0.36, Math.max(...groups.map((group) => textWidth(group, 12))));
  const shown = shorten(groups, 12, room + 0.5);
  const [low, high] = [Math.min(...boxes.map((b) => b.least)), Math.max(...boxes.map((b) => b.most))];
  const from = options.log ? low : Math.min(0, low);

  const colour = light(options.colour ?? "s1");
  const say = medianWriter(boxes, options.format);
  const widest = Math.max(44, ...boxes.map((b) => textWidth(say(b.median), 12)));
  const plotWidth = width - room - widest - 28;
  const ticks = thin(options.log ? logTicks(from, high) : roundTicks(from, high, narrow ? 3 : 7), plotWidth);
  const svg = drawPlot(
    {
      height: boxes.length * 32 + 68,
      marginLeft: room + 14,
      marginRight: widest + 14,
      marginTop: 24,
      marginBottom: 44,
      x: {
        type: options.log ? "log" : "linear",
        domain:
          high > from
            ? [from, high]
            : [from * 0.9 - (options.log ? 0 : 1), high * 1.1 + (options.log ? 0 : 1)],
        label: options.valueTitle,
        labelAnchor: "center",
        labelArrow: "none",
        ticks,
        tickSize: 0,
        tickFormat: (x: number) => tickText(x, options.format),
      },
      y: {
        type: "band",
        domain: groups,
        label: null,
        tickSize: 0,
        padding: 0.3,
        tickFormat: (g: string) => shown[groups.indexOf(g)]!,
      },
      marks: [
        Plot.gridX({ stroke: light("grid"), strokeOpacity: 1, ticks }),
        Plot.ruleY(boxes as Box[], { x1: "least", x2: "most", y: "group", stroke: light("muted") }),
        Plot.barX(boxes as Box[], {
          x1: "q1",
          x2: "q3",
          y: "group",
          fill: colour,
          title: (b: Box) => `${b.group}: median ${say(b.median)} of ${count(b.n)}`,
        }),
        Plot.tickX(boxes as Box[], { x: "median", y: "group", stroke: light("paper"), strokeWidth: 5 }),
        Plot.tickX(boxes as Box[], { x: "median", y: "group", stroke: light("ink"), strokeWidth: 2 }),
        Plot.text(boxes as Box[], {
          y: "group",
          frameAnchor: "right",
          dx: widest + 10,
          textAnchor: "end",
          text: (b: Box) => say(b.median),
        }),
        Plot.text(["median"], {
          frameAnchor: "top-right",
          dx: widest + 10,
          dy: -18,
          textAnchor: "end",
          text: ["median"],
          fill: light("muted"),
        }),
      ],
    },
    width,
  );
  const full = fullTexts(groups, shown);
  return { svg, full };
}
