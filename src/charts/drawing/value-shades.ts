import { quantiles } from "../../stats/quantile";
import { textWidth } from "../../theme/text";
import { light } from "../../theme/variables";
import type { Key } from "./key";
import { words } from "./svg";

/** How shades look, from low over middle to high, and last what is missing. */
export const shadeLooks: readonly { readonly colour: string; readonly opacity: number }[] = [
  { colour: light("s1"), opacity: 1 },
  { colour: light("s1"), opacity: 0.5 },
  { colour: light("axis"), opacity: 1 },
  { colour: light("s2"), opacity: 0.5 },
  { colour: light("s2"), opacity: 1 },
  { colour: light("s4"), opacity: 1 },
];

/** The shade of a missing value. */
export const missingShade = shadeLooks.length - 1;

/**
 * The shade of each value: 0 for the lowest fifth of the rows to 4 for the highest, so that a long tail does not make all
 * others alike. Equal values are alike, and the least and the greatest value always have the ends. NaN is missing: 5.
 * O(n log n).
 *
 * @example valueShades([0, 5, 10, Number.NaN]) // 0, 2, 4, 5
 */
export function valueShades(values: ArrayLike<number>): Uint8Array {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const shades = new Uint8Array(values.length).fill(missingShade);
  if (known.length === 0) return shades;
  const [low, ...cuts] = quantiles(known, [0, 0.2, 0.4, 0.6, 0.8]) as [number, ...number[]];
  const high = known.reduce((a, b) => Math.max(a, b), low);
  for (let i = 0; i < shades.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const above = cuts.filter((cut) => value > cut).length;
    shades[i] = high === low ? 2 : value === high ? 4 : above;
  }
  return shades;
}

/**
 * The key to shades, 20 pixels high: from low to high, and what is missing, where anything is.
 *
 * @example shadeKey(false).height // 20
 */
export function shadeKey(missing: boolean): Key {
  const y = 12;
  const low = "Feature value: low";
  const start = 10 + textWidth(low, 12);
  const dot = (shade: number, x: number) => {
    const { colour, opacity } = shadeLooks[shade]!;
    return `<circle cx="${x}" cy="${y - 4}" r="5" fill="${colour}" fill-opacity="${opacity}"/>`;
  };
  const dots = [0, 1, 2, 3, 4].map((shade) => dot(shade, start + 6 + shade * 13));
  const end = start + 5 * 13 + 6;
  const none = end + textWidth("high", 12) + 16;
  return {
    svg:
      `<g>${words(4, y, low)}${dots.join("")}${words(end, y, "high")}` +
      `${missing ? `${dot(missingShade, none + 5)}${words(none + 15, y, "missing")}` : ""}</g>`,
    height: 20,
  };
}
