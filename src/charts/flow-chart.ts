import { count, percent } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { type Link, layOutFlow } from "./drawing/flow-layout";
import { withFoot } from "./drawing/key";
import {
  type Column,
  distinct,
  labels,
  numbers,
  type Rows,
  requireUnique,
  toRows,
  zip,
} from "./drawing/rows";
import { type Format, valueWriter } from "./drawing/scale";
import { seriesColours } from "./drawing/series";
import { box, picture, px, words } from "./drawing/svg";

/** Options of {@link flowChart}. */
export interface FlowOptions<T extends object> {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  from: Column<T>;
  to: Column<T>;
  /** Column of what flows; not negative. */
  value: Column<T>;
  /** Column of the step, whole numbers from 0, where there are more than two columns of groups. */
  step?: Column<T>;
  /** Names of the columns of groups, from the left, such as two dates. */
  stages?: readonly string[];
  /** Groups from the top; order of appearance if left out. */
  order?: readonly string[];
  /**
   * Whether the order is one from best to worst, so that ribbons are coloured by what stays, rises and falls; else by
   * where they come from. Default: whether there is an order.
   */
  ranked?: boolean;
  valueTitle?: string;
  format?: Format;
}

/**
 * What flows from groups to groups as ribbons, such as customers from their segments of one date to those of another.
 * With an order from best to worst, what stays, rises and falls is told by colour and by direction; an order that is
 * none of rank needs `ranked: false`, and ribbons then have the colour of their source, or with more than eight of them
 * that of staying or moving. Flows too thin to see are drawn one pixel high. O(n log n).
 *
 * @throws Error that names row and column if a value is negative or not finite, a flow stands twice, or a group is
 * not in the order.
 * @example flowChart([{ before: "Gold", after: "Silver", customers: 40 }], { title: "Who moved", from: "before",
 *   to: "after", value: "customers", order: ["Gold", "Silver"], stages: ["June", "December"], format: "count" })
 */
export function flowChart<T extends object = Record<string, unknown>>(
  rows: Rows<T>,
  options: FlowOptions<T>,
): Chart {
  const list = toRows(rows);
  const [from, to, values] = [
    labels(list, options.from),
    labels(list, options.to),
    numbers(list, options.value),
  ];
  const steps = options.step === undefined ? values.map(() => 0) : numbers(list, options.step);
  requireUnique(
    from.map((name, i) => `${name} → ${to[i]}${options.step ? `, step ${steps[i]}` : ""}`),
    "The flow",
  );
  const order = options.order ?? distinct([...from, ...to]);
  const links = values.map((value, i): Link => {
    if (value < 0) throw new Error(`Row ${i + 1}, column "${options.value}": ${value} is negative.`);
    if (!(Number.isInteger(steps[i]) && steps[i]! >= 0))
      throw new Error(`Row ${i + 1}, column "${options.step}": ${steps[i]} is no whole number from 0.`);
    for (const name of [from[i]!, to[i]!]) {
      if (!order.includes(name))
        throw new Error(`Row ${i + 1}: "${name}" is not in the order of the groups.`);
    }
    return { stage: steps[i]!, from: order.indexOf(from[i]!), to: order.indexOf(to[i]!), value };
  });
  const drawn = links.filter(({ value }) => value > 0);
  return makeChart({
    title: options.title,
    alt: options.alt ?? summary(drawn, order, options),
    data: {
      columns: [
        ...(options.step ? [options.step] : []),
        options.stages?.[0] ?? options.from,
        options.stages?.[1] ?? options.to,
        options.valueTitle ?? options.value,
      ],
      rows: drawn.length === 0 ? [] : zip(...(options.step ? [steps] : []), from, to, values),
    },
    draw: (width) => draw(drawn, order, options, width),
  });
}

const isRanked = ({ order, ranked }: { order?: readonly string[]; ranked?: boolean }) =>
  ranked ?? order !== undefined;

function summary<T extends object>(
  links: readonly Link[],
  order: readonly string[],
  options: FlowOptions<T>,
): string {
  const total = links.reduce((sum, { value }) => sum + value, 0);
  const part = (test: (link: Link) => boolean) =>
    percent(links.filter(test).reduce((sum, { value }) => sum + value, 0) / total);
  if (links.length === 0) return "Nothing flows.";
  if (isRanked(options)) {
    return `${part(stays)} stay, ${part((l) => l.to < l.from)} rise, ${part((l) => l.to > l.from)} fall.`;
  }
  const top = links.reduce((most, link) => (link.value > most.value ? link : most));
  const write = valueWriter([top.value], options.format);
  const stay = links.some(stays) ? `${part(stays)} stay; greatest` : "Greatest";
  return `${stay} flow: ${order[top.from]} to ${order[top.to]} (${write(top.value)}).`;
}

const turns = { stays: "axis", moves: "s1", rises: "s3", falls: "s2" } as const;
const stays = ({ from, to }: Link) => from === to;

