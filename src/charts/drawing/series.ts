import { textWidth } from "../../theme/text";
import type { Token } from "../../theme/tokens";
import { light } from "../../theme/variables";

const order = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"] as const satisfies readonly Token[];

/** Colours by name of series, where the order of appearance should not decide. */
export type Colours = Readonly<Record<string, Token>>;

/**
 * The colour of each series: the one asked for, else the next of `s1` to `s8`.
 *
 * @throws Error if there are more than eight series: nobody can tell more apart by colour.
 * @example seriesColours(["a", "b"]).get("a") // light value of s1
 */
export function seriesColours(names: readonly string[], colours: Colours = {}): Map<string, string> {
  if (names.length > order.length) {
    throw new Error(
      `${names.length} series are too many to tell apart by colour: draw at most ${order.length}.`,
    );
  }
  const asked = new Map(Object.entries(colours));
  const free = order.filter((token) => !names.some((name) => asked.get(name) === token));
  let next = 0;
  return new Map(names.map((name) => [name, light(asked.get(name) ?? free[next++]!)]));
}

/**
 * A colour for each of any number of panels that have titles of their own: `s1` to `s8`, then from the start again.
 *
 * @example panelColours(["a", "b"]).get("b") // light value of s2
 */
export function panelColours(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name, i) => [name, light(order[i % order.length]!)]));
}

/** Dash patterns by order of series, so that lines differ in print and to the colour-blind. */
export const dashes: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
  [14, 4],
  [4, 2, 1, 2],
  [1, 4],
  [12, 2, 4, 2],
];

/**
 * Path of the symbol of a series, by order, about `r` pixels around `x`, `y`: the shapes differ as the colours do.
 *
 * @example symbolPath(1, 5) // a square
 */
export function symbolPath(series: number, r: number, x = 0, y = 0): string {
  const n = (value: number) => String(Math.round(value * 100) / 100);
  const s = r * 0.86;
  const t = r * 0.67;
  const shapes = [
    `M${n(x - r)},${n(y)}a${r},${r},0,1,1,${2 * r},0a${r},${r},0,1,1,${-2 * r},0Z`,
    `M${n(x - s)},${n(y - s)}h${n(2 * s)}v${n(2 * s)}h${n(-2 * s)}Z`,
    `M${n(x)},${n(y - r)}l${n(r)},${n(r + s)}h${n(-2 * r)}Z`,
    `M${n(x)},${n(y - r * 1.2)}l${n(r)},${n(r * 1.2)}l${n(-r)},${n(r * 1.2)}l${n(-r)},${n(-r * 1.2)}Z`,
    `M${n(x)},${n(y + r)}l${n(r)},${n(-r - s)}h${n(-2 * r)}Z`,
    `M${n(x - r)},${n(y - t / 2)}h${n(t)}v${n(-t)}h${n(t)}v${n(t)}h${n(t)}v${n(t)}h${n(-t)}v${n(t)}h${n(-t)}v${n(-t)}h${n(-t)}Z`,
    `M${n(x - r)},${n(y)}l${n(r + s)},${n(-r)}v${n(2 * r)}Z`,
    `M${n(x + r)},${n(y)}l${n(-r - s)},${n(-r)}v${n(2 * r)}Z`,
  ];
  return shapes[series % shapes.length]!;
}

/**
 * How many columns of legend entries fit side by side into a width in pixels.
 *
 * @example legendColumns(["one", "two"], 720) // 2
 */
export function legendColumns(names: readonly string[], width: number): number {
  const entry = Math.max(...names.map((name) => Math.min(280, textWidth(name, 12)))) + 36;
  return Math.min(names.length, Math.max(1, Math.floor(width / entry)));
}
