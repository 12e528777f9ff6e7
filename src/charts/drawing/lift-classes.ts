import { compact, fixed } from "../../theme/format";
import { boldness, textWidth } from "../../theme/text";
import type { Token } from "../../theme/tokens";
import { light } from "../../theme/variables";
import { logTicks, roundTicks } from "./axis";
import type { Key } from "./key";
import { box, words } from "./svg";

/** Shades by number of classes: from pale to dark on paper, the other way round in the dark. */
const shades: readonly (readonly Token[])[] = [
  ["q6"],
  ["q4", "q8"],
  ["q3", "q5", "q8"],
  ["q3", "q4", "q6", "q9"],
  ["q2", "q4", "q5", "q7", "q9"],
  ["q2", "q3", "q4", "q5", "q7", "q9"],
];
/** The same for lines, which must be seen though they are thin. */
const lineShades: typeof shades = [["q6"], ["q5", "q9"], ["q4", "q6", "q9"], ["q4", "q5", "q7", "q9"]];

/** Values in a few classes with round bounds, and their shades. */
export interface Classes {
  readonly count: number;
  /** Their bounds in words, and their shades, from the lowest class on. */
  readonly names: readonly string[];
  readonly fills: readonly string[];
  /** The class of a value, from 0. A bound belongs to the class above it. */
  of(value: number): number;
  /** Its shade. */
  fill(value: number): string;
  /** The colour of text on it. */
  ink(value: number): string;
  /** The classes with their bounds as SVG, below each other's where `width` is too small for one line. */
  key(title: string, width: number): Key;
}

/**
 * Cuts positive values such as lifts at 1, 2, 5 times powers of ten, or in even steps where they lie close together.
 * At most six classes for areas, four for lines. O(n).
 *
 * @example liftClasses([1.2, 3, 40]).of(3) // 1: from 2 to 5
 */
export function liftClasses(values: readonly number[], marks: "areas" | "lines" = "areas"): Classes {
  const series = marks === "lines" ? lineShades : shades;
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const cuts = values.length === 0 ? [] : cutsOf(low, high, series.length);
  const tokens = series[cuts.length] as readonly Token[];
  const of = (value: number) => cuts.filter((cut) => value >= cut).length;
  const digits = Math.max(0, ...cuts.map((cut) => String(cut).split(".")[1]?.length ?? 0));
  const bound = (cut: number) => fixed(cut, digits);
  const names =
    cuts.length === 0
      ? [compact(low) === compact(high) ? compact(low) : `${compact(low)} to ${compact(high)}`]
      : [
          `below ${bound(cuts[0]!)}`,
          ...cuts.map((cut, i) =>
            i + 1 < cuts.length ? `${bound(cut)} to ${bound(cuts[i + 1]!)}` : `${bound(cut)} or more`,
          ),
        ];
  return {
    count: tokens.length,
    names,
    fills: tokens.map(light),
    of,
    fill: (value) => light(tokens[of(value)]!),
    ink: (value) => light(Number(tokens[of(value)]!.slice(1)) < 5 ? "onLow" : "onHigh"),
    key(title, width) {
      const entries = [title, ...names];
      let [x, y] = [4, 16];
      const parts = entries.map((text, i) => {
        const size = i === 0 ? textWidth(text, 12) * boldness + 12 : textWidth(text, 12) + 30;
        if (x > 4 && x + size > width) [x, y] = [4, y + 20];
        const at = x;
        x += size;
        if (i === 0) return words(at, y, text, { bold: true });
        const swatch = box(at, y - 10, 12, 12, light(tokens[i - 1]!)).replace(
          "/>",
          ` stroke="${light("axis")}"/>`,
        );
        return swatch + words(at + 17, y, text);
      });
      return { svg: `<g>${parts.join("")}</g>`, height: y + 8 };
    },
  };
}

function cutsOf(low: number, high: number, most: number): number[] {
  // What differs by rounding alone is one class.
  if (!(high > low * 1.001)) return [];
  const within = (ticks: readonly number[]) => ticks.filter((tick) => tick > low && tick < high);
  const fine = within(logTicks(low, high));
  const cuts = fine.length < 3 ? within(roundTicks(low, high, 5)) : fine;
  const every = Math.ceil(cuts.length / (most - 1));
  return cuts.filter((_cut, i) => i % every === 0);
}
