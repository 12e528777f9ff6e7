import { escapeHtml } from "../../theme/html";
import { light } from "../../theme/variables";
import { finish } from "./finish";

/** A value of a table cell. */
export type Cell = string | number | boolean | Date | null;

/** Columns and rows of plain values. */
export interface ChartData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A drawn chart with all that a page, a screen reader or a reader with questions needs. */
export interface Chart {
  /** Says what is shown. */
  readonly title: string;
  /** A sentence with the main figure in it. */
  readonly alt: string;
  /** SVG drawn at 720 pixels. */
  readonly wide: string;
  /** The same drawn anew at 340 pixels, for phones. */
  readonly narrow: string;
  /** What is drawn, as a table. */
  readonly data: ChartData;
  /** Vega-Lite specification, where there is one. */
  readonly spec?: object;
}

/** Widths at which every chart is drawn, in pixels. */
export const widths = { wide: 720, narrow: 340 } as const;

/** One drawing: SVG text, and the full texts of labels that were cut to fit. */
export interface Drawing {
  readonly svg: string;
  readonly full?: ReadonlyMap<string, string>;
  readonly spec?: object;
}

/** What a kind of chart hands over to be drawn. */
export interface Parts {
  readonly title: string;
  readonly alt: string;
  readonly data: ChartData;
  draw(width: number): Drawing;
}

/** Draws a chart at both widths; without rows of data it is a figure that says so. */
export function makeChart({ title, alt, data, draw }: Parts): Chart {
  if (data.rows.length === 0) {
    const none = "No data to show.";
    const blank = (width: number) => finish(emptySvg(width), { title, alt: none, width });
    return { title, alt: none, wide: blank(widths.wide), narrow: blank(widths.narrow), data };
  }
  const [wide, narrow] = [draw(widths.wide), draw(widths.narrow)];
  return {
    title,
    alt,
    wide: finish(wide.svg, { title, alt, width: widths.wide, full: wide.full }),
    narrow: finish(narrow.svg, { title, alt, width: widths.narrow, full: narrow.full }),
    data,
    ...(wide.spec && { spec: wide.spec }),
  };
}

function emptySvg(width: number): string {
  const text = escapeHtml("No data to show");
  return (
    `<svg width="${width}" height="96" text-anchor="middle">` +
    `<rect x="1" y="1" width="${width - 2}" height="94" fill="none" stroke="${light("axis")}" stroke-dasharray="4 4"/>` +
    `<text x="${width / 2}" y="53" fill="${light("muted")}">${text}</text></svg>`
  );
}
