import { escapeHtml } from "../../theme/html";
import { boldness, truncate } from "../../theme/text";
import { light } from "../../theme/variables";

/** One drawing of several in a figure. */
export interface Panel {
  readonly svg: string;
  readonly title?: string;
  readonly width: number;
  readonly height: number;
  /** Distance from the left of the figure. Default: columns of equal width. */
  readonly left?: number;
}

/** Height of a panel's title. */
export const panelTitle = 24;

/**
 * The words of panels as one sentence; of more than eight, those of the first three.
 *
 * @example inPanels(["VIP: fresh fruits (11 %)", "At risk: water (8 %)"]) // "VIP: fresh fruits (11 %); At risk: water (8 %)."
 */
export function inPanels(words: readonly string[]): string {
  if (words.length <= 8) return `${words.join("; ")}.`;
  return `${words.slice(0, 3).join("; ")}; and ${words.length - 3} panels more.`;
}

/**
 * Puts drawings side by side in `columns` columns, each below its title, and `key` above all.
 *
 * @example compose([{ svg, title: "recency", width: 350, height: 160 }], 1, 720)
 */
export function compose(panels: readonly Panel[], columns: number, width: number, top = 0): string {
  const gap = (width - columns * (panels[0]?.width ?? 0)) / Math.max(1, columns - 1);
  let y = top;
  const parts: string[] = [];
  for (let i = 0; i < panels.length; i += columns) {
    const row = panels.slice(i, i + columns);
    const titled = row.some(({ title }) => title !== undefined) ? panelTitle : 0;
    for (const [j, panel] of row.entries()) {
      const body = panel.svg.replace(/^<svg\b[^>]*>/, "").replace(/<\/svg>$/, "");
      const anchor = /^<svg\b[^>]*text-anchor="middle"/.test(panel.svg) ? ' text-anchor="middle"' : "";
      const name =
        panel.title === undefined
          ? ""
          : `<text x="4" y="15" font-weight="600" text-anchor="start" fill="${light("ink")}">${escapeHtml(truncate(panel.title, 12, (panel.width - 4) / boldness))}</text>`;
      parts.push(
        `<g transform="translate(${panel.left ?? j * (panel.width + gap)},${y})">${name}` +
          `<g transform="translate(0,${titled})"${anchor}>${body}</g></g>`,
      );
    }
    y += titled + Math.max(...row.map(({ height }) => height)) + 10;
  }
  return `<svg width="${width}" height="${y}">${parts.join("")}</svg>`;
}
