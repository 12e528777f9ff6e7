import { textWidth } from "../../theme/text";
import { light } from "../../theme/variables";
import { logTicks, roundTicks, thin } from "./axis";
import { type Format, tickText } from "./scale";
import { place } from "./squares";
import { px, stroke, words } from "./svg";

/** One axis of a frame. */
export interface CurveAxis {
  /** What it measures, with its unit. */
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly format?: Format;
  /** Whether it is logarithmic; both ends are then above 0. Default false. */
  readonly log?: boolean;
  /** Ticks, where they are not the round ones. */
  readonly ticks?: readonly number[];
}

/** A frame with a grid and ticks, and where values stand in it, in pixels. */
export interface CurveFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly svg: string;
  atX(value: number): number;
  atY(value: number): number;
}

/** Pixels between the ends of the axes and the border. */
const inset = 5;

/**
 * A frame whose y axis' title stands above it, from `top` on, and whose ticks stand below; the title of the x axis is
 * left to the drawing around. It ends 22 pixels below `bottom`.
 *
 * @param size right border and height of the frame with its title; the left border follows from the ticks where it is
 * not given
 * @example curveFrame({ title: "Recall", low: 0, high: 1 }, { title: "Precision", low: 0, high: 1 }, { right: 400, height: 400 })
 */
export function curveFrame(
  x: CurveAxis,
  y: CurveAxis,
  size: { top?: number; right: number; height: number; left?: number },
): CurveFrame {
  const yTicks = y.ticks ?? roundTicks(y.low, y.high, size.height < 150 ? 3 : 5);
  const widest = Math.max(...yTicks.map((tick) => textWidth(tickText(tick, y.format), 12)));
  const [left, top] = [size.left ?? Math.ceil(widest) + 12, (size.top ?? 0) + 22];
  const [right, bottom] = [size.right, (size.top ?? 0) + size.height];
  const share = ({ low, high, log }: CurveAxis, value: number) =>
    place({ values: [value], low, high, log: log === true }, 0);
  const atX = (value: number) => left + inset + share(x, value) * (right - left - 2 * inset);
  const atY = (value: number) => bottom - inset - share(y, value) * (bottom - top - 2 * inset);
  const xTicks = x.ticks ?? ticksFor(x, right - left - 2 * inset);
  const svg = [
    ...xTicks.map((tick) => stroke(`M${px(atX(tick))},${top}V${bottom}`, light("grid"))),
    ...yTicks.map((tick) => stroke(`M${left},${px(atY(tick))}H${right}`, light("grid"))),
    ...xTicks.map((tick) =>
      words(atX(tick), bottom + 15, tickText(tick, x.format), { anchor: "middle", fill: "muted" }),
    ),
    ...yTicks.map((tick) =>
      words(left - 6, atY(tick) + 4, tickText(tick, y.format), { anchor: "end", fill: "muted" }),
    ),
    words(4, top - 9, y.title),
  ].join("");
  return { left, right, top, bottom, svg, atX, atY };
}

/** The most round ticks that each have about 46 pixels of the room. */
function ticksFor({ low, high, log }: CurveAxis, room: number): number[] {
  if (log) return thin(logTicks(low, high), room);
  for (let most = Math.max(1, Math.floor(room / 46)); most > 1; most--) {
    const ticks = roundTicks(low, high, most);
    const apart = ((ticks[1] ?? high) - ticks[0]!) / (high - low || 1);
    if (apart * room >= 46) return ticks;
  }
  return roundTicks(low, high, 1);
}
