import { fixed, missing, percent } from "../theme/format";
import { render, type Shown, type Table } from "./table";

/** One figure of a {@link comparison}. */
export interface ComparedFigure {
  /** What is counted or measured. */
  readonly figure: string;
  /** As the source prints it: a number, or its text (`"24.93 %"`, `"8,736,000.64"`), whose digits then count. */
  readonly published?: number | string;
  /** The same, computed here by the source's own method. */
  readonly reproduced?: number;
  /** Computed the way it should be. */
  readonly corrected?: number;
  /** Why the corrected figure differs, or what to make of it. */
  readonly why?: string;
  /** Writes the numbers. Default: the number of decimals of the published one. */
  format?(x: number): string;
  /** How far reproduced may lie from published. Default: half of the last published digit. */
  readonly tolerance?: number;
}

/** What a {@link comparison} shows. */
export interface ComparisonOptions {
  readonly title: string;
  readonly rows: readonly ComparedFigure[];
  /**
   * Whether the published figures are of the data at hand. Default true. With `false`, as for generated data, they
   * are left out, the column "Reproduced" is called "By the published method", and the table says so.
   */
  readonly applies?: boolean;
  /**
   * Other headings of the columns. Where the published figures are of the full data and only a part is at hand, give
   * no `reproduced`, and call `corrected` what it is: "On the data at hand".
   */
  readonly heads?: {
    readonly published?: string;
    readonly reproduced?: string;
    readonly corrected?: string;
    readonly why?: string;
  };
}

/**
 * The table "as published, reproduced, corrected, why": each reproduced figure is compared with the published one
 * at the digits that were published and marked ✓ or ✗. Columns in which no figure has anything are left out.
 *
 * @throws Error if a published text holds no number, or a figure has neither of the three.
 * @example
 * comparison({ title: "Rows", rows: [{ figure: "Missing customers", published: "24.93 %", reproduced: 0.24927 }] })
 */
export function comparison({ title, rows, applies = true, heads = {} }: ComparisonOptions): Table {
  const verdicts = rows.map((row) => (applies ? agrees(row) : undefined));
  const columns = [
    { head: "Figure", right: false, cells: rows.map(({ figure }) => ({ text: figure })) },
    {
      head: heads.published ?? "As published",
      right: true,
      cells: rows.map((row) => ({ text: applies ? asPublished(row) : "" })),
    },
    {
      // Where the source's figures are of other data, there is nothing to reproduce.
      head: heads.reproduced ?? (applies ? "Reproduced" : "By the published method"),
      right: true,
      cells: rows.map((row, i) => reproduced(row, verdicts[i])),
    },
    {
      head: heads.corrected ?? "Corrected",
      right: true,
      cells: rows.map((row) => ({ text: written(row, row.corrected) })),
    },
    { head: heads.why ?? "Why", right: false, cells: rows.map(({ why }) => ({ text: why ?? "" })) },
  ].filter(({ cells }) => cells.some(({ text }) => text !== ""));
  const body = rows.map((row, i): Shown[] => {
    if (row.published === undefined && row.reproduced === undefined && row.corrected === undefined) {
      throw new Error(
        `comparison: the figure "${row.figure}" has no value; give published, reproduced or corrected.`,
      );
    }
    return columns.map(({ right, cells }) => ({
      ...cells[i]!,
      text: cells[i]!.text || (right ? missing : ""),
      right,
    }));
  });
  return render(
    columns.map(({ head, right }) => ({ text: head, right })),
    body,
    { caption: title, foot: foot(applies, verdicts, rows) },
  );
}

function reproduced(row: ComparedFigure, same: boolean | undefined): { text: string; mark?: string } {
  const text = written(row, row.reproduced);
  return same === undefined
    ? { text }
    : same
      ? { text: `${text} ✓`, mark: "sb-same" }
      : { text: `${text} ✗`, mark: "sb-differs" };
}

function foot(
  applies: boolean,
  verdicts: readonly (boolean | undefined)[],
  rows: readonly ComparedFigure[],
): string {
  if (!applies) return "The published figures are of other data, so they are left out here.";
  const compared = verdicts.filter((same) => same !== undefined);
  if (compared.length === 0) return "";
  const allowed = [
    ...new Set(rows.flatMap(({ tolerance }) => (tolerance === undefined ? [] : [`±${tolerance}`]))),
  ];
  const or = allowed.length > 0 ? ` or within the ${allowed.join(" or ")} allowed` : "";
  return `✓ equal at the published digits${or}, ✗ not: ${compared.filter(Boolean).length} of ${compared.length} reproduced.`;
}

/**
 * Whether a figure is reproduced; undefined where there is nothing to compare.
 *
 * @example agrees({ figure: "Missing", published: "24.93 %", reproduced: 0.24927 }) // true
 */
export function agrees({ figure, published, reproduced, tolerance }: ComparedFigure): boolean | undefined {
  if (published === undefined || reproduced === undefined) return undefined;
  const { value, unit } = read(published, figure);
  // A relative allowance for binary fractions: 0.285 is less than the decimal 0.285.
  const allowed = (tolerance ?? unit / 2) + Math.abs(value) * 1e-12;
  return Math.abs(reproduced - value) <= allowed;
}

/** A published number and the worth of its last digit. */
function read(published: number | string, figure: string): { value: number; unit: number } {
  const text = typeof published === "number" ? String(published) : published;
  const found = /([−–-]?)\s*[^\d\s.−–-]?\s*(\d[\d,]*(?:\.\d+)?|\.\d+)(?:e([+-]?\d+))?\s*(%|k\b|M\b)?/.exec(
    text,
  );
  if (!found) throw new Error(`comparison: "${text}", published for "${figure}", holds no number.`);
  const [, sign, digits = "", power = "0", unit = ""] = found;
  const scale = { "%": 0.01, k: 1e3, M: 1e6 }[unit] ?? 1;
  const exponent = 10 ** Number(power) * scale;
  const decimals = digits.split(".")[1]?.length ?? 0;
  const value = Number(digits.replaceAll(",", "")) * exponent;
  return { value: sign ? -value : value, unit: 10 ** -decimals * exponent };
}

const decimals = (x: number) => (/e/.test(String(x)) ? 0 : (String(x).split(".")[1]?.length ?? 0));

function asPublished(row: ComparedFigure): string {
  return typeof row.published === "string" ? row.published : written(row, row.published);
}

/** A number in the figure's format; by default as the published one is written: its decimals, and per cent. */
function written(row: ComparedFigure, x: number | undefined): string {
  if (x === undefined) return "";
  if (row.format) return row.format(x);
  const { published } = row;
  if (typeof published === "string") {
    const digits = /\.(\d+)/.exec(published)?.[1]?.length ?? 0;
    return /%/.test(published) ? percent(x, digits) : fixed(x, digits);
  }
  if (published !== undefined) return fixed(x, decimals(published));
  const known = [row.reproduced, row.corrected].filter((value): value is number => value !== undefined);
  return fixed(x, Math.min(4, Math.max(0, ...known.map(decimals))));
}
