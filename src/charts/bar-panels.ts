import { fullTexts, shorten, textWidth, wrap } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { compose, inPanels, type Panel } from "./drawing/compose";
import { withFoot } from "./drawing/key";
import { requireUnique } from "./drawing/rows";
import { type Format, valueWriter } from "./drawing/scale";
import { box, picture, px, stroke, words } from "./drawing/svg";

/** One bar of a panel; `text` stands beside it instead of the written value. */
export interface PanelBar {
  readonly label: string;
  readonly value: number;
  readonly text?: string;
}

/** A panel of bars below its title. */
export interface BarPanel {
  readonly title: string;
  readonly bars: readonly PanelBar[];
}

/** Options of {@link barPanels}. */
export interface BarPanelsOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What the bars measure, with its unit. */
  valueTitle: string;
  format?: Format;
  /** Panels side by side on a wide page. Default 2. */
  columns?: number;
  /** A value that bars start from, such as a mean of all or a lift of 1; they are coloured by above and below. */
  base?: number;
  /** Whether all panels have one scale. Default true. */
  shared?: boolean;
}

/**
 * Several small charts of bars with names, such as the ten first aisles of each grade, one panel each. Bars start at
 * zero, or at a base that they lie above or below. O(n).
 *
 * @throws Error that names panel and bar if a value is not finite or a bar stands twice in a panel.
 * @example barPanels([{ title: "VIP", bars: [{ label: "fresh fruits", value: 0.11 }] }],
 *   { title: "Aisles by grade", valueTitle: "Share of lines", format: "percent" })
 */
export function barPanels(panels: readonly BarPanel[], options: BarPanelsOptions): Chart {
  for (const { title, bars } of panels) {
    requireUnique(
      bars.map(({ label }) => label),
      `Panel "${title}": the bar`,
    );
    const wrong = bars.find(({ value }) => !Number.isFinite(value));
    if (wrong)
      throw new Error(`Panel "${title}", bar "${wrong.label}": ${wrong.value} is not a finite number.`);
  }
  const values = panels.flatMap(({ bars }) => bars.map(({ value }) => value));
  const say = valueWriter(values, options.format);
  const base = options.base ?? 0;
  const tops = panels.flatMap(({ title, bars }) => {
    if (bars.length === 0) return [];
    const far = bars.reduce((most, bar) =>
      Math.abs(bar.value - base) > Math.abs(most.value - base) ? bar : most,
    );
    return [`${title}: ${far.label} (${far.text ?? say(far.value)})`];
  });
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${options.base === undefined ? "Longest" : "Farthest"} bars: ${inPanels(tops)}`,
    data: {
      columns: ["Panel", "Bar", options.valueTitle],
      rows: panels.flatMap(({ title, bars }) => bars.map(({ label, value }) => [title, label, value])),
    },
    draw: (width) => {
      const columns = width < 500 ? 1 : Math.min(panels.length, options.columns ?? 2);
      const panelWidth = Math.floor((width - (columns - 1) * 24) / columns);
      const names = panels.flatMap(({ bars }) => bars.map(({ label }) => label));
      const shown = shortNames(panels, panelWidth * (options.base === undefined ? 0.44 : 0.36));
      const own = panels.map(({ bars }, p) => ({
        left: Math.max(0, ...shown[p]!.map((name) => textWidth(name, 12))) + 10,
        room: Math.max(0, ...bars.map(({ text, value }) => textWidth(text ?? say(value), 12))) + 10,
        low: Math.min(base, ...bars.map(({ value }) => value)),
        high: Math.max(base, ...bars.map(({ value }) => value)),
      }));
      // On one scale, bars also begin at one place, so that panels below each other can be compared.
      const all = {
        left: Math.max(...own.map(({ left }) => left)),
        room: Math.max(...own.map(({ room }) => room)),
        low: Math.min(...own.map(({ low }) => low)),
        high: Math.max(...own.map(({ high }) => high)),
      };
      const drawn = panels.map((panel, p) => {
        const frame = { ...(options.shared === false ? own[p]! : all), width: panelWidth };
        return draw(panel, shown[p]!, frame, say, base, options.base !== undefined);
      });
      const svg = compose(drawn, columns, width);
      const foot = wrap(options.valueTitle, 12, width - 12, 2);
      return { svg: withFoot(svg, foot, width, "title"), full: fullTexts(names, shown.flat()) };
    },
  });
}

/** Names as they fit; a name that stands in several panels is cut alike in all. */
function shortNames(panels: readonly BarPanel[], room: number): string[][] {
  const all = [...new Set(panels.flatMap(({ bars }) => bars.map(({ label }) => label)))];
  const short = new Map(shorten(all, 12, room).map((name, i) => [all[i]!, name]));
  return panels.map(({ bars }) => bars.map(({ label }) => short.get(label)!));
}

/** Room for names and texts, and the ends of the scale. */
interface Frame {
  readonly left: number;
  readonly room: number;
  readonly low: number;
  readonly high: number;
  readonly width: number;
}

function draw(
  { title, bars }: BarPanel,
  shown: readonly string[],
  { left, room, low, high, width }: Frame,
  say: (value: number) => string,
  base: number,
  diverging: boolean,
): Panel {
  const step = 22;
  const height = bars.length * step + 4;
  const texts = bars.map(({ text, value }) => text ?? say(value));
  const at = (value: number) =>
    left + 2 + ((value - low) / (high - low || 1)) * Math.max(20, width - left - 2 - room);
  const rows = bars.map(({ label, value }, i) => {
    const y = 2 + i * step;
    const [a, b] = [at(Math.min(base, value)), at(Math.max(base, value))];
    const colour = light(!diverging ? "s1" : value < base ? "s1" : "s2");
    // Where bars go both ways, texts stand below each other at the right.
    const beside = diverging ? width - 2 : b + 4;
    return (
      words(left - 6, y + 15, shown[i]!, { anchor: "end" }) +
      box(a, y + 3, Math.max(1, b - a), step - 6, colour, `${label}: ${texts[i]}`) +
      words(beside, y + 15, texts[i]!, { anchor: diverging ? "end" : "start" })
    );
  });
  const axis = stroke(`M${px(at(base))},0V${height}`, light("axis"));
  return { svg: picture(width, height, [...rows, axis]), title, width, height };
}
