import { count, fixed, percent } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { type Cell, type Chart, type Drawing, makeChart } from "./drawing/chart";
import { withFoot } from "./drawing/key";
import { type Classes, liftClasses } from "./drawing/lift-classes";
import { layOutNetwork } from "./drawing/network-layout";
import { numbered, withList } from "./drawing/numbered";
import { around, type Box, placeLabels } from "./drawing/place-labels";
import { type Network, networkOf } from "./drawing/rule-graph";
import { type NamedRule, type RuleRow, ruleName, toRules } from "./drawing/rule-rows";
import { picture, px, stroke, words } from "./drawing/svg";

/** Options of {@link ruleNetwork}. */
export interface RuleNetworkOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the rules if left out. */
  alt?: string;
  /** Where the layout starts; the same seed gives the same drawing. Default 1. */
  seed?: number;
  /** Rules drawn at most, those of the greatest lift. Default 40. */
  top?: number;
}

/**
 * The rules of the greatest lift as a network: items are circles, larger where more baskets hold them, and rules arrows
 * from left to right side, broader with confidence and darker with lift. A rule of more than two items is a point in
 * which its arrows meet. Where names do not fit, numbers stand for them. O(n log n + items²).
 *
 * @throws Error that names the rule of which a side is empty or a measure out of range, or if `top` is no whole number
 * from 1.
 * @see Hahsler & Chelluboina (2011), "Visualizing association rules: introduction to the R-extension package arulesViz"
 * @example ruleNetwork(rules(sets, { minConfidence: 0.5 }).rules, { title: "What is bought together" })
 */
export function ruleNetwork(rules: readonly RuleRow[], options: RuleNetworkOptions): Chart {
  const { title, seed = 1, top = 40 } = options;
  if (!Number.isInteger(top) || top < 1)
    throw new Error(`ruleNetwork: top is ${top}, not a whole number from 1.`);
  const all = toRules(rules);
  const drawn = [...all]
    .sort((a, b) => b.lift - a.lift || b.confidence - a.confidence || b.support - a.support)
    .slice(0, top);
  const network = networkOf(drawn, all);
  const classes = liftClasses(
    drawn.map(({ lift }) => lift),
    "lines",
  );
  const left = all.length - drawn.length;
  const remarks = [
    "Arrows lead from what is in a basket to what is then in it, too.",
    `The broader an arrow, the greater its confidence (${spread(drawn)}).`,
    "The area of a circle is the share of baskets that hold the item.",
    ...(left > 0
      ? [
          `${count(drawn.length)} of ${count(all.length)} rules, those of the greatest lift; ${count(left)} left out.`,
        ]
      : []),
  ];
  return makeChart({
    title,
    alt: options.alt ?? describe(drawn, network),
    data: {
      columns: ["If", "Then", "Support", "Confidence", "Lift"],
      rows: drawn.map((rule): Cell[] => {
        const measures = [rule.support, rule.confidence, rule.lift].map((value) =>
          Number(value.toPrecision(4)),
        );
        return [rule.left, rule.right, ...measures];
      }),
    },
    draw: (width) => draw(network, classes, remarks, seed, width),
  });
}

function spread(rules: readonly NamedRule[]): string {
  const of = rules.map(({ confidence }) => confidence);
  const [low, high] = [Math.min(...of), Math.max(...of)].map((x) => percent(x, 0));
  return low === high ? `${low}` : `${low} to ${high}`;
}

function describe(rules: readonly NamedRule[], { items, parts }: Network): string {
  const [best] = rules;
  if (best === undefined) return "";
  const of = (n: number, one: string, more: string) => `${count(n)} ${n === 1 ? one : more}`;
  return `${of(rules.length, "rule", "rules")} among ${of(items.length, "item", "items")} in ${of(parts, "group", "groups")}. Greatest lift: ${ruleName(best)} (lift ${fixed(best.lift, 1)}, confidence ${percent(best.confidence, 0)}).`;
}

