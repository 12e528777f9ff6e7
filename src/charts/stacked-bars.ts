import { percent } from "../theme/format";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { groupKey, withFoot } from "./drawing/key";
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
import type { Colours } from "./drawing/series";
import { box, picture, px, stroke, words } from "./drawing/svg";

/** Options of {@link stackedBars}. */
export interface StackedOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Column of the bars' names, in order of appearance. */
  category: Column<T>;
  /** Column of the parts, in order of appearance. */
  series: Column<T>;
  /** Column of the parts' sizes; not negative. */
  value: Column<T>;
  /** Whether each bar is made 100 % long. Default true. */
  share?: boolean;
  /** What is measured. */
  valueTitle: string;
  /** How sizes are written where bars are not made 100 % long. */
  format?: Format;
  colours?: Colours;
}

/**
 * Bars of parts lying on each other, such as the shares of segments in each cluster, with the shares in the parts
 * where they fit. O(n).
 *
 * @throws Error that names row and column if a value is negative or not finite or a part stands twice, and if there
 * are more than eight series.
 * @example stackedBars([{ cluster: "1", segment: "VIP", customers: 462 }], { title: "Segments in the clusters",
 *   category: "cluster", series: "segment", value: "customers", valueTitle: "Share of customers" })
 */
export function stackedBars<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: StackedOptions<T>,
): Chart {
  const list = toRows(rows);
  const [names, series, values] = [
    labels(list, options.category),
    labels(list, options.series),
    numbers(list, options.value),
  ];
  requireUnique(
    names.map((name, i) => `${name} / ${series[i]}`),
    "The part",
  );
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0)
    throw new Error(`Row ${negative + 1}, column "${options.value}": ${values[negative]} is negative.`);
  const totals = new Map(
    distinct(names).map((name) => [
      name,
      values.reduce((sum, v, i) => (names[i] === name ? sum + v : sum), 0),
    ]),
  );
  const shares = values.map((value, i) => value / (totals.get(names[i]!)! || 1));
  const top = shares.reduce((most, share, i) => (share > shares[most]! ? i : most), 0);
  return makeChart({
    title: options.title,
    alt:
      options.alt ??
      (values.length > 0
        ? `Greatest part: ${series[top]} with ${percent(shares[top])} of ${names[top]}.`
        : ""),
    data: {
      columns: [options.category, options.series, options.value, "Share of the bar"],
      rows: zip(names, series, values, shares),
    },
    draw: (width) => draw(names, series, values, shares, totals, options, width),
  });
}

function draw<T extends object>(
  names: readonly string[],
  series: readonly string[],
  values: readonly number[],
  shares: readonly number[],
  totals: ReadonlyMap<string, number>,
  options: StackedOptions<T>,
  width: number,
) {
  const relative = options.share !== false;
  const parts = distinct(series);
  const { paint, key } = groupKey(parts, options.colours, true, width);
  const bars = [...totals.keys()];
  const shown = shorten(bars, 12, width * 0.32, 2);
  const left = Math.max(...shown.flatMap((name) => name.split("\n").map((line) => textWidth(line, 12)))) + 12;
  const say = valueWriter(values, options.format);
  const longest = relative ? 1 : Math.max(...totals.values()) || 1;
  const right = relative ? 22 : textWidth(say(longest), 12) + 10;
  const scale = (width - left - right) / longest;
  const [top, step] = [key.height + 8, 34];
  const at = new Map(bars.map((name) => [name, left]));
  const drawn = names.map((name, i) => {
    const size = (relative ? shares[i]! : values[i]!) * scale;
    const [x, y] = [at.get(name)!, top + bars.indexOf(name) * step];
    at.set(name, x + size);
    const text = relative ? percent(shares[i], 0) : say(values[i]!);
    const said = `${name}, ${series[i]}: ${say(values[i]!)} (${percent(shares[i])})`;
    const fill = paint[parts.indexOf(series[i]!)]!;
    const fits = textWidth(text, 11) + 6 <= size;
    return (
      box(x, y + 3, Math.max(0, size - 1), step - 8, fill, said) +
      (fits
        ? `<text x="${px(x + size / 2)}" y="${y + 20}" text-anchor="middle" font-size="11" fill="${light("paper")}">${text}</text>`
        : "")
    );
  });
  const labelsLeft = shown.map((name, i) =>
    words(left - 8, top + i * step + 20 - (name.includes("\n") ? 7 : 0), name, { anchor: "end" }),
  );
  const ends = relative
    ? []
    : bars.map((name, i) => words(at.get(name)! + 5, top + i * step + 20, say(totals.get(name)!)));
  const bottom = top + bars.length * step;
  const ticks = relative ? [0, 0.25, 0.5, 0.75, 1] : [];
  const axis = ticks.map(
    (tick) =>
      stroke(`M${px(left + tick * scale)},${top}V${bottom}`, light("grid")) +
      words(left + tick * scale, bottom + 14, tickText(tick, "percent"), { anchor: "middle", fill: "muted" }),
  );
  const svg = picture(width, bottom + (relative ? 26 : 8), [
    key.svg,
    ...axis,
    ...drawn,
    ...labelsLeft,
    ...ends,
  ]);
  return { svg: withFoot(svg, [options.valueTitle], width, "title"), full: fullTexts(bars, shown) };
}
