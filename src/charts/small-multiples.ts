import * as Plot from "@observablehq/plot";
import { textWidth, truncate } from "../theme/text";
import type { Token } from "../theme/tokens";
import { light } from "../theme/variables";
import { logTicks, thin } from "./drawing/axis";
import { binned } from "./drawing/bins";
import { type Cell, type Chart, makeChart } from "./drawing/chart";
import { compose, inPanels, type Panel } from "./drawing/compose";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { drawPlot } from "./plot";

/** One panel: bars with names, or raw values to be counted. */
export type MultiplePanel =
  | {
      readonly title: string;
      readonly bars: readonly { readonly label: string | number; readonly value: number }[];
    }
  | {
      readonly title: string;
      readonly values: ArrayLike<number>;
      readonly log?: boolean;
      readonly xFormat?: Format;
    };

/** Options of {@link smallMultiples}. */
export interface SmallMultiplesOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What the bars measure, with its unit. */
  valueTitle: string;
  format?: Format;
  /** Panels side by side on a wide page. Default 2. */
  columns?: number;
  /** Whether all panels have the same value axis. Default false. */
  shared?: boolean;
  colour?: Token;
}

interface Bars {
  readonly title: string;
  readonly log: boolean;
  readonly xFormat?: Format;
  /** Names, or edges of bins. */
  readonly bars: readonly {
    readonly name: string;
    readonly x0?: number;
    readonly x1?: number;
    readonly value: number;
  }[];
}

/**
 * Several small bar charts or histograms in one figure, such as lines by year, month, weekday and hour. O(n).
 *
 * @throws Error that names panel and place if a value is not finite, or not positive on a logarithmic axis.
 * @example smallMultiples([{ title: "By year", bars: [{ label: 2010, value: 42_481 }] }],
 *   { title: "Lines in time", valueTitle: "Lines", format: "count" })
 */
export function smallMultiples(panels: readonly MultiplePanel[], options: SmallMultiplesOptions): Chart {
  const drawn = panels.map(toBars);
  const say = valueWriter(
    drawn.flatMap(({ bars }) => bars.map(({ value }) => value)),
    options.format,
  );
  const tops = drawn.map(({ title, bars }) => {
    const top = bars.reduce(
      (most, bar) => (bar.value > most.value ? bar : most),
      bars[0] ?? { name: "none", value: 0 },
    );
    return `${title}: most at ${top.name} (${say(top.value)})`;
  });
  const rows: Cell[][] = drawn.flatMap(({ title, bars }) =>
    bars.map(({ name, value }) => [title, name, value]),
  );
  const most = Math.max(0, ...drawn.flatMap(({ bars }) => bars.map(({ value }) => value)));
  return makeChart({
    title: options.title,
    alt: options.alt ?? inPanels(tops),
    data: { columns: ["Panel", "Bar", options.valueTitle], rows },
    draw: (width) => {
      const columns = width < 500 ? 1 : Math.min(panels.length, options.columns ?? 2);
      const panelWidth = Math.floor((width - (columns - 1) * 20) / columns);
      return {
        svg: compose(
          drawn.map((bars) => draw(bars, options, panelWidth, options.shared ? most : undefined)),
          columns,
          width,
        ),
      };
    },
  });
}

function toBars(panel: MultiplePanel): Bars {
  if ("bars" in panel) {
    const bars = panel.bars.map(({ label, value }, i) => {
      if (Number.isFinite(value)) return { name: String(label), value };
      throw new Error(`Panel "${panel.title}", bar ${i + 1} ("${label}"): ${value} is not a finite number.`);
    });
    return { title: panel.title, log: false, bars };
  }
  const { title, values, log = false, xFormat } = panel;
  const bins = binned(values, { most: 30, log });
  const say = valueWriter(
    bins.flatMap(({ x0, x1 }) => [x0, x1]),
    xFormat,
  );
  return {
    title,
    log,
    xFormat,
    bars: bins.map(({ x0, x1, n }) => ({ name: `${say(x0)} to ${say(x1)}`, x0, x1, value: n })),
  };
}

function draw(
  { title, bars, log, xFormat }: Bars,
  options: SmallMultiplesOptions,
  width: number,
  most?: number,
): Panel {
  const height = 166;
  const [low, high] = [
    Math.min(0, ...bars.map((b) => b.value)),
    most ?? Math.max(0, ...bars.map((b) => b.value)),
  ];
  const ticks = 4;
  const say = (x: number) => tickText(x, options.format);
  const marginLeft = Math.max(...[low, high, high / 3].map((x) => textWidth(say(x), 12))) + 14;
  const step = (width - marginLeft - 8) / Math.max(1, bars.length);
  const widest = Math.max(0, ...bars.map(({ name }) => textWidth(name, 12)));
  const every = Math.max(1, Math.ceil((Math.min(widest, 64) + 6) / step));
  const numeric = bars[0]?.x0 !== undefined;
  const domain = numeric ? [bars[0]!.x0!, bars.at(-1)!.x1!] : bars.map((_bar, i) => i);
  const fill = light(options.colour ?? "s1");
  const svg = drawPlot(
    {
      height,
      marginLeft,
      marginRight: numeric ? 22 : 8,
      marginTop: 30,
      marginBottom: 24,
      x: numeric
        ? {
            type: log ? "log" : "linear",
            domain,
            label: null,
            tickSize: 3,
            ticks: log ? thin(logTicks(domain[0]!, domain[1]!), width - marginLeft - 22) : 5,
            tickFormat: (x: number) => tickText(x, xFormat),
          }
        : {
            type: "band",
            domain,
            label: null,
            tickSize: 0,
            padding: 0.2,
            tickFormat: (i: number) =>
              i % every === 0 ? truncate(bars[i]!.name, 12, Math.max(64, step * every - 4)) : "",
          },
      y: {
        type: "linear",
        domain: [low, high > low ? high : low + 1],
        label: null,
        ticks,
        tickSize: 0,
        tickFormat: say,
      },
      marks: [
        Plot.gridY({ stroke: light("grid"), strokeOpacity: 1, ticks }),
        numeric
          ? Plot.rectY(bars, { x1: "x0", x2: "x1", y: "value", fill, inset: 0.5 })
          : Plot.barY(bars, { x: (_bar: unknown, i: number) => i, y: "value", fill }),
        Plot.ruleY([0], { stroke: light("axis") }),
        Plot.text([options.valueTitle], {
          frameAnchor: "top-left",
          dx: 4 - marginLeft,
          dy: -22,
          textAnchor: "start",
          text: [options.valueTitle],
          fill: light("muted"),
        }),
      ],
    },
    width,
  );
  return { svg, title, width, height };
}
