import { escapeHtml } from "../theme/html";
import { textWidth } from "../theme/text";
import type { Token } from "../theme/tokens";
import { light } from "../theme/variables";

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

/** A ramp from zero (or the least value, if that is below) to the greatest value. O(n). */
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
 * The key of a ramp as SVG, 18 pixels high: least value, nine steps, greatest value and what they measure.
 */
export function rampKey(
  scale: Ramp,
  title: string,
  text: (x: number) => string,
  x: number,
  y: number,
): string {
  const low = text(scale.low);
  const start = textWidth(low, 12) + 6;
  const swatches = steps.map(
    (step, i) => `<rect x="${start + i * 14}" y="1" width="14" height="12" fill="${light(step)}"/>`,
  );
  const words = (at: number, said: string, colour: Token) =>
    `<text x="${at}" y="11" text-anchor="start" fill="${light(colour)}">${escapeHtml(said)}</text>`;
  const high = text(scale.high);
  const end = start + steps.length * 14 + 6;
  return (
    `<g transform="translate(${x},${y})">${words(0, low, "muted")}${swatches.join("")}` +
    `${words(end, high, "muted")}${words(end + textWidth(high, 12) + 12, title, "ink")}</g>`
  );
}
