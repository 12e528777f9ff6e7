import { escapeHtml } from "../theme/html";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { roundTicks } from "./drawing/axis";
import { type Chart, makeChart } from "./drawing/chart";
import { compose, type Panel } from "./drawing/compose";
import { withFoot } from "./drawing/key";
import { type Profile, type ProfileRow, toProfile } from "./drawing/profile-rows";
import type { Rows } from "./drawing/rows";
import { tickText, valueWriter } from "./drawing/scale";
import { panelColours } from "./drawing/series";
import { picture, px, stroke, through, words } from "./drawing/svg";

/** Options of {@link radarChart}. */
export interface RadarOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What is measured. Default: standard deviations from the mean of all customers (dashed). */
  valueTitle?: string;
}

/**
 * The means of each cluster as a web of its own, all on one scale; a dashed ring stands at zero, the mean of all when
 * means are standardised. Webs are known to readers, but areas mislead and order matters: for exact comparison take
 * `snakePlot`. O(n).
 *
 * @throws Error as {@link toProfile}.
 * @example radarChart([{ cluster: "Gold", variable: "Frequency", mean: 2.7 }], { title: "Clusters as webs" })
 */
export function radarChart(rows: Rows<ProfileRow>, options: RadarOptions): Chart {
  const profile = toProfile(rows);
  const say = valueWriter(profile.rows.map(({ mean }) => mean));
  const tops = profile.clusters.map((cluster) => {
    const own = profile.rows.filter((row) => row.cluster === cluster);
    const top = own.reduce((most, row) => (row.mean > most.mean ? row : most));
    return `${cluster} reaches farthest in ${top.variable} (${say(top.mean)})`;
  });
  return makeChart({
    title: options.title,
    alt: options.alt ?? `${tops.join("; ")}.`,
    data: {
      columns: ["Cluster", "Variable", "Mean"],
      rows: profile.rows.map(({ cluster, variable, mean }) => [cluster, variable, mean]),
    },
    draw: (width) => draw(profile, options, width),
  });
}

function draw(profile: Profile, options: RadarOptions, width: number) {
  const { clusters, variables, rows } = profile;
  const columns = width < 500 ? 1 : Math.min(clusters.length, clusters.length === 4 ? 2 : 3);
  const panelWidth = Math.floor((width - (columns - 1) * 12) / columns);
  const room = Math.min(110, panelWidth * 0.26);
  const shown = shorten(variables, 12, room, 2);
  const means = rows.map(({ mean }) => mean);
  const ticks = ringsOf(Math.min(0, ...means), Math.max(0, ...means));
  const paint = panelColours(clusters);
  const panels = clusters.map((cluster) =>
    web(profile, cluster, paint.get(cluster)!, shown, ticks, panelWidth),
  );
  const unit = options.valueTitle ?? "Standard deviations from the mean of all (dashed)";
  const svg = withFoot(compose(panels, columns, width), [unit], width, "title");
  return { svg, full: fullTexts(variables, shown) };
}

/** Values of the rings from the middle outwards; the middle is the least of them. */
function ringsOf(low: number, high: number): number[] {
  const inner = roundTicks(low, high, 3);
  const step = inner.length > 1 ? inner[1]! - inner[0]! : 1;
  const start = inner[0]! <= low ? inner[0]! : inner[0]! - step;
  const rings = [start];
  while (rings.at(-1)! < high || rings.length < 2) rings.push(Number((rings.at(-1)! + step).toPrecision(12)));
  return rings;
}

function web(
  profile: Profile,
  cluster: string,
  colour: string,
  shown: readonly string[],
  rings: readonly number[],
  width: number,
): Panel {
  const { variables } = profile;
  const widest = Math.max(
    ...shown.flatMap((name) => name.split("\n").map((line) => textWidth(line, 12))),
    24,
  );
  const radius = Math.max(48, Math.min(92, width / 2 - widest - 14));
  const height = 2 * radius + 72;
  const [cx, cy] = [width / 2, height / 2];
  const [inner, outer] = [rings[0]!, rings.at(-1)!];
  const point = (v: number, value: number): [number, number] => {
    const angle = (2 * Math.PI * v) / variables.length - Math.PI / 2;
    const r = ((value - inner) / (outer - inner)) * radius;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  };
  const ring = (value: number) =>
    `${through(variables.map((_variable, v) => point(v, value)))}${variables.length > 2 ? "Z" : ""}`;
  const spokes = variables.map((_variable, v) => through([[cx, cy], point(v, outer)])).join("");
  const own = variables.flatMap((variable, v) => {
    const row = profile.at(cluster, variable);
    return row ? [{ at: point(v, row.mean), row }] : [];
  });
  const say = valueWriter(profile.rows.map(({ mean }) => mean));
  const path = `${through(own.map(({ at }) => at))}${own.length > 2 ? "Z" : ""}`;
  const dots = own.map(
    ({ at: [x, y], row }) =>
      `<circle cx="${px(x)}" cy="${px(y)}" r="3.5" fill="${colour}"><title>${escapeHtml(`${row.variable}: ${say(row.mean)}`)}</title></circle>`,
  );
  const names = shown.map((name, v) => {
    const angle = (2 * Math.PI * v) / variables.length - Math.PI / 2;
    const [x, y] = [cx + (radius + 8) * Math.cos(angle), cy + (radius + 10) * Math.sin(angle)];
    const side = Math.cos(angle);
    const lines = name.split("\n").length - 1;
    const lift = Math.sin(angle) < -0.5 ? -lines * 14 : Math.sin(angle) > 0.5 ? 8 : 4 - lines * 7;
    return words(x, y + lift, name, { anchor: side > 0.2 ? "start" : side < -0.2 ? "end" : "middle" });
  });
  // Between the first two spokes no name and no dot stands in the way of the rings' values.
  const values = rings.slice(1).map((value) => {
    const [x, y] = point(0, value);
    return words(x + 4, y + 11, tickText(value), { fill: "muted", size: 11, halo: true });
  });
  const svg = picture(width, height, [
    ...rings.slice(1).map((value) => stroke(ring(value), light("grid"))),
    stroke(spokes, light("grid")),
    inner < 0 ? stroke(ring(0), light("muted"), 1.5, [4, 3]) : "",
    `<path d="${path}" fill="${own.length > 2 ? colour : "none"}" fill-opacity="0.22" stroke="${colour}" stroke-width="2"/>`,
    ...values,
    ...dots,
    ...names,
  ]);
  return { svg, title: cluster, width, height };
}
