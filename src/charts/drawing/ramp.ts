import { escapeHtml } from "../../theme/html";
import { textWidth, truncate } from "../../theme/text";
import type { Token } from "../../theme/tokens";
import { light } from "../../theme/variables";
import type { Key } from "./key";

const steps = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"] as const satisfies readonly Token[];

/** A scale from values to nine steps of colour. */
export interface Ramp {
  readonly low: number;
  readonly high: number;
  /** Colour of a cell with this value. */
  fill(value: number): string;
  /** Colour of text on such a cell. */
  ink(value: number): string;
}

/**
 * A ramp from zero (or the least value, if that is below) to the greatest value. O(n).
 *
 * @example ramp([0, 9]).fill(9) // the darkest step
 */
export function ramp(values: readonly number[]): Ramp {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const step = (value: number) =>
    high > low ? Math.min(steps.length - 1, Math.floor(((value - low) / (high - low)) * steps.length)) : 0;
  return {
    low,
    high,
    fill: (value) => light(steps[step(value)]!),
    ink: (value) => light(step(value) < 4 ? "onLow" : "onHigh"),
  };
}

/**
 * The key of a ramp as SVG at the top left: least value, nine steps, greatest value, and what they measure, beside
 * them where `width` allows, else above. Its height is 20 or 38 pixels.
 *
 * @example rampKey(ramp([0, 609]), "Orders", String, 720).height // 20
 */
export function rampKey(scale: Ramp, title: string, text: (x: number) => string, width: number): Key {
  const [low, high] = [text(scale.low), text(scale.high)];
  const start = 4 + textWidth(low, 12) + 6;
  const end = start + steps.length * 14 + 6;
  const beside = end + textWidth(high, 12) + 14;
  const room = width - beside - 4;
  const above = textWidth(title, 12) > room;
  const y = above ? 24 : 6;
  const words = (x: number, top: number, said: string, colour: Token) =>
    `<text x="${x}" y="${top + 11}" text-anchor="start" fill="${light(colour)}">${escapeHtml(said)}</text>`;
  const swatches = steps.map(
    (step, i) => `<rect x="${start + i * 14}" y="${y + 1}" width="14" height="12" fill="${light(step)}"/>`,
  );
  const name = above ? words(4, 6, truncate(title, 12, width - 8), "ink") : words(beside, y, title, "ink");
  const svg = `<g>${words(4, y, low, "muted")}${swatches.join("")}${words(end, y, high, "muted")}${name}</g>`;
  return { svg, height: above ? 38 : 20 };
}
