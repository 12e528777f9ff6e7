import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { createRandom } from "../../stats/random";

/** A node to be placed: its radius, and the room that it takes beside and above that for a label. */
export interface NetworkNode {
  readonly r: number;
}

/** A line between two nodes, by their places in the list. */
export interface NetworkLink {
  readonly from: number;
  readonly to: number;
}

/** How nodes are laid out. */
export interface NetworkOptions {
  /** Width of the drawing in pixels. */
  readonly width: number;
  /** Length that a line should have, in pixels. */
  readonly distance: number;
  /** Free room around each part of the network, in pixels. */
  readonly margin: { readonly x: number; readonly y: number };
  /** Where nodes start. Default 1. */
  readonly seed?: number;
}

/** Where each node stands, in pixels to a tenth, and how high the drawing is. */
export interface NetworkLayout {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly height: number;
}

interface Part {
  readonly nodes: readonly number[];
  readonly x: number[];
  readonly y: number[];
  readonly width: number;
  readonly height: number;
}

/**
 * Places a network: each connected part by forces (lines as springs, nodes that keep apart), its long side level where
 * the width allows, and the parts beside and below each other, the largest first. The same input gives the same places.
 * O(nodes² + links) per part, 300 steps.
 *
 * @see Fruchterman & Reingold (1991), "Graph drawing by force-directed placement"
 * @example layOutNetwork([{ r: 8 }, { r: 8 }], [{ from: 0, to: 1 }], { width: 340, distance: 60, margin: { x: 20, y: 20 } })
 */
