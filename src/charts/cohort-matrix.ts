import { count, fixed } from "../theme/format";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { withFoot } from "./drawing/key";
import { ramp, rampKey } from "./drawing/ramp";
import { type Column, distinct, labels, numbers, type Rows, requireUnique, toRows } from "./drawing/rows";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { box, picture, words } from "./drawing/svg";

/** Options of {@link cohortMatrix}. */
export interface CohortOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** Column of the cohorts, such as the month of the first order; rows in order of appearance. */
  cohort: Column<T>;
  /** Column of the periods since, whole numbers from 0. */
  period: Column<T>;
  /** Column of the values, such as the share that came back. */
  value: Column<T>;
  /** Column of the customers in the cohort, the same in all rows of it. */
  size?: Column<T>;
  /** What a period is. Default: Months since the first order. */
  periodTitle?: string;
  /** What the colour measures. */
  valueTitle?: string;
  /** Default percent. */
  format?: Format;
}

interface CohortCell {
  readonly cohort: string;
  readonly period: number;
  readonly value: number;
}

interface Matrix {
  readonly cells: readonly CohortCell[];
  readonly cohorts: readonly string[];
  readonly periods: readonly number[];
  readonly sizes: ReadonlyMap<string, number>;
  /** Mean of each period over the cohorts that have it, weighted by their size. */
  readonly means: ReadonlyMap<number, number>;
}

/**
 * Cohorts by periods since their start, with the cohorts' sizes and, last, the mean of each period weighted by size
 * (unweighted means let a cohort of ten speak as loud as one of a thousand). A first column that is 1 throughout
 * takes no part in the colours. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number, a period is no whole number from 0, a
 * cell stands twice, or a cohort has two sizes.
 * @example cohortMatrix([{ month: "2019-01", since: 1, share: 0.06, n: 215 }], { title: "Who came back",
 *   cohort: "month", period: "since", value: "share", size: "n" })
 */
export function cohortMatrix<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: CohortOptions<T>,
): Chart {
  const matrix = toMatrix(toRows(rows), options);
  const { cells, sizes, means } = matrix;
  const say = valueWriter(
    cells.map(({ value }) => value),
    options.format ?? "percent",
  );
  const later = cells.filter(({ period }) => period > 0);
  const best = later.reduce((most, cell) => (cell.value > most.value ? cell : most), later[0] ?? cells[0]!);
  const first = means.get(1);
  const mean =
    first === undefined ? "" : `${sizes.size > 0 ? "Weighted mean" : "Mean"} of period 1: ${say(first)}; `;
  const alt = best ? `${mean}highest later: ${say(best.value)} (${best.cohort}, period ${best.period}).` : "";
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt.replace(/^h/, "H"),
    data: {
      columns: [
        "Cohort",
        ...(sizes.size > 0 ? ["Customers"] : []),
        options.periodTitle ?? options.period,
        options.valueTitle ?? options.value,
      ],
      rows: cells.map(({ cohort, period, value }) => [
        cohort,
        ...(sizes.size > 0 ? [sizes.get(cohort)!] : []),
        period,
        value,
      ]),
    },
    draw: (width) => draw(matrix, options, width),
  });
}

function toMatrix<T extends object>(list: readonly object[], options: CohortOptions<T>): Matrix {
  const [cohorts, periods, values] = [
    labels(list, options.cohort),
    numbers(list, options.period),
    numbers(list, options.value),
  ];
  requireUnique(
    cohorts.map((cohort, i) => `${cohort}, period ${periods[i]}`),
    "The cell",
  );
  const sizes = new Map<string, number>();
  for (const [i, size] of (options.size === undefined ? [] : numbers(list, options.size)).entries()) {
    const known = sizes.get(cohorts[i]!);
    if (known !== undefined && known !== size) {
      throw new Error(`Row ${i + 1}: cohort "${cohorts[i]}" has ${size} customers here and ${known} before.`);
    }
    sizes.set(cohorts[i]!, size);
  }
  const cells = values.map((value, i): CohortCell => {
    const period = periods[i]!;
    if (Number.isInteger(period) && period >= 0) return { cohort: cohorts[i]!, period, value };
    throw new Error(`Row ${i + 1}, column "${options.period}": ${period} is no whole number from 0.`);
  });
  const known = distinct(periods).sort((a, b) => a - b);
  const means = new Map(
    known.map((period) => {
      const own = cells.filter((cell) => cell.period === period);
      const weight = ({ cohort }: CohortCell) => sizes.get(cohort) ?? 1;
      const all = own.reduce((sum, cell) => sum + weight(cell), 0);
      return [period, own.reduce((sum, cell) => sum + cell.value * weight(cell), 0) / all];
    }),
  );
  return { cells, cohorts: distinct(cohorts), periods: known, sizes, means };
}

