import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { light } from "../theme/variables";
import { type Chart, type ChartData, makeChart } from "./drawing/chart";

/** Options of `Plot.plot`; marks come from `@observablehq/plot`. */
export type PlotOptions = Plot.PlotOptions;

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/**
 * Draws Observable Plot options without a browser and gives the SVG text. About 5 ms once warm.
 *
 * @throws Error if the options ask Plot for a title, a caption or a legend: those are HTML and no SVG.
 */
export function drawPlot(options: PlotOptions, width: number): string {
  const drawn = Plot.plot({ width, ...options, document } as unknown as PlotOptions);
  const svg = (drawn as unknown as { outerHTML: string }).outerHTML.replace(
    /aria-label="f?[xy]-axis tick label"/g,
    `fill="${light("muted")}"`,
  );
  if (svg.startsWith("<svg")) return svg;
  throw new Error(
    "Plot drew an HTML figure. Leave out title, subtitle, caption and legend: the chart has its own.",
  );
}

/** Grid line options in the colours of the house. */
export const grid = { stroke: light("grid"), strokeOpacity: 1 } as const;

/**
 * A chart from Observable Plot options of your own, or from a function that gives them for a width.
 *
 * @throws Error if Plot refuses the options, or they ask for a title, caption or legend of Plot's.
 * @example
 * plotChart({ marks: [Plot.dot([[1, 2]])] },
 *   { title: "One point", alt: "A point at 1, 2.", data: { columns: ["x", "y"], rows: [[1, 2]] } })
 */
export function plotChart(
  options: PlotOptions | ((width: number) => PlotOptions),
  about: { title: string; alt: string; data: ChartData },
): Chart {
  const draw = (width: number) => ({
    svg: drawPlot(typeof options === "function" ? options(width) : options, width),
  });
  return makeChart({ ...about, draw });
}