export function layOutNetwork(
  nodes: readonly NetworkNode[],
  links: readonly NetworkLink[],
  options: NetworkOptions,
): NetworkLayout {
  const parts = partsOf(nodes.length, links)
    .map((members) => layOutPart(members, nodes, links, options))
    .sort((a, b) => b.nodes.length - a.nodes.length || b.height - a.height || a.nodes[0]! - b.nodes[0]!);
  const [x, y] = [new Array<number>(nodes.length).fill(0), new Array<number>(nodes.length).fill(0)];
  let top = 0;
  for (let i = 0; i < parts.length; ) {
    const row: Part[] = [];
    for (
      let used = 0;
      i < parts.length && (row.length === 0 || used + parts[i]!.width <= options.width);
      i++
    ) {
      used += parts[i]!.width;
      row.push(parts[i]!);
    }
    const height = Math.max(...row.map((part) => part.height));
    const spare = (options.width - row.reduce((sum, part) => sum + part.width, 0)) / (row.length + 1);
    let left = spare;
    for (const part of row) {
      for (const [k, node] of part.nodes.entries()) {
        x[node] = tenth(left + part.x[k]!);
        y[node] = tenth(top + (height - part.height) / 2 + part.y[k]!);
      }
      left += part.width + spare;
    }
    top += height;
  }
  return { x, y, height: Math.ceil(top) };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** The connected parts of a network, nodes in order. */
function partsOf(size: number, links: readonly NetworkLink[]): number[][] {
  const root = Array.from({ length: size }, (_v, i) => i);
  const find = (node: number): number => {
    let at = node;
    while (root[at] !== at) at = root[at]!;
    return at;
  };
  for (const { from, to } of links) {
    const [a, b] = [find(from), find(to)];
    root[Math.max(a, b)] = Math.min(a, b);
  }
  const members = new Map<number, number[]>();
  for (let node = 0; node < size; node++) {
    const of = find(node);
    members.set(of, [...(members.get(of) ?? []), node]);
  }
  return [...members.values()];
}

function layOutPart(
  members: readonly number[],
  nodes: readonly NetworkNode[],
  links: readonly NetworkLink[],
  { width, distance, margin, seed = 1 }: NetworkOptions,
): Part {
  const place = new Map(members.map((node, k) => [node, k]));
  const random = createRandom(seed);
  const spread = distance * Math.sqrt(members.length);
  const points = members.map((node) => {
    return { r: nodes[node]!.r, x: (random.next() - 0.5) * spread, y: (random.next() - 0.5) * spread };
  });
  const springs = links
    .filter(({ from }) => place.has(from))
    .map(({ from, to }) => ({ source: place.get(from)!, target: place.get(to)! }));
  forceSimulation(points)
    .randomSource(() => random.next())
    .force("link", forceLink(springs).distance(distance))
    .force("apart", forceManyBody().strength(-3 * distance))
    .force(
      "collide",
      forceCollide<(typeof points)[number]>(({ r }) => r + distance / 5),
    )
    .force("x", forceX(0).strength(0.05))
    .force("y", forceY(0).strength(0.05))
    .stop()
    .tick(300);
  const room = width - 2 * margin.x;
  const level = turned(points);
  const fits = extentOf(level, "x") <= room || extentOf(level, "x") <= 1.4 * extentOf(level, "y");
  const stood = fits ? level : level.map(({ x, y, r }) => ({ x: -y, y: x, r }));
  const scale = Math.min(1, room / Math.max(1e-9, extentOf(stood, "x")));
  const fitted = scale === 1 ? stood : apart(squeezed(stood, scale), room);
  const [left, top] = [leastOf(fitted, "x"), leastOf(fitted, "y")];
  return {
    nodes: members,
    x: fitted.map((point) => margin.x + point.x - left),
    y: fitted.map((point) => margin.y + point.y - top),
    width: Math.min(width, extentOf(fitted, "x") + 2 * margin.x),
    height: extentOf(fitted, "y") + 2 * margin.y,
  };
}

/** The points closer together, their circles as large as before. */
function squeezed(points: readonly Point[], scale: number): Point[] {
  const left = leastOf(points, "x");
  return points.map(({ x, y, r }) => ({ x: r + (x - r - left) * scale, y: y * scale, r }));
}

/** The points moved until no circles overlap, or 200 times, from 0 to `room` across. */
function apart(points: readonly Point[], room: number): Point[] {
  const moved = points.map((point) => ({ ...point }));
  for (let pass = 0, overlaps = true; overlaps && pass < 200; pass++) {
    overlaps = false;
    for (const [i, a] of moved.entries()) {
      for (const b of moved.slice(0, i)) {
        const [dx, dy] = [a.x - b.x, a.y - b.y];
        const gap = a.r + b.r + 3 - Math.hypot(dx, dy);
        if (gap <= 0.01) continue;
        overlaps = true;
        // Up and down there is room without end, so that is where most of the way is made.
        const [ux, uy] = [Math.sign(dx) * 0.4, dy < 0 ? -1 : 1];
        for (const [point, sign] of [
          [a, 0.5],
          [b, -0.5],
        ] as const) {
          point.x = Math.min(Math.max(point.x + sign * gap * ux, point.r), room - point.r);
          point.y += sign * gap * uy;
        }
      }
    }
  }
  return moved;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The points turned such that they lie farthest apart from left to right. */
function turned(points: readonly Point[]): Point[] {
  const mean = (of: (point: Point) => number) => points.reduce((sum, p) => sum + of(p), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const [xx, yy, xy] = [
    mean(({ x }) => (x - mx) ** 2),
    mean(({ y }) => (y - my) ** 2),
    mean(({ x, y }) => (x - mx) * (y - my)),
  ];
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(({ x, y, r }) => {
    return { x: (x - mx) * cos + (y - my) * sin, y: (y - my) * cos - (x - mx) * sin, r };
  });
}

const leastOf = (points: readonly Point[], axis: "x" | "y") =>
  points.reduce((least, point) => Math.min(least, point[axis] - point.r), Number.POSITIVE_INFINITY);
const extentOf = (points: readonly Point[], axis: "x" | "y") =>
  points.reduce((most, point) => Math.max(most, point[axis] + point.r), Number.NEGATIVE_INFINITY) -
  leastOf(points, axis);
