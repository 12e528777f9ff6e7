import type { Contributions } from "../models/boosting/tree-shap";
import { type ShapSummary, shapSummary } from "../models/explanation/shap-summary";
import type { Features } from "../models/features/features";
import { quantiles } from "../stats/quantile";
import { count, fixed, percent } from "../theme/format";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { roundTicks, thin } from "./drawing/axis";
import { type Chart, type Drawing, makeChart } from "./drawing/chart";
import { cell } from "./drawing/curve-input";
import { withFoot } from "./drawing/key";
import { tickText } from "./drawing/scale";
import { picture, px, stroke, words } from "./drawing/svg";
import { swarm } from "./drawing/swarm";
import { missingShade, shadeKey, shadeLooks, valueShades } from "./drawing/value-shades";

/** Options of {@link shapBeeswarm}. */
export interface BeeswarmOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the contributions if left out. */
  alt?: string;
  /** How many features, the strongest first. Default 10. */
  top?: number;
  /** What a feature is called; its name if left out. */
  label?: (name: string) => string;
  /** What the contributions measure. Default: log odds. */
  unit?: string;
}

/** A feature's swarm: what each row's value adds, and the shade of each row's value. */
interface Swarm {
  readonly summary: ShapSummary;
  readonly label: string;
  readonly effects: Float64Array;
  readonly shades: Uint8Array;
}

/** Pixels from dot to dot, and dots above each other at most. */
const step = 3.6;
const most = 8;

/**
 * What the strongest features add to the margin of every row: a row a dot, its colour the feature's value from low to high.
 * Features stand by their mean absolute contribution, which is told at the right. Of many rows a dot stands for several; a
 * place along the axis that has rows has a dot. O(features × rows log rows).
 *
 * @throws RangeError when contributions and features do not fit together, or `top` is no whole number from 1 up
 * @see Lundberg et al. (2020), "From local explanations to global understanding with explainable AI for trees"
 * @example shapBeeswarm(treeShap(model, test), test, { title: "What moves the prediction", top: 8 })
 */
export function shapBeeswarm(
  contributions: Contributions,
  features: Features,
  options: BeeswarmOptions,
): Chart {
  const { top = 10, label = (name: string) => name, unit = "log odds" } = options;
  if (!Number.isInteger(top) || top < 1)
    throw new RangeError(`The top ${top} features: take a whole number from 1 up.`);
  const swarms = shapSummary(contributions, features)
    .slice(0, top)
    .map((summary): Swarm => {
      const f = features.names.indexOf(summary.name);
      return {
        summary,
        label: label(summary.name),
        effects: contributions.columns[f]!,
        shades: valueShades(features.columns[f]!),
      };
    });
  const rows = swarms.map(({ summary, label: name, effects }) => [
    name,
    cell(summary.meanAbsolute),
    cell(summary.share),
    summary.direction === null ? null : cell(summary.direction),
    ...quantiles(effects, [0.05, 0.5, 0.95]).map(cell),
  ]);
  const [first] = swarms;
  const alt = first
    ? `${count(first.effects.length)} ${first.effects.length === 1 ? "row" : "rows"}. Strongest: ${first.label}, ${percent(first.summary.share)} of all contributions, ${way(first.summary.direction)}.`
    : "";
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: {
      columns: [
        "Feature",
        `Mean absolute contribution (${unit})`,
        "Share",
        "Rank correlation with the value",
        "5th percentile",
        "Median",
        "95th percentile",
      ],
      rows,
    },
    draw: (width) => draw(swarms, unit, width),
  });
}

function way(direction: number | null): string {
  if (direction === null || Math.abs(direction) < 0.5) return "in no one direction";
  return `more of it ${direction > 0 ? "raises" : "lowers"} the prediction (rank correlation ${fixed(direction)})`;
}

function draw(swarms: readonly Swarm[], unit: string, width: number): Drawing {
  const narrow = width < 500;
  const names = swarms.map(({ label }) => label);
  const room = narrow ? width - 70 : Math.min(230, Math.max(...names.map((name) => textWidth(name, 12))) + 1);
  const shown = shorten(names, 12, room, narrow ? 1 : 2);
  const means = swarms.map(({ summary }) => fixed(summary.meanAbsolute, 3));
  const left = narrow ? 6 : room + 14;
  const right = narrow ? width - 8 : width - Math.max(...means.map((text) => textWidth(text, 12)), 44) - 14;
  const pitch = most * step + (narrow ? 26 : 8);
  const key = shadeKey(swarms.some(({ shades }) => shades.includes(missingShade)));
  const top = key.height + 24;
  const bottom = top + swarms.length * pitch;
  const [low, high] = swarms.reduce(
    ([a, b], { effects }) => effects.reduce(([c, d], x) => [Math.min(c, x), Math.max(d, x)], [a, b]),
    [0, 0],
  );
  const scale = (right - left - 12) / (high - low || 1);
  const at = (effect: number) => left + 6 + (effect - low) * scale;
  const ticks = thin(roundTicks(low, high, narrow ? 4 : 8), right - left);
  const heading = { fill: "muted", anchor: "end" } as const;
  const parts = [
    key.svg,
    words(width - 4, top - 8, "Mean |SHAP|", heading),
    ...ticks.map((tick) => stroke(`M${px(at(tick))},${top}V${bottom}`, light("grid"))),
    ...ticks.map((tick) => words(at(tick), bottom + 15, tickText(tick), { anchor: "middle", fill: "muted" })),
    stroke(`M${px(at(0))},${top}V${bottom}`, light("axis"), 1.5),
    ...swarms.flatMap(({ effects, shades }, i) => {
      const y = top + i * pitch + (narrow ? 18 : 0) + (pitch - (narrow ? 18 : 0)) / 2;
      const lines = shown[i]!.split("\n").length;
      const [nameX, nameY] = narrow ? [4, top + i * pitch + 14] : [left - 8, y + 11 - lines * 7];
      return [
        words(nameX, nameY, shown[i]!, { anchor: narrow ? "start" : "end", halo: narrow }),
        words(width - 4, narrow ? nameY : y + 4, means[i]!, { anchor: "end", halo: narrow }),
        dots(
          effects.map((effect) => (at(effect) - left) / step),
          shades,
          left,
          y,
        ),
      ];
    }),
  ];
  const titled = withFoot(
    picture(width, bottom + 26, parts),
    [`SHAP value: what the feature adds to the ${unit}; right of the line raises`],
    width,
    "title",
  );
  const rows = swarms[0]?.effects.length ?? 0;
  const remark = `${count(rows)} ${rows === 1 ? "row" : "rows"}; a swarm is widest where most rows are. Mean |SHAP|: mean size of the contribution.`;
  return { svg: withFoot(titled, [remark], width, "remark"), full: fullTexts(names, shown) };
}

/** Dots of a swarm, a path a shade: points without length with round ends, on a grid to keep the drawing small. */
function dots(at: Float64Array, shades: Uint8Array, left: number, y: number): string {
  const paths = shadeLooks.map(() => "");
  for (const { across, up, shade } of swarm(at, shades, most)) paths[shade] += `M${across},${up}h0`;
  const drawn = paths.map((d, shade) => {
    const { colour, opacity } = shadeLooks[shade]!;
    return d && `<path d="${d}" stroke="${colour}" stroke-opacity="${opacity}"/>`;
  });
  return `<g transform="translate(${px(left + step / 2)},${px(y)}) scale(${step})" stroke-width="0.92" stroke-linecap="round" fill="none">${drawn.join("")}</g>`;
}
