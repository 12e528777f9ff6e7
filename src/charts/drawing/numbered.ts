import { fullTexts, textWidth, truncate, wrap } from "../../theme/text";
import type { Key } from "./key";
import { words } from "./svg";

/** What a number in a drawing stands for. */
export interface NumberedEntry {
  readonly text: string;
  /** Figures that follow the text on a line of their own. */
  readonly figures?: string;
}

/** Pixels that a number and the gap to the next column take. */
const beside = 34;
const measure = (text: string) => textWidth(text, 12);

/**
 * A list of what the numbers 1, 2, 3 … in a drawing stand for, in as many columns as `width` allows, each text in at most
 * two lines. Its top is at 0.
 *
 * @example numbered([{ text: "TEACUP → SAUCER", figures: "lift 22.0" }], 720).height // 38
 */
export function numbered(
  entries: readonly NumberedEntry[],
  width: number,
): Key & { full: Map<string, string> } {
  const longest = Math.max(0, ...entries.flatMap((entry) => [entry.text, entry.figures ?? ""].map(measure)));
  // Short texts stand in as many columns as they fit into; of long ones, few are broken into two lines.
  const least = width < 500 || entries.length < 4 ? 1 : 2;
  const columns = [4, 3, 2].find((n) => n <= entries.length / 2 && longest <= width / n - beside) ?? least;
  const room = width / columns - beside;
  const full = new Map<string, string>();
  const perColumn = Math.ceil(entries.length / columns);
  const bottoms: number[] = [];
  const parts = entries.map(({ text, figures }, i) => {
    const column = Math.floor(i / perColumn);
    const left = 4 + column * (width / columns);
    const top = (bottoms[column] ?? 0) + 14;
    const lines = wrap(text, 12, room, 2);
    const shown = lines.join("\n") || "(none)";
    for (const [cut, whole] of fullTexts([text], [shown])) full.set(cut, whole);
    const below = figures === undefined ? [] : [truncate(figures, 12, room)];
    bottoms[column] = top + (lines.length + below.length - 1) * 14 + 6;
    return [
      words(left + 18, top, String(i + 1), { anchor: "end", bold: true }),
      words(left + 26, top, shown),
      ...below.map((line) => words(left + 26, top + lines.length * 14, line, { fill: "muted" })),
    ].join("");
  });
  return { svg: parts.join(""), height: Math.max(0, ...bottoms), full };
}

/**
 * Puts a list below a drawing.
 *
 * @example withList(svg, numbered(entries, 720))
 */
export function withList(svg: string, list: Key): string {
  const top = Number(/\sheight="([\d.]+)"/.exec(svg)![1]) + 6;
  return svg
    .replace(/\sheight="[\d.]+"/, ` height="${Math.ceil(top + list.height)}"`)
    .replace(/<\/svg>$/, () => `<g transform="translate(0,${top})">${list.svg}</g></svg>`);
}
