import { inSentence, textWidth, truncate } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { compose, inPanels, type Panel } from "./drawing/compose";
import { withFoot } from "./drawing/key";
import { type Ramp, ramp, rampKey } from "./drawing/ramp";
import {
  type Column,
  distinct,
  labels,
  numbers,
  type Rows,
  requireUnique,
  toRows,
  zip,
} from "./drawing/rows";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { box, picture, px, words } from "./drawing/svg";

/** Options of {@link heatPanels}. */
export interface HeatPanelsOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Column that says which panel a row belongs to. */
  panel: Column<T>;
  x: Column<T>;
  y: Column<T>;
  value: Column<T>;
  xTitle?: string;
  yTitle?: string;
  /** What the colour measures, with its unit. All panels have one scale. */
  valueTitle: string;
  xOrder?: readonly (string | number)[];
  /** Order of the rows from the top; order of appearance if left out. */
  yOrder?: readonly (string | number)[];
  format?: Format;
  /** Panels side by side on a wide page. Default 3. */
  columns?: number;
}

interface HeatCell {
  readonly panel: string;
  readonly x: string;
  readonly y: string;
  readonly v: number;
}

/**
 * Small heat maps beside each other on one scale of colour, such as weekday by hour for each grade. Values are in the
 * data table. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, or a cell stands twice in a panel.
 * @example heatPanels([{ grade: "VIP", day: "Mon", hour: 9, share: 0.014 }], { title: "Orders by weekday and hour",
 *   panel: "grade", x: "hour", y: "day", value: "share", valueTitle: "Share of orders", format: "percent" })
 */
export function heatPanels<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: HeatPanelsOptions<T>,
): Chart {
  const list = toRows(rows);
  const panels = labels(list, options.panel);
  const [xs, ys, vs] = [labels(list, options.x), labels(list, options.y), numbers(list, options.value)];
  requireUnique(
    xs.map((x, i) => `${panels[i]}, ${x} × ${ys[i]}`),
    "The cell",
  );
  const cells = vs.map((v, i): HeatCell => ({ panel: panels[i]!, x: xs[i]!, y: ys[i]!, v }));
  const order = {
    x: options.xOrder?.map(String) ?? distinct(xs),
    y: options.yOrder?.map(String) ?? distinct(ys),
  };
  const say = valueWriter(vs, options.format);
  const at = (name: string, title = "") =>
    title && /^[\d.]+$/.test(name) ? `${inSentence(title)} ${name}` : name;
  const tops = distinct(panels).map((panel) => {
    const top = cells
      .filter((cell) => cell.panel === panel)
      .reduce((most, cell) => (cell.v > most.v ? cell : most));
    return `${panel} ${at(top.y, options.yTitle)}, ${at(top.x, options.xTitle)} (${say(top.v)})`;
  });
  return makeChart({
    title: options.title,
    alt: options.alt ?? `Highest cells: ${inPanels(tops)}`,
    data: {
      columns: [options.panel, options.yTitle ?? options.y, options.xTitle ?? options.x, options.valueTitle],
      rows: zip(panels, ys, xs, vs),
    },
    draw: (width) => {
      const names = distinct(panels);
      const columns = width < 500 ? 1 : Math.min(names.length, options.columns ?? 3);
      const panelWidth = Math.floor((width - (columns - 1) * 16) / columns);
      const scale = ramp(vs);
      const key = rampKey(scale, options.valueTitle, (x) => tickText(x, options.format), width);
      const drawn = names.map((name) =>
        draw(
          name,
          cells.filter(({ panel }) => panel === name),
          order,
          scale,
          panelWidth,
        ),
      );
      const body = compose(drawn, columns, width, key.height + 10).replace(
        /^<svg\b[^>]*>/,
        (head) => head + key.svg,
      );
      const foot = [
        options.yTitle && `Down: ${inSentence(options.yTitle)}`,
        options.xTitle && `Across: ${inSentence(options.xTitle)}`,
      ];
      const said = foot.filter(Boolean).join(" · ");
      return { svg: said === "" ? body : withFoot(body, [said], width, "title") };
    },
  });
}

function draw(
  title: string,
  cells: readonly HeatCell[],
  order: { readonly x: readonly string[]; readonly y: readonly string[] },
  scale: Ramp,
  width: number,
): Panel {
  const left = Math.min(width * 0.3, Math.max(...order.y.map((y) => textWidth(y, 11)))) + 8;
  const side = (width - left) / order.x.length;
  const step = 16;
  const widest = Math.max(...order.x.map((x) => textWidth(x, 11)));
  const every = Math.ceil((Math.min(widest, 60) + 8) / side);
  const rows = order.y.map((y, j) =>
    words(left - 5, j * step + 12, truncate(y, 11, width * 0.3), { anchor: "end", fill: "muted", size: 11 }),
  );
  const bottom = order.y.length * step;
  const heads = order.x.flatMap((x, i) => {
    if (i % every !== 0) return [];
    const shown = truncate(x, 11, Math.max(60, side * every - 4));
    const [half, middle] = [textWidth(shown, 11) / 2, left + (i + 0.5) * side];
    return [
      words(Math.min(middle, width - half), bottom + 13, shown, {
        anchor: "middle",
        fill: "muted",
        size: 11,
      }),
    ];
  });
  // One path a colour instead of an element a cell: a week by hours has 168 cells in each panel.
  const paths = new Map<string, string>();
  const w = px(side - (side > 6 ? 0.5 : 0));
  for (const { x, y, v } of cells) {
    const at = `M${px(left + order.x.indexOf(x) * side)},${order.y.indexOf(y) * step}`;
    paths.set(scale.fill(v), `${paths.get(scale.fill(v)) ?? ""}${at}h${w}v${step - 0.5}h-${w}Z`);
  }
  const marks = [...paths].map(([fill, d]) => `<path d="${d}" fill="${fill}"/>`);
  const frame = box(left, 0, side * order.x.length, bottom, light("grid"));
  const svg = picture(width, bottom + 18, [frame, ...marks, ...rows, ...heads]);
  return { svg, title, width, height: bottom + 20 };
}