function draw(
  network: Network,
  classes: Classes,
  remarks: readonly string[],
  seed: number,
  width: number,
): Drawing {
  const narrow = width < 500;
  const key = classes.key("Lift", width);
  const greatest = Math.max(...network.items.map(({ share }) => share));
  // Rules of several items meet in a point of their own, which comes after the items.
  const radius = [
    ...network.items.map(({ share }) =>
      Math.max(narrow ? 10 : 8, (narrow ? 15 : 17) * Math.sqrt(share / greatest)),
    ),
    ...network.joints.map(() => 3),
  ];
  const layout = layOutNetwork(
    radius.map((r) => ({ r })),
    network.arrows,
    { width, distance: narrow ? 62 : 84, margin: narrow ? { x: 14, y: 14 } : { x: 64, y: 26 }, seed },
  );
  const at = (node: number) => ({
    x: layout.x[node]!,
    y: layout.y[node]! + key.height + 4,
    r: radius[node]!,
  });
  const height = layout.height + key.height + 8;
  const arrows = network.arrows.map((arrow) => {
    const { rule } = arrow;
    const both = network.arrows.some(({ from, to }) => from === arrow.to && to === arrow.from);
    const fill = classes.fill(rule.lift);
    return arrowPath(at(arrow.from), at(arrow.to), {
      bend: both ? 0.16 : 0,
      head: arrow.to < network.items.length,
      width: 1 + 3.5 * rule.confidence,
      fill,
      title: `${ruleName(rule)}: confidence ${percent(rule.confidence, 0)}, lift ${fixed(rule.lift, 1)}`,
    });
  });
  const names = network.items.map(({ name }) => name);
  const circles = [...network.items.keys()].map((node) => {
    const { x, y, r } = at(node);
    const title = `${names[node]}: ${percent(network.items[node]!.share, 1)} of baskets`;
    return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(r)}" fill="${light("paper")}" stroke="${light("ink")}" stroke-width="1.5"><title>${escapeHtml(title)}</title></circle>`;
  });
  const points = network.joints.map((_rule, i) => {
    const { x, y } = at(network.items.length + i);
    return `<circle cx="${px(x)}" cy="${px(y)}" r="3" fill="${light("ink")}"/>`;
  });
  const frame = { left: 0, top: key.height, right: width, bottom: height };
  const spots = names.map((_name, node) => at(node));
  // Labels keep off arrows where they can.
  const along = network.arrows.flatMap(({ from, to }) => {
    const [a, b] = [at(from), at(to)];
    return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((t) => {
      return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
    });
  });
  const shown = narrow ? undefined : labelled(names, spots, frame, along);
  const labels =
    shown?.svg ??
    spots.map(({ x, y }, i) => words(x, y + 4, String(i + 1), { anchor: "middle", bold: true, size: 11 }));
  const svg = withFoot(
    picture(width, height, [key.svg, ...(shown?.lines ?? []), ...arrows, ...circles, ...points, ...labels]),
    remarks,
    width,
    "remark",
  );
  if (shown !== undefined) return { svg, full: shown.full };
  const list = numbered(
    names.map((text) => ({ text })),
    width,
  );
  return { svg: withList(svg, list), full: list.full };
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Names beside their circles; undefined where one has no place. */
function labelled(
  names: readonly string[],
  spots: readonly Spot[],
  frame: Box,
  avoid: readonly { x: number; y: number }[],
): { svg: string[]; lines: string[]; full: Map<string, string> } | undefined {
  const shown = shorten(names, 11, 122, 2);
  const sizes = shown.map((text) => {
    const lines = text.split("\n");
    return {
      width: Math.max(...lines.map((line) => textWidth(line, 11))) + 4,
      height: lines.length * 13 + 2,
    };
  });
  const circles = spots.map(({ x, y, r }) => around(x, y, 2 * r + 2, 2 * r + 2));
  const places = placeLabels(
    spots.map((spot, i) => ({ ...spot, ...sizes[i]! })),
    frame,
    circles,
    { reach: 40, avoid },
  );
  if (places.some((place) => place === undefined)) return undefined;
  const svg = places.map((place, i) => {
    const top = place!.y - sizes[i]!.height / 2 + 11;
    return words(place!.x, top, shown[i]!, { anchor: "middle", size: 11, halo: true });
  });
  const lines = places.flatMap((place, i) => {
    const [{ x, y }, lead] = [spots[i]!, place!.lead];
    return lead ? [stroke(`M${px(x)},${px(y)}L${px(lead.x)},${px(lead.y)}`, light("muted"))] : [];
  });
  return { svg, lines, full: fullTexts(names, shown) };
}

/** An arrow from the edge of one circle to that of another, bent to its left, with or without a head. */
function arrowPath(
  from: Spot,
  to: Spot,
  look: { bend: number; head: boolean; width: number; fill: string; title: string },
): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const middle = { x: from.x + dx / 2 + dy * look.bend, y: from.y + dy / 2 - dx * look.bend };
  const towards = (a: { x: number; y: number }, b: { x: number; y: number }, far: number) => {
    const way = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: a.x + ((b.x - a.x) / way) * far, y: a.y + ((b.y - a.y) / way) * far };
  };
  const head = look.head ? Math.min(5 + look.width * 1.6, Math.max(4, length / 3)) : 0;
  const start = towards(from, middle, from.r);
  const tip = towards(to, middle, to.r + 1);
  const neck = towards(to, middle, to.r + 1 + head);
  const body = `M${px(start.x)},${px(start.y)}Q${px(middle.x)},${px(middle.y)},${px(neck.x)},${px(neck.y)}`;
  const [ux, uy] = [(tip.x - neck.x) * 0.5, (tip.y - neck.y) * 0.5];
  const point = look.head
    ? `<path d="M${px(tip.x)},${px(tip.y)}L${px(neck.x - uy)},${px(neck.y + ux)}L${px(neck.x + uy)},${px(neck.y - ux)}Z" fill="${look.fill}"/>`
    : "";
  const line = stroke(body, look.fill, Math.round(look.width * 10) / 10);
  return `<g><title>${escapeHtml(look.title)}</title>${line}${point}</g>`;
}
