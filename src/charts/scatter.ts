import * as Plot from "@observablehq/plot";
import { count } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { boldness, textWidth, truncate } from "../theme/text";
import { light } from "../theme/variables";
import { logTicks, roundTicks, thin } from "./drawing/axis";
import { type Chart, type ChartData, makeChart } from "./drawing/chart";
import { groupKey, withKey } from "./drawing/key";
import { type Column, distinct, labels, numbers, type Rows, toRows, zip } from "./drawing/rows";
import { type Format, tickText } from "./drawing/scale";
import { type Colours, symbolPath } from "./drawing/series";
import { type Extent, extent, place, squarePaths, squares } from "./drawing/squares";
import { px, stroke, words } from "./drawing/svg";
import { drawPlot } from "./plot";

/** Options of {@link scatterPlot}. */
export interface ScatterOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  x: Column<T>;
  y: Column<T>;
  /** Column that colours the points and gives them their shapes. */
  group?: Column<T>;
  xTitle?: string;
  yTitle?: string;
  xFormat?: Format;
  yFormat?: Format;
  xLog?: boolean;
  yLog?: boolean;
  colours?: Colours;
  /** Places to name, such as the centres of clusters, in the units of the axes. */
  places?: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}

/** Points drawn one by one at most; more are counted in a grid of squares. */
const mostPoints = 1500;

/**
 * Rows as points; more than 1,500 are counted in a grid, a square's area standing for the number of points in its
 * cell and its colour for the group that most of them belong to. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, or not positive on a logarithmic axis.
 * @example scatterPlot([{ recency: 3, revenue: 412 }], { title: "Revenue by recency", x: "recency", y: "revenue",
 *   yLog: true, yFormat: "money" })
 */
export function scatterPlot<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: ScatterOptions<T>,
): Chart {
  const list = toRows(rows);
  const x = extent(options.x, numbers(list, options.x), options.xLog ?? false);
  const y = extent(options.y, numbers(list, options.y), options.yLog ?? false);
  const groupOf = options.group === undefined ? undefined : labels(list, options.group);
  const groups = distinct(groupOf ?? [""]);
  const index = new Map(groups.map((name, i) => [name, i]));
  const of = groupOf?.map((name) => index.get(name)!);
  const alt = `${count(list.length)} ${list.length === 1 ? "point" : "points"}${groupOf ? ` in ${count(groups.length)} groups` : ""}: ${options.xTitle ?? options.x} from ${tickText(x.low, options.xFormat)} to ${tickText(x.high, options.xFormat)}, ${options.yTitle ?? options.y} from ${tickText(y.low, options.yFormat)} to ${tickText(y.high, options.yFormat)}.`;
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data:
      list.length > mostPoints ? binnedData(x, y, groups, of, options) : pointData(x, y, groupOf, options),
    draw: (width) => ({ svg: draw(x, y, groups, of, options, width) }),
  });
}

const wideGrid = { across: 56, up: 28 };

function pointData<T extends object>(
  x: Extent,
  y: Extent,
  groupOf: string[] | undefined,
  options: ScatterOptions<T>,
): ChartData {
  const columns = [options.xTitle ?? options.x, options.yTitle ?? options.y];
  const [xs, ys] = [Array.from(x.values), Array.from(y.values)];
  return groupOf
    ? { columns: [...columns, options.group!], rows: zip(xs, ys, groupOf) }
    : { columns, rows: zip(xs, ys) };
}

function binnedData<T extends object>(
  x: Extent,
  y: Extent,
  groups: readonly string[],
  of: number[] | undefined,
  options: ScatterOptions<T>,
): ChartData {
  const at = ({ low, high, log }: Extent, share: number) =>
    Number((log ? low * (high / low) ** share : low + (high - low) * share).toPrecision(4));
  const rows = squares(x, y, wideGrid.across, wideGrid.up, of).map(({ i, j, n, group }) => [
    at(x, (i + 0.5) / wideGrid.across),
    at(y, (j + 0.5) / wideGrid.up),
    n,
    ...(of ? [groups[group]!] : []),
  ]);
  const columns = [
    `${options.xTitle ?? options.x} (middle of cell)`,
    `${options.yTitle ?? options.y} (middle of cell)`,
    "Points",
  ];
  return { columns: of ? [...columns, "Most of"] : columns, rows };
}