function draw<T extends object>(
  links: readonly Link[],
  order: readonly string[],
  options: FlowOptions<T>,
  width: number,
) {
  const narrow = width < 500;
  const ranked = isRanked(options);
  const stages = Math.max(...links.map(({ stage }) => stage)) + 2;
  const used = order.filter((_name, i) => links.some(({ from, to }) => from === i || to === i));
  const room = Math.min(
    width * (stages > 2 ? 0.2 : 0.28),
    Math.max(...used.map((name) => textWidth(name, 12))),
  );
  const short = shorten(order, 12, room, 2);
  const lines = (i: number) => short[i]!.split("\n").length + 1;
  const top = options.stages ? 26 : 8;
  const bar = 10;
  const left = room + 10;
  const layout = layOutFlow(links, {
    stages,
    height: narrow ? 360 : 340,
    least: (group) => lines(group) * 14 + 2,
  });
  const x = (stage: number) => left + (stage / (stages - 1)) * (width - 2 * left - bar);
  const say = valueWriter(
    links.map(({ value }) => value),
    options.format ?? "count",
  );
  // Where there are more sources than colours, what stays is told from what moves.
  const sources = order.filter((_name, i) => links.some(({ from }) => from === i));
  const crowded = !ranked && sources.length > 8;
  const told = ranked || crowded ? new Map<string, string>() : seriesColours(sources);
  const colourOf = (group: number) => told.get(order[group]!) ?? light("ink");
  const ribbons = layout.ribbons.map(({ link, y0, y1, thick0, thick1 }) => {
    const [a, b] = [x(link.stage) + bar, x(link.stage + 1)];
    const m = (a + b) / 2;
    const [p, q] = [y0 + top, y1 + top];
    const d =
      `M${px(a)},${px(p)}C${px(m)},${px(p)},${px(m)},${px(q)},${px(b)},${px(q)}v${px(thick1)}` +
      `C${px(m)},${px(q + thick1)},${px(m)},${px(p + thick0)},${px(a)},${px(p + thick0)}Z`;
    const move = crowded ? "moves" : link.to < link.from ? "rises" : "falls";
    const turn = stays(link) ? "stays" : move;
    const colour = ranked || crowded ? light(turns[turn]) : colourOf(link.from);
    const said = `${order[link.from]} → ${order[link.to]}: ${say(link.value)}`;
    return `<path d="${d}" fill="${colour}" fill-opacity="0.5"><title>${escapeHtml(said)}</title></path>`;
  });
  const bars = layout.nodes.map(({ stage, group, y, height, value }) =>
    box(
      x(stage),
      y + top,
      bar,
      height,
      ranked || stage === stages - 1 ? light("ink") : colourOf(group),
      `${order[group]}: ${say(value)}`,
    ),
  );
  const names = layout.nodes.map(({ stage, group, y, height, value }) => {
    const first = stage === 0;
    const at = first ? x(0) - 6 : stage === stages - 1 ? x(stage) + bar + 6 : x(stage) + bar + 6;
    const start = top + y + height / 2 - lines(group) * 7 + 11;
    return words(at, start, `${short[group]}\n${say(value)}`, {
      anchor: first ? "end" : "start",
      halo: stage > 0 && stage < stages - 1,
    });
  });
  const heads = (options.stages ?? []).slice(0, stages).map((name, stage) => {
    const anchor = stage === 0 ? "start" : stage === stages - 1 ? "end" : "middle";
    const at = stage === 0 ? 4 : stage === stages - 1 ? width - 4 : x(stage) + bar / 2;
    return words(at, 14, name, { anchor, bold: true });
  });
  const svg = picture(width, layout.height + top + 6, [...ribbons, ...bars, ...names, ...heads]);
  const total = links.filter(({ stage }) => stage === 0).reduce((sum, { value }) => sum + value, 0);
  const tell = (turn: (link: Link) => boolean) => {
    const moved = links.filter(turn).reduce((sum, { value }) => sum + value, 0);
    const share = moved / links.reduce((sum, { value }) => sum + value, 0);
    return percent(share);
  };
  const staying = { name: `stays ${tell(stays)}`, colour: turns.stays };
  const rising = { name: `rises ${tell((l) => l.to < l.from)}`, colour: turns.rises };
  const falling = { name: `falls ${tell((l) => l.to > l.from)}`, colour: turns.falls };
  const moving = { name: `moves ${tell((l) => !stays(l))}`, colour: turns.moves };
  const key = ranked ? [staying, rising, falling] : crowded ? [staying, moving] : [];
  return {
    svg: withTurns(svg, key, width, `${options.valueTitle ?? "Customers"}: ${count(total)}`),
    full: fullTexts(order, short),
  };
}

/** A line below the drawing: what is counted, or swatches for what stays, moves, rises and falls. */
function withTurns(
  svg: string,
  key: readonly { name: string; colour: (typeof turns)[keyof typeof turns] }[],
  width: number,
  said: string,
): string {
  const height = Number(/\sheight="([\d.]+)"/.exec(svg)![1]);
  if (key.length === 0) return withFoot(svg, [said], width, "remark");
  let at = 4;
  const parts = key.map(({ name, colour }) => {
    const from = at;
    at += textWidth(name, 12) + 34;
    return box(from, height + 6, 14, 10, light(colour)) + words(from + 19, height + 15, name);
  });
  const taller = svg.replace(/\sheight="[\d.]+"/, ` height="${height + 24}"`);
  return taller.replace(/<\/svg>$/, () => `${parts.join("")}</svg>`);
}
