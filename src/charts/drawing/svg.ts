import { escapeHtml } from "../../theme/html";
import type { Token } from "../../theme/tokens";
import { light } from "../../theme/variables";

/** A number as SVG text, to a hundredth of a pixel. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);

/** How a text stands. */
export interface TextLook {
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: Token;
  readonly size?: number;
  readonly bold?: boolean;
  /** A border in the colour of the paper, for text above marks. */
  readonly halo?: boolean;
}

/**
 * A text as SVG, its lines parted by line feeds, the first at `y`.
 *
 * @example words(4, 16, "Loyal <b>") // "<text …>Loyal &lt;b&gt;</text>"
 */
export function words(x: number, y: number, text: string, look: TextLook = {}): string {
  const { anchor = "start", fill = "ink", size = 12, bold = false, halo = false } = look;
  const border = halo
    ? ` stroke="${light("paper")}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`
    : "";
  const head =
    `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" fill="${light(fill)}" font-size="${size}"` +
    `${bold ? ' font-weight="600"' : ""}${border}>`;
  const lines = text.split("\n");
  const body =
    lines.length === 1
      ? escapeHtml(text)
      : lines
          .map((line, i) => `<tspan x="${px(x)}" dy="${i === 0 ? 0 : size + 2}">${escapeHtml(line)}</tspan>`)
          .join("");
  return `${head}${body}</text>`;
}

/**
 * A rectangle as SVG, with a text that shows when it is pointed at.
 *
 * @example box(0, 0, 10, 10, light("s1"), "VIP: 469")
 */
export function box(x: number, y: number, w: number, h: number, fill: string, title = ""): string {
  const size = `x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, w))}" height="${px(Math.max(0, h))}"`;
  return title === ""
    ? `<rect ${size} fill="${fill}"/>`
    : `<rect ${size} fill="${fill}"><title>${escapeHtml(title)}</title></rect>`;
}

/**
 * A line along a path as SVG.
 *
 * @example stroke("M0,0h10", light("axis"), 1, [4, 3])
 */
export function stroke(d: string, colour: string, width = 1, dash: readonly number[] = []): string {
  const dashed = dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : "";
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${dashed}/>`;
}

/**
 * The path through points in order.
 *
 * @example through([[0, 0], [10, 5]]) // "M0,0L10,5"
 */
export function through(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${px(x)},${px(y)}`).join("");
}

/** A whole drawing of parts. @example picture(720, 200, [words(4, 16, "VIP")]) */
export function picture(width: number, height: number, parts: readonly string[]): string {
  return `<svg width="${width}" height="${Math.ceil(height)}">${parts.join("")}</svg>`;
}
