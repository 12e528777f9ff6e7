import { escapeHtml } from "../theme/html";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { logTicks, roundTicks } from "./drawing/axis";
import { type Chart, type Drawing, makeChart } from "./drawing/chart";
import { compose, type Panel } from "./drawing/compose";
import { type IntervalRow, type Reference, toIntervals } from "./drawing/interval-rows";
import { withFoot } from "./drawing/key";
import { distinct, type Rows, zip } from "./drawing/rows";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { picture, px, stroke, words } from "./drawing/svg";

/** Options of {@link intervalPlot}. */
export interface IntervalPlotOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What is measured, with its unit, and what the interval is, such as "nDCG at 10 (95 % interval)". */
  xTitle: string;
  /**
   * A dashed line: a fixed value, for all groups or for those it names, such as a lift of 1; or the `row` of which each
   * group's own value is the line, such as the baseline. Against a fixed value, points whose interval holds it are hollow.
   */
  reference?: Reference | readonly Reference[] | { readonly row: string };
  /** Whether the axis is logarithmic. Default false. */
  log?: boolean;
  /** Whether all groups have the same axis. Default true. */
  shared?: boolean;
  format?: Format;
}

type Row = ReturnType<typeof toIntervals>[number];

/**
 * One point with its interval a row, such as the nDCG of each method, in a panel for each group, with a line to
 * compare with. Rows and groups stand in order of appearance. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, does not lie within its interval, is not
 * positive on a logarithmic axis, or stands twice in its group; and if there is no row of the reference.
 * @example intervalPlot([{ label: "Personal top", value: 0.21, low: 0.2, high: 0.22, group: "n = 10" }],
 *   { title: "nDCG by method", xTitle: "nDCG (95 % interval)", reference: { row: "Personal top" } })
 */
export function intervalPlot(rows: Rows<IntervalRow>, options: IntervalPlotOptions): Chart {
  const all = toIntervals(rows, options.reference, options.log === true);
  // The estimates say how many digits there are, unless they are whole by chance and their ends are not.
  const whole = all.every(({ value }) => Number.isInteger(value));
  const write = valueWriter(
    all.flatMap(({ value, low, high }) => (whole ? [value, low, high] : [value])),
    options.format,
  );
  const grouped = all.some(({ group }) => group !== "");
  return makeChart({
    title: options.title,
    alt: options.alt ?? describe(all, write),
    data: {
      columns: [...(grouped ? ["Group"] : []), "Name", options.xTitle, "From", "To"],
      rows: zip(
        ...(grouped ? [all.map(({ group }) => group)] : []),
        all.map(({ label }) => label),
        all.map(({ value }) => value),
        all.map(({ low }) => low),
        all.map(({ high }) => high),
      ),
    },
    draw: (width) => draw(all, options, write, width),
  });
}

function describe(rows: readonly Row[], write: (x: number) => string): string {
  const by = [...rows].sort((a, b) => b.value - a.value);
  const name = (row: Row | undefined) =>
    row === undefined
      ? "none"
      : `${row.group ? `${row.group}, ` : ""}${row.label} (${write(row.value)}, ${write(row.low)} to ${write(row.high)})`;
  const fixed = rows.filter(({ reference }) => reference?.fixed);
  const beyond = fixed.filter(({ holds }) => !holds).length;
  const compared =
    fixed.length > 0
      ? ` ${beyond} of ${fixed.length} ${fixed.length === 1 ? "interval does" : "intervals do"} not hold the reference (${fixed[0]?.reference?.label}).`
      : "";
  return `Highest: ${name(by[0])}; lowest: ${name(by.at(-1))}.${compared}`;
}

function draw(
  rows: readonly Row[],
  options: IntervalPlotOptions,
  write: (x: number) => string,
  width: number,
): Drawing {
  const narrow = width < 500;
  const [labels, groups] = [
    distinct(rows.map(({ label }) => label)),
    distinct(rows.map(({ group }) => group)),
  ];
  const widest = Math.max(...labels.map((label) => textWidth(label, 12)));
  // Names are whole rather than short: two sides of a rule may differ in their last words only.
  const tries = [
    [0.34, 2],
    [0.34, 3],
    [narrow ? 0.42 : 0.34, 5],
    [narrow ? 0.42 : 0.34, 7],
  ] as const;
  const broken = tries.map(([share, most]) => {
    const room = Math.min(width * share, widest) + 1;
    const shown = shorten(labels, 12, room, most);
    return { names: room, shown, cut: fullTexts(labels, shown).size };
  });
  const { names, shown } = broken.reduce((best, one) => (one.cut < best.cut ? one : best));
  const lines = new Map(labels.map((label, i) => [label, shown[i]!]));
  const step = Math.max(32, Math.max(...shown.map(lineCount)) * 14 + 4);
  const plotOf = (columns: number) => Math.floor((width - names - 10 - (columns - 1) * 14) / columns);
  // Four stand two by two rather than three and one.
  const choices = groups.length === 4 ? [2] : [3, 2];
  const columns = narrow ? 1 : (choices.find((n) => n <= groups.length && plotOf(n) >= 150) ?? 1);
  const plot = plotOf(columns);
  const panels = groups.map((group, i): Panel => {
    const own = rows.filter((row) => row.group === group);
    const named = i % columns === 0;
    const scale = scaleOf(options.shared === false ? own : rows, options.log === true);
    // Panels of one line have the same rows, so that a name stands for all of them.
    const beside = columns > 1 ? labels : own.map(({ label }) => label);
    return {
      ...onePanel(
        own,
        beside,
        { left: named ? names + 10 : 0, plot, step, lines: named ? lines : undefined },
        scale,
        {
          write,
          format: options.format,
          both: columns === 1 && !narrow,
        },
      ),
      ...(group && { title: group }),
      left: named ? 0 : names + 10 + (i % columns) * (plot + 14),
    };
  });
  const hollow = rows.some(({ holds }) => holds);
  const said = distinct(rows.flatMap(({ reference }) => (reference ? [reference.label] : [])));
  const remarks = [
    ...(said.length > 0
      ? [`Dashed line: ${said.join("; ")}.${hollow ? " Hollow: the interval holds it." : ""}`]
      : []),
  ];
  const titled = withFoot(compose(panels, columns, width), [options.xTitle], width, "title");
  return { svg: withFoot(titled, remarks, width, "remark"), full: fullTexts(labels, shown) };
}

