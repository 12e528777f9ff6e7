import { escapeHtml } from "../theme/html";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { roundTicks } from "./drawing/axis";
import { type Chart, makeChart } from "./drawing/chart";
import { groupKey, withFoot } from "./drawing/key";
import { type Profile, type ProfileRow, toProfile } from "./drawing/profile-rows";
import type { Rows } from "./drawing/rows";
import { tickText, valueWriter } from "./drawing/scale";
import { type Colours, dashes, symbolPath } from "./drawing/series";
import { picture, px, stroke, through, words } from "./drawing/svg";

/** Options of {@link snakePlot}. */
export interface SnakeOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What is measured. Default: standard deviations from the mean of all customers. */
  valueTitle?: string;
  /** Colours by name of cluster. */
  colours?: Colours;
}

/**
 * Means of the clusters variable by variable, one line a cluster, with intervals where the rows have them. Variables
 * go down, values across, so that long names fit a phone. Means are to be in one unit, such as standard deviations
 * from the overall mean. The lines join what belongs to one cluster; their slope means nothing. O(n).
 *
 * @throws Error as {@link toProfile}, and if there are more than eight clusters.
 * @example snakePlot([{ cluster: "Gold", variable: "Frequency", mean: 2.7, low: 2.6, high: 2.8 }],
 *   { title: "What sets the clusters apart" })
 */
export function snakePlot(rows: Rows<ProfileRow>, options: SnakeOptions): Chart {
  const profile = toProfile(rows);
  const say = valueWriter(profile.rows.map(({ mean }) => mean));
  const far = [...profile.rows].sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))[0];
  const alt = far ? `Farthest from zero: ${far.cluster}, ${far.variable} (${say(far.mean)}).` : "";
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: {
      columns: ["Cluster", "Variable", "Mean", ...(profile.intervals ? ["From", "To"] : [])],
      rows: profile.rows.map(({ cluster, variable, mean, low, high }) => {
        return [cluster, variable, mean, ...(profile.intervals ? [low, high] : [])];
      }),
    },
    draw: (width) => draw(profile, options, width),
  });
}

function draw(profile: Profile, options: SnakeOptions, width: number) {
  const { clusters, variables, rows } = profile;
  const { paint, key } = groupKey(clusters, options.colours, true, width);
  const shown = shorten(variables, 12, Math.min(200, width * 0.34), 2);
  const left = Math.max(...shown.flatMap((name) => name.split("\n").map((line) => textWidth(line, 12)))) + 14;
  const right = 14;
  const low = Math.min(0, ...rows.map((row) => row.low));
  const high = Math.max(0, ...rows.map((row) => row.high));
  const at = (value: number) => left + 6 + ((value - low) / (high - low || 1)) * (width - left - right - 6);
  const step = Math.max(34, clusters.length * 8 + 10);
  const top = key.height + 8;
  const bottom = top + variables.length * step;
  const middle = (v: number) => top + (v + 0.5) * step;
  // Clusters stand a little above each other, so that no interval hides another.
  const shift = (c: number) => (c - (clusters.length - 1) / 2) * Math.min(6, (step - 12) / clusters.length);
  const ticks = roundTicks(low, high, width < 500 ? 4 : 8);
  const grid = ticks.map((tick) => stroke(`M${px(at(tick))},${top}V${bottom}`, light("grid")));
  const names = shown.map((name, v) =>
    words(left - 8, middle(v) + 4 - (name.includes("\n") ? 7 : 0), name, { anchor: "end" }),
  );
  const say = valueWriter(rows.map(({ mean }) => mean));
  const lines = clusters.map((cluster, c) => {
    const own = variables.flatMap((variable, v) => {
      const row = profile.at(cluster, variable);
      return row ? [{ row, x: at(row.mean), y: middle(v) + shift(c) }] : [];
    });
    const whiskers = own
      .filter(({ row }) => row.high > row.low)
      .map(({ row, y }) => `M${px(at(row.low))},${px(y)}H${px(at(row.high))}`)
      .join("");
    const dots = own.map(({ row, x, y }) => {
      const said = `${cluster}, ${row.variable}: ${say(row.mean)}`;
      return `<path d="${symbolPath(c, 4.5, x, y)}" fill="${paint[c]}" stroke="${light("paper")}"><title>${escapeHtml(said)}</title></path>`;
    });
    const path = through(own.map(({ x, y }) => [x, y] as const));
    return (
      stroke(path, paint[c]!, 1.5, c === 0 ? [] : dashes[c]) +
      (whiskers ? stroke(whiskers, paint[c]!, 2.5) : "") +
      dots.join("")
    );
  });
  const numbers = ticks.map((tick) =>
    words(at(tick), bottom + 16, tickText(tick), { anchor: "middle", fill: "muted" }),
  );
  const parts = [
    key.svg,
    ...grid,
    stroke(`M${px(at(0))},${top}V${bottom}`, light("axis"), 1.5),
    ...names,
    ...lines,
    ...numbers,
  ];
  const unit = options.valueTitle ?? "Standard deviations from the mean of all";
  const svg = withFoot(picture(width, bottom + 28, parts), [unit], width, "title");
  return { svg, full: fullTexts(variables, shown) };
}
