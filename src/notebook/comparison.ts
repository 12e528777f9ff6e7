import { fixed, missing } from "../theme/format";
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
   * are left out, and the table says so.
   */
  readonly applies?: boolean;
}

/**
 * The table "as published, reproduced, corrected, why": each reproduced figure is compared with the published one
 * at the digits that were published and marked ✓ or ✗.
 *
 * @throws Error if a published text holds no number, or a figure has neither of the three.
 * @example
 * comparison({ title: "Rows", rows: [{ figure: "Missing customers", published: "24.93 %", reproduced: 0.24927,
 *   format: (x) => percent(x, 2) }] })
 */
export function comparison({ title, rows: given, applies = true }: ComparisonOptions): Table {
  const rows = applies ? given : given.map((row) => ({ ...row, published: undefined }));
  const heads = ["Figure", "As published", "Reproduced", "Corrected", "Why"];
  const right = (i: number) => i > 0 && i < 4;
  const body = rows.map((row): Shown[] => {
    if (row.published === undefined && row.reproduced === undefined && row.corrected === undefined) {
      throw new Error(
        `comparison: the figure "${row.figure}" has no value; give published, reproduced or corrected.`,
      );
    }
    const write = writer(row);
    const same = agrees(row);
    const verdict = same === undefined ? "" : same ? " ✓" : " ✗";
    const published = typeof row.published === "string" ? row.published : write(row.published);
    const mark = same === undefined ? undefined : same ? "sb-same" : "sb-differs";
    return [
      { text: row.figure, right: false },
      { text: published, right: true },
      { text: write(row.reproduced) + verdict, right: true, mark },
      { text: write(row.corrected), right: true },
      { text: row.why ?? "", right: false },
    ];
  });
  const compared = rows.map(agrees).filter((same) => same !== undefined);
  const met = compared.filter(Boolean).length;
  const foot = !applies
    ? "The published figures are of other data, so they are left out here."
    : compared.length > 0
      ? `✓ equal at the published digits, ✗ not: ${met} of ${compared.length} reproduced.`
      : "";
  return render(
    heads.map((text, i) => ({ text, right: right(i) })),
    body,
    { caption: title, foot },
  );
}

/** Whether a figure is reproduced; undefined where there is nothing to compare. */
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

function writer({
  published,
  reproduced,
  corrected,
  format,
}: ComparedFigure): (x: number | undefined) => string {
  const decimals = (x: number) => (/e/.test(String(x)) ? 0 : (String(x).split(".")[1]?.length ?? 0));
  const own =
    typeof published === "string" ? (/\.(\d+)/.exec(published)?.[1]?.length ?? 0) : decimals(published ?? 0);
  const known = [reproduced, corrected].filter((x): x is number => x !== undefined).map(decimals);
  const digits = published === undefined ? Math.min(4, Math.max(0, ...known)) : own;
  return (x) => (x === undefined ? missing : format ? format(x) : fixed(x, digits));
}