interface Scale {
  readonly ticks: readonly number[];
  /** The share of the axis, 0 to 1, at which a value stands. */
  at(value: number): number;
}

function scaleOf(rows: readonly Row[], log: boolean): Scale {
  const all = rows.flatMap(({ low, high, reference }) => [
    low,
    high,
    ...(reference ? [reference.value] : []),
  ]);
  const t = log ? Math.log10 : (x: number) => x;
  const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  const [from, to] = [t(least), t(most)];
  // A single value stands in the middle of an axis of its own size.
  const pad = to > from ? (to - from) * 0.04 : Math.abs(from) / 10 || 1;
  const found = log ? logTicks(least, most) : roundTicks(least, most, 5);
  return {
    ticks: found.length > 1 || !log ? found : [least, most],
    at: (value) => (t(value) - from + pad) / (to - from + 2 * pad),
  };
}

function onePanel(
  own: readonly Row[],
  labels: readonly string[],
  place: { left: number; plot: number; step: number; lines: ReadonlyMap<string, string> | undefined },
  scale: Scale,
  say: { write: (x: number) => string; format: Format | undefined; both: boolean },
): Panel {
  const { left, plot, step, lines } = place;
  const text = ({ value, low, high }: Row) =>
    say.both ? `${say.write(value)} (${say.write(low)} to ${say.write(high)})` : say.write(value);
  const room = Math.max(...own.map((row) => textWidth(text(row), 12))) + 10;
  const at = (value: number) => left + 6 + scale.at(value) * (plot - room - 6);
  const height = labels.length * step + 24;
  const bottom = height - 20;
  const every = Math.ceil(
    (scale.ticks.length *
      (Math.max(...scale.ticks.map((x) => textWidth(tickText(x, say.format), 12))) + 10)) /
      (plot - room),
  );
  const parts = scale.ticks.flatMap((tick, i) => [
    stroke(`M${px(at(tick))},0V${bottom}`, light("grid")),
    i % every === 0
      ? words(at(tick), bottom + 15, tickText(tick, say.format), { anchor: "middle", fill: "muted" })
      : "",
  ]);
  const line = own.find(({ reference }) => reference)?.reference;
  if (line) parts.push(stroke(`M${px(at(line.value))},0V${bottom}`, light("ink"), 1.5, [5, 4]));
  for (const [i, label] of labels.entries()) {
    const y = i * step + step / 2 + 2;
    const name = lines?.get(label);
    if (name !== undefined)
      parts.push(words(left - 8, y + 11 - lineCount(name) * 7, name, { anchor: "end" }));
    const row = own.find((candidate) => candidate.label === label);
    if (row === undefined) continue;
    const whole = escapeHtml(
      `${label}: ${say.write(row.value)} (${say.write(row.low)} to ${say.write(row.high)})`,
    );
    const [fill, edge] = row.holds ? [light("paper"), light("s1")] : [light("s1"), light("paper")];
    parts.push(
      stroke(
        `${end(at(row.low), y)}${end(at(row.high), y)}M${px(at(row.low))},${y}H${px(at(row.high))}`,
        light("s1"),
        2,
      ),
      `<circle cx="${px(at(row.value))}" cy="${y}" r="4" fill="${fill}" stroke="${edge}" stroke-width="${row.holds ? 2 : 1}"><title>${whole}</title></circle>`,
      words(left + plot, y + 4, text(row), { anchor: "end" }),
    );
  }
  return { svg: picture(left + plot, height, parts), width: left + plot, height };
}

/** The mark at an end of an interval, so that a short one is seen behind its point. */
const end = (x: number, y: number) => `M${px(x)},${y - 6}v12`;

const lineCount = (text: string) => text.split("\n").length;