function draw<T extends object>(matrix: Matrix, options: CohortOptions<T>, width: number) {
  const { cells, cohorts, periods, sizes, means } = matrix;
  const format = options.format ?? "percent";
  const trivial = cells.every(({ period, value }) => period > 0 || value === 1) && periods.length > 1;
  const coloured = cells.filter(({ period }) => !(trivial && period === 0));
  const scale = ramp(coloured.map(({ value }) => value));
  const say = valueWriter(
    cells.map(({ value }) => value),
    format,
  );
  const shown = shorten(cohorts, 12, width * 0.3);
  const mean = sizes.size > 0 ? "Weighted mean" : "Mean";
  const names = Math.min(width * 0.3, Math.max(...[...shown, "Mean"].map((name) => textWidth(name, 12))));
  const sizeRoom =
    sizes.size > 0 ? Math.max(16, ...[...sizes.values()].map((n) => textWidth(count(n), 12))) + 10 : 0;
  const left = names + sizeRoom + 12;
  const side = Math.min(64, (width - left - 4) / periods.length);
  const all = [...coloured.map(({ value }) => value), ...means.values()].filter((x) => !trivial || x !== 1);
  const bare = (x: number) => fixed(x * 100, 1);
  const whole = (x: number) => fixed(x * 100, 0);
  const fits = (text: (x: number) => string) => all.every((x) => textWidth(text(x), 11) <= side - 2);
  const texts = format === "percent" ? [say, bare, whole] : [say, (x: number) => tickText(x, format)];
  const text = texts.find(fits);
  const key = rampKey(scale, options.valueTitle ?? options.value, (x) => tickText(x, format), width);
  const top = key.height + 32;
  const height = 24;
  const cell = (x: number, y: number, value: number, said: string, plain: boolean) =>
    box(x + 0.5, y + 0.5, side - 1, height - 1, plain ? light("grid") : scale.fill(value), said) +
    (text && !(plain && textWidth(text(value), 11) > side - 2)
      ? `<text x="${x + side / 2}" y="${y + 16}" text-anchor="middle" font-size="11" fill="${plain ? light("ink") : scale.ink(value)}">${text(value)}</text>`
      : "");
  const column = (period: number) => left + periods.indexOf(period) * side;
  const rowY = (i: number) => top + i * height;
  const drawn = cells.map(({ cohort, period, value }) =>
    cell(
      column(period),
      rowY(cohorts.indexOf(cohort)),
      value,
      `${cohort}, period ${period}: ${say(value)}`,
      trivial && period === 0,
    ),
  );
  const meanY = rowY(cohorts.length) + 8;
  const foot =
    cohorts.length > 1
      ? [
          words(4, meanY + 16, "Mean", { bold: true }),
          ...periods.map((period) =>
            cell(
              column(period),
              meanY,
              means.get(period)!,
              `${mean}, period ${period}: ${say(means.get(period)!)}`,
              trivial && period === 0,
            ),
          ),
        ]
      : [];
  const head = periods.map((period) =>
    words(column(period) + side / 2, top - 6, String(period), { anchor: "middle", fill: "muted" }),
  );
  const rowNames = shown.map((name, i) => words(4, rowY(i) + 16, name));
  const rowSizes = cohorts.flatMap((cohort, i) =>
    sizes.has(cohort)
      ? [words(left - 8, rowY(i) + 16, count(sizes.get(cohort)!), { anchor: "end", fill: "muted" })]
      : [],
  );
  const sizeHead = sizeRoom > 0 ? [words(left - 8, top - 6, "n", { anchor: "end", fill: "muted" })] : [];
  const bottom = cohorts.length > 1 ? meanY + height + 10 : rowY(1) + 10;
  const svg = picture(width, bottom, [
    key.svg,
    ...head,
    ...sizeHead,
    ...rowNames,
    ...rowSizes,
    ...drawn,
    ...foot,
  ]);
  const remarks = [
    ...(text === whole || text === bare ? ["cells in %"] : []),
    ...(sizes.size > 0 && cohorts.length > 1 ? ["mean weighted by n"] : []),
  ];
  const remark = remarks.length > 0 ? ` (${remarks.join("; ")})` : "";
  const title = `${options.periodTitle ?? "Months since the first order"}${remark}`;
  return { svg: withFoot(svg, [title], width, "title"), full: fullTexts(cohorts, shown) };
}