function draw<T extends object>(
  x: Extent,
  y: Extent,
  groups: readonly string[],
  of: number[] | undefined,
  options: ScatterOptions<T>,
  width: number,
): string {
  const narrow = width < 500;
  const { paint, key } = groupKey(groups, options.colours, of !== undefined, width);
  const yTicks = ticksOf(y, 5);
  const marginLeft = Math.max(...yTicks.map((tick) => textWidth(tickText(tick, options.yFormat), 12))) + 14;
  const [height, marginTop, marginBottom, marginRight] = [
    key.height + (narrow ? 330 : 380),
    key.height + 30,
    44,
    16,
  ];
  const frame = {
    left: marginLeft + 6,
    top: marginTop + 6,
    width: width - marginLeft - marginRight - 12,
    height: height - marginTop - marginBottom - 12,
  };
  const axis = (e: Extent, ticks: number[], format?: Format) => ({
    type: e.log ? ("log" as const) : ("linear" as const),
    domain:
      e.high > e.low ? [e.low, e.high] : [e.low * 0.5 - (e.log ? 0 : 1), e.high * 1.5 + (e.log ? 0 : 1)],
    ticks,
    tickSize: 0,
    inset: 6,
    tickFormat: (value: number) => tickText(value, format),
  });
  const xTicks = thin(ticksOf(x, narrow ? 4 : 8), frame.width);
  const svg = drawPlot(
    {
      height,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: {
        ...axis(x, xTicks, options.xFormat),
        label: options.xTitle ?? options.x,
        labelAnchor: "center",
        labelArrow: "none",
      },
      y: {
        ...axis(y, yTicks, options.yFormat),
        label: null,
      },
      marks: [
        Plot.gridX({ stroke: light("grid"), strokeOpacity: 1, ticks: xTicks }),
        Plot.gridY({ stroke: light("grid"), strokeOpacity: 1, ticks: yTicks }),
      ],
    },
    width,
  );
  const up = `<text x="4" y="${marginTop - 8}" text-anchor="start">${escapeHtml(options.yTitle ?? options.y)}</text>`;
  return withKey(
    svg,
    key.svg + up + marks(x, y, of, paint, frame, narrow) + named(x, y, options.places ?? [], frame),
  );
}

function ticksOf(e: Extent, most: number): number[] {
  return e.log ? logTicks(e.low, e.high) : roundTicks(e.low, e.high, most);
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Crosses with names, each moved down until it stands clear of those before it. */
function named(
  x: Extent,
  y: Extent,
  places: NonNullable<ScatterOptions<object>["places"]>,
  frame: Frame,
): string {
  const taken: { left: number; right: number; y: number }[] = [];
  const parts = places.map((spot) => {
    const [cx, cy] = [
      frame.left + place({ ...x, values: [spot.x] }, 0) * frame.width,
      frame.top + (1 - place({ ...y, values: [spot.y] }, 0)) * frame.height,
    ];
    const name = truncate(spot.text, 12, (frame.width * 0.4) / boldness);
    const size = textWidth(name, 12) * boldness;
    const left = cx + 9 + size > frame.left + frame.width ? cx - 9 - size : cx + 9;
    let at = cy + 4;
    while (taken.some((t) => left < t.right && left + size > t.left && Math.abs(at - t.y) < 15)) at += 3;
    taken.push({ left, right: left + size, y: at });
    const cross = `M${px(cx - 6)},${px(cy)}h12M${px(cx)},${px(cy - 6)}v12`;
    return (
      stroke(cross, light("paper"), 5) +
      stroke(cross, light("ink"), 2.5) +
      words(left, at, name, { bold: true, halo: true })
    );
  });
  return parts.join("");
}

function marks(
  x: Extent,
  y: Extent,
  of: number[] | undefined,
  paint: readonly string[],
  frame: Frame,
  narrow: boolean,
): string {
  const path = (d: string, group: number) => `<path d="${d}" fill="${paint[group]}" fill-opacity="0.75"/>`;
  if (x.values.length > mostPoints) {
    const cells = narrow ? { across: 26, up: 26 } : wideGrid;
    const paths = squarePaths(squares(x, y, cells.across, cells.up, of), { ...frame, ...cells });
    return [...paths].map(([group, d]) => path(d, group)).join("");
  }
  return paint
    .map((_colour, group) => {
      let d = "";
      for (let k = 0; k < x.values.length; k++) {
        if ((of?.[k] ?? 0) !== group) continue;
        d += symbolPath(
          group,
          3,
          frame.left + place(x, k) * frame.width,
          frame.top + (1 - place(y, k)) * frame.height,
        );
      }
      return path(d, group);
    })
    .join("");
}
