import { fullTexts, textWidth, truncate, wrap } from "../../theme/text";
import { light } from "../../theme/variables";
import type { Key } from "./key";
import { dashes } from "./series";
import { stroke, words } from "./svg";

/** A line's name in a key, its figures, and how the line looks. */
export interface LineEntry {
  readonly name: string;
  /** Figures that stand below the name, such as an AUC with its interval. */
  readonly figures?: string;
  readonly colour: string;
  /** Which of the house's dash patterns. */
  readonly dash: number;
}

/** Pixels that the piece of line before a name takes. */
const swatch = 34;

/**
 * Lines' names and figures, each with a piece of its line before it: one below the other, or, with no figures, as many
 * side by side as fit. Its top is at 0.
 *
 * @example lineKey([{ name: "Boosted trees", figures: "AUC 0.829", colour: light("s1"), dash: 0 }], 280).height // 38
 */
export function lineKey(
  entries: readonly LineEntry[],
  width: number,
): Key & { readonly full: Map<string, string> } {
  const full = new Map<string, string>();
  let [x, y, high] = [0, 0, 0];
  const parts = entries.map(({ name, figures, colour, dash }) => {
    const lines = wrap(name, 12, width - swatch, 2);
    const shown = lines.join("\n") || "(none)";
    for (const [cut, whole] of fullTexts([name], [shown])) full.set(cut, whole);
    const below = figures === undefined ? [] : [truncate(figures, 12, width - swatch)];
    const size = swatch + 14 + Math.max(...[...lines, ...below].map((line) => textWidth(line, 12)), 0);
    if (x > 0 && x + size - 14 > width) [x, y] = [0, high];
    const at = x;
    const rows = Math.max(1, lines.length) + below.length;
    high = Math.max(high, y + rows * 14 + 6);
    // Entries with figures stand below each other, so that their figures do.
    if (figures === undefined) x += size;
    else [x, y] = [0, high];
    const top = high - rows * 14 + 6;
    return [
      stroke(`M${at + 2},${top - 4}h26`, colour, 2.5, dashes[dash % dashes.length]),
      words(at + swatch, top, shown),
      ...below.map((line) =>
        words(at + swatch, top + Math.max(1, lines.length) * 14, line, { fill: "muted" }),
      ),
    ].join("");
  });
  return { svg: `<g>${parts.join("")}</g>`, height: high, full };
}

/** The colour of lines to compare with, such as that of chance. */
export const guideColour: string = light("muted");
