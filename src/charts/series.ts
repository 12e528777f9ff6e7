import { textWidth } from "../theme/text";
import type { Token } from "../theme/tokens";
import { light } from "../theme/variables";

const order = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"] as const satisfies readonly Token[];

/** Colours by name of series, where the order of appearance should not decide. */
export type Colours = Readonly<Record<string, Token>>;

/**
 * The colour of each series: the one asked for, else the next of `s1` to `s8`.
 *
 * @throws Error if there are more than eight series: nobody can tell more apart by colour.
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

/** Symbols by order of series, as Vega and Plot both name them. */
export const symbols = ["circle", "square", "triangle", "diamond", "cross", "star", "wye", "times"] as const;

/** How many columns of legend entries fit side by side into a width in pixels. */
export function legendColumns(names: readonly string[], width: number): number {
  const entry = Math.max(...names.map((name) => Math.min(280, textWidth(name, 12)))) + 36;
  return Math.min(names.length, Math.max(1, Math.floor(width / entry)));
}
