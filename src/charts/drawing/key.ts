import { escapeHtml } from "../../theme/html";
import { textWidth, truncate, wrap } from "../../theme/text";
import { light } from "../../theme/variables";
import { type Colours, seriesColours, symbolPath } from "./series";

/** A key drawn as SVG, and its height in pixels. */
export interface Key {
  readonly svg: string;
  readonly height: number;
}

/**
 * Names with their colours and symbols, in as many lines as `width` asks for, each 20 pixels high.
 *
 * @example seriesKey([{ name: "VIP", colour: light("s1") }], 720).height // 22
 */
export function seriesKey(entries: readonly { name: string; colour: string }[], width: number): Key {
  let [x, y] = [4, 16];
  const parts = entries.map(({ name, colour }, i) => {
    const shown = truncate(name, 12, width - 30);
    const size = textWidth(shown, 12) + 34;
    if (x > 4 && x + size > width) [x, y] = [4, y + 20];
    const at = x;
    x += size;
    return (
      `<path transform="translate(${at + 6},${y - 4})" d="${symbolPath(i, 5)}" fill="${colour}"/>` +
      `<text x="${at + 17}" y="${y}" text-anchor="start" fill="${light("ink")}">${escapeHtml(shown)}</text>`
    );
  });
  return { svg: `<g>${parts.join("")}</g>`, height: entries.length > 0 ? y + 6 : 0 };
}

/**
 * The colour of each group in order, and the key to them, which is empty where groups are not to be told apart.
 *
 * @throws Error if there are more than eight groups.
 * @example groupKey(["VIP", "New"], {}, true, 720).paint // light values of s1 and s2
 */
export function groupKey(
  groups: readonly string[],
  colours: Colours | undefined,
  told: boolean,
  width: number,
): { paint: string[]; key: Key } {
  const chosen = seriesColours(groups, colours);
  const entries = groups.map((name) => ({ name, colour: chosen.get(name)! }));
  return { paint: entries.map(({ colour }) => colour), key: seriesKey(told ? entries : [], width) };
}

/**
 * Puts a key, or any SVG text, on top of a drawing.
 *
 * @example withKey("<svg></svg>", "<text>VIP</text>") // "<svg><text>VIP</text></svg>"
 */
export function withKey(svg: string, key: string): string {
  return svg.replace(/<\/svg>$/, () => `${key}</svg>`);
}

/**
 * Puts lines of text below a drawing, broken where they are wider than it: in the middle as the title of an axis, or at
 * the left as a remark.
 *
 * @example withFoot(svg, ["Mean score (1 to 5)"], 720, "title")
 */
export function withFoot(
  svg: string,
  texts: readonly string[],
  width: number,
  as: "title" | "remark",
): string {
  const lines = texts.flatMap((text) => wrap(text, 12, width - 8, 3));
  if (lines.length === 0) return svg;
  const height = Number(/\sheight="([\d.]+)"/.exec(svg)![1]);
  const place =
    as === "title"
      ? `x="${width / 2}" text-anchor="middle"`
      : `x="4" text-anchor="start" fill="${light("muted")}"`;
  const top = height + (as === "title" ? 6 : 18);
  const text = lines.map((line, i) => `<text y="${top + i * 15}" ${place}>${escapeHtml(line)}</text>`);
  const whole = top + lines.length * 15 - 6;
  return withKey(svg.replace(/\sheight="[\d.]+"/, ` height="${whole}"`), text.join(""));
}
